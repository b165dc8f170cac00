package io.ratel.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * What plain HTTP gets before a door of TLS: an authority's challenge its answer, everybody else
 * the same path over HTTPS. On the request's event loop; never blocks.
 */
public final class ChallengeDoor {
  private static final String CHALLENGE = "/.well-known/acme-challenge/";

  /** A host that can be repeated in an answer's header. */
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,45}]");

  private final Function<String, Optional<String>> challenges;
  private final IntSupplier securePort;

  public ChallengeDoor(Function<String, Optional<String>> challenges, IntSupplier securePort) {
    this.challenges = challenges;
    this.securePort = securePort;
  }

  /** Takes one request. */
  public void handle(HttpServerRequest request) {
    String path = request.path();
    if (path != null && path.startsWith(CHALLENGE)) {
      Optional<String> answer = challenges.apply(path.substring(CHALLENGE.length()));
      request
          .response()
          .setStatusCode(answer.isPresent() ? 200 : 404)
          .putHeader("Content-Type", "application/octet-stream")
          .end(answer.orElse(""));
      return;
    }
    String host = request.authority() == null ? "" : request.authority().host();
    String uri = request.uri();
    if (!HOST.matcher(host).matches() || uri == null || !uri.startsWith("/")) {
      request.response().setStatusCode(400).end();
      return;
    }
    int port = securePort.getAsInt();
    request
        .response()
        .setStatusCode(308)
        .putHeader("Location", "https://" + host + (port == 443 ? "" : ":" + port) + uri)
        .end();
  }
}
