package io.ratel.adapters.venue;

import io.ratel.marketdata.feed.FeedIntake;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One connection. Puts the parts of a frame together up to a bound, and asks for the next part only
 * when the last is dealt with, so that a feed that is behind holds its venue up and not the heap.
 */
final class VenueSocket implements WebSocket.Listener {
  /** Told of what happens, on the feed's thread but for {@link #alive}. */
  interface Events {
    void text(VenueSocket socket, String text, long epochNs);

    /** A frame was too large, and dropped. */
    void tooLarge(VenueSocket socket, String head);

    void lost(VenueSocket socket, String why);

    /** On any thread. */
    void alive();
  }

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Executor mailbox;
  private final FeedClock clock;
  private final Events events;
  private final StringBuilder partial = new StringBuilder();
  private boolean tooLarge;
  private volatile @Nullable WebSocket socket;
  private volatile boolean aborted;
  private CompletableFuture<WebSocket> sending = new CompletableFuture<>();

  VenueSocket(Executor mailbox, FeedClock clock, Events events) {
    this.mailbox = mailbox;
    this.clock = clock;
    this.events = events;
  }

  /** Connects; the result comes on any thread. */
  CompletableFuture<WebSocket> open(HttpClient http, URI uri) {
    return http.newWebSocketBuilder().connectTimeout(CONNECT).buildAsync(uri, this);
  }

  /** Sends after what was sent before. On the feed's thread. */
  void send(String text) {
    sending = sending.thenCompose(to -> to.sendText(text, true));
    sending.whenComplete(
        (_, error) -> {
          if (error != null) {
            tell(() -> events.lost(this, "cannot send: " + Causes.text(error)));
          }
        });
  }

  /** Ends the connection at once. */
  void abort() {
    aborted = true;
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    sending.complete(opened);
    if (aborted) {
      opened.abort();
      return;
    }
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    if (!tooLarge) {
      int room = FeedIntake.MAX_CHARS - partial.length();
      partial.append(part, 0, Math.min(room, part.length()));
      tooLarge = part.length() > room;
    }
    if (!last) {
      from.request(1);
      return null;
    }
    String text = partial.toString();
    boolean dropped = tooLarge;
    long received = clock.epochNs();
    tooLarge = false;
    partial.setLength(0);
    if (partial.capacity() > 1 << 20) {
      partial.trimToSize();
    }
    tell(
        () -> {
          if (dropped) {
            events.tooLarge(this, text.substring(0, FeedIntake.HEAD_CHARS));
          } else {
            events.text(this, text, received);
          }
          from.request(1);
        });
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
    if (last) {
      tell(() -> events.text(this, "", clock.epochNs())); // no venue here sends any: rubbish
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    events.alive(); // the client answers by itself
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    events.alive();
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    String why = reason.isBlank() ? "" : ": " + reason;
    tell(() -> events.lost(this, "closed by the venue with " + code + why));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    tell(() -> events.lost(this, Causes.text(error)));
  }

  private void tell(Runnable event) {
    if (!aborted) {
      mailbox.execute(event);
    }
  }
}
