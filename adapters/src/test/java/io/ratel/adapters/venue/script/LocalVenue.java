package io.ratel.adapters.venue.script;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Serves a scripted venue on a local port; the test says when it falls silent or refuses. */
public final class LocalVenue implements AutoCloseable {
  private static final int LIMIT_S = 20;

  /** A status other than 200, with what it says of when to come back. */
  public record Refusal(int status, String retryAfter) {}

  /** The venue's end of a connection. */
  public static final class Peer {
    private final ServerWebSocket socket;

    private Peer(ServerWebSocket socket) {
      this.socket = socket;
    }

    public void send(String text) {
      socket.writeTextMessage(text);
    }

    public void hangUp() {
      socket.close();
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Function<String, List<String>> answers;
  private final Function<String, String> bodies;
  private final BlockingQueue<Peer> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger handshakes = new AtomicInteger();
  private volatile @Nullable Refusal socketRefusal;
  private volatile @Nullable Refusal requestRefusal;
  private volatile boolean mute;

  /**
   * @param answers what is said to a message
   * @param bodies the answer to a request by its path and query
   */
  public LocalVenue(Function<String, List<String>> answers, Function<String, String> bodies) {
    this.answers = answers;
    this.bodies = bodies;
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setMaxWebSocketFrameSize(1 << 16).setHost("127.0.0.1"))
            .webSocketHandshakeHandler(this::handshake)
            .webSocketHandler(this::connected)
            .requestHandler(this::request)
            .listen(0)
            .await();
  }

  /** One that tells of a scripted book; the book is guarded by itself. */
  public static LocalVenue of(ScriptedVenue venue) {
    return new LocalVenue(
        message -> {
          synchronized (venue) {
            return venue.answers(message);
          }
        },
        _ -> {
          synchronized (venue) {
            return venue.whole();
          }
        });
  }

  private void handshake(ServerWebSocketHandshake handshake) {
    handshakes.incrementAndGet();
    Refusal refusal = socketRefusal;
    if (refusal == null) {
      handshake.accept();
    } else {
      handshake.reject(refusal.status);
    }
  }

  private void connected(ServerWebSocket socket) {
    socket.textMessageHandler(
        message -> {
          messages.add(message);
          if (!mute) {
            answers.apply(message).forEach(socket::writeTextMessage);
          }
        });
    connections.add(new Peer(socket));
  }

  private void request(HttpServerRequest request) {
    requests.incrementAndGet();
    Refusal refusal = requestRefusal;
    if (refusal == null) {
      request.response().end(bodies.apply(request.uri()));
    } else {
      if (!refusal.retryAfter.isEmpty()) {
        request.response().putHeader("Retry-After", refusal.retryAfter);
      }
      request.response().setStatusCode(refusal.status).end("no");
    }
  }

  public URI socket() {
    return URI.create("ws://127.0.0.1:" + server.actualPort());
  }

  public URI rest() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Waits for the next connection. */
  public Peer connection() throws InterruptedException {
    Peer socket = connections.poll(LIMIT_S, TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("nobody connected for " + LIMIT_S + " s");
    }
    return socket;
  }

  /** Waits for the next message that holds this. */
  public String message(String part) throws InterruptedException {
    String message;
    do {
      message = messages.poll(LIMIT_S, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("nobody said " + part + " for " + LIMIT_S + " s");
      }
    } while (!message.contains(part));
    return message;
  }

  public int requests() {
    return requests.get();
  }

  public int handshakes() {
    return handshakes.get();
  }

  /** From now on handshakes are refused; null accepts them. */
  public void refuseSockets(@Nullable Refusal refusal) {
    socketRefusal = refusal;
  }

  /** From now on requests are refused; null answers them. */
  public void refuseRequests(@Nullable Refusal refusal) {
    requestRefusal = refusal;
  }

  /** From now on messages are heard and not answered. */
  public void mute(boolean on) {
    mute = on;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
