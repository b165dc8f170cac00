package io.ratel.adapters.venue;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Why a connection or a request failed, in words. */
public final class Causes {
  private static final int MAX_CAUSES = 8;

  private Causes() {}

  public static String text(Throwable error) {
    Optional<HttpResponse<?>> refusal = refusal(error);
    if (refusal.isPresent()) {
      return "the venue refused the connection with HTTP " + refusal.get().statusCode();
    }
    Throwable cause = unwrap(error);
    for (int i = 0; i < MAX_CAUSES && cause.getMessage() == null; i++) {
      if (cause instanceof ConnectException) {
        return "cannot be reached";
      }
      Throwable next = cause.getCause();
      if (next == null) {
        break;
      }
      cause = next;
    }
    String name = cause.getClass().getSimpleName().replaceAll("Exception$", "");
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  /** The answer that a venue gave instead of a WebSocket. */
  static Optional<HttpResponse<?>> refusal(Throwable error) {
    Throwable cause = unwrap(error);
    return cause instanceof WebSocketHandshakeException handshake
        ? Optional.ofNullable(handshake.getResponse())
        : Optional.empty();
  }

  private static Throwable unwrap(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }
}
