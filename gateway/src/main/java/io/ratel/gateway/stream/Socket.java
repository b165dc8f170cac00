package io.ratel.gateway.stream;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * One WebSocket, on its event loop. It reads a frame only after the one before was answered. When
 * its queue is full it misses deltas and remembers of which topics and where; drained, it asks for
 * what brings them up to date; still full after a while, it is closed.
 */
final class Socket extends Receiver {
  /** What a socket asks of the stream. */
  interface Owner {
    /** Called on the event loop with each text frame; one {@link Out.Reply} must follow. */
    void onFrame(Socket socket, String text);

    /**
     * The socket has room again.
     *
     * @param missed for each topic that it missed something of, the last message it has
     */
    void onDrained(Socket socket, Map<String, Long> missed);

    void onClosed(Socket socket);
  }

  /** The topics of which a socket could not take everything. */
  static final class Missed {
    private final Map<String, Long> last = new HashMap<>();

    boolean of(String alias) {
      return last.containsKey(alias);
    }

    /** For each topic the last message that the socket has. */
    Map<String, Long> all() {
      return Map.copyOf(last);
    }

    void forget(Collection<String> aliases) {
      last.keySet().removeAll(aliases);
    }

    /**
     * Whether to write it.
     *
     * @param full the socket has no room
     */
    boolean takes(Out.Update update, boolean full) {
      String alias = update.alias();
      long after = update.message().after();
      if (update.way() == Out.Way.KEPT) {
        last.remove(alias);
        return true;
      }
      if (full) {
        last.putIfAbsent(alias, after);
        return false;
      }
      if (update.way() == Out.Way.FILL) {
        return last.remove(alias, after);
      }
      if (update.message().snapshot()) {
        last.remove(alias);
        return true;
      }
      return !last.containsKey(alias);
    }
  }

  static final short GOING_AWAY = 1001;
  static final short NOT_TEXT = 1003;
  static final short POLICY = 1008;
  static final short TOO_BIG = 1009;
  static final short TRY_LATER = 1013;

  /** Ours: the token is over or was never good; connect again with a fresh one. */
  static final short SIGN_IN_AGAIN = 4401;

  private static final int QUEUE_BYTES = 256 << 10;
  private static final int BATCH_CHARS = 256 << 10;
  private static final int MISSED_PINGS = 3;
  private static final int CLOSING_MS = 2_000;

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final Executor loop;
  private final Owner owner;
  private final StreamMetrics metrics;
  private final int stuckMs;
  private final int pingMs;
  private final Missed missed = new Missed();
  private final List<Runnable> ready = new ArrayList<>(0);
  private long stuckTimer = -1;
  private long expiryTimer = -1;
  private boolean answerPending;

  /** The close frame is on its way: no frame may follow it (RFC 6455, 5.5.1). */
  private boolean closing;

  private boolean closed;
  private int silentPings;

  /**
   * @param loop runs tasks in order on the socket's event loop; one for all sockets of a loop
   */
  Socket(
      Vertx vertx,
      ServerWebSocket socket,
      Executor loop,
      Owner owner,
      StreamMetrics metrics,
      int stuckMs,
      int pingMs) {
    this.vertx = vertx;
    this.socket = socket;
    this.loop = loop;
    this.owner = owner;
    this.metrics = metrics;
    this.stuckMs = stuckMs;
    this.pingMs = pingMs;
  }

  /** Starts to read; called once, on the event loop. */
  void open() {
    socket.setWriteQueueMaxSize(QUEUE_BYTES);
    socket.drainHandler(ignored -> drained());
    socket.textMessageHandler(this::received);
    socket.binaryMessageHandler(ignored -> close(NOT_TEXT, "frames must be text"));
    socket.pongHandler(ignored -> silentPings = 0);
    socket.exceptionHandler(this::broken);
    long pings = vertx.setPeriodic(pingMs, id -> ping());
    socket.closeHandler(
        ignored -> {
          closed = true;
          vertx.cancelTimer(pings);
          vertx.cancelTimer(stuckTimer);
          vertx.cancelTimer(expiryTimer);
          owner.onClosed(this);
        });
  }

  /** The frame could not be read: it was too long or against the protocol. */
  private void broken(Throwable fault) {
    if (fault instanceof CorruptedWebSocketFrameException corrupted) {
      closing = true;
      socket.close((short) corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
    } else if (fault instanceof IllegalStateException) {
      closing = true;
      socket.close(TOO_BIG, "the message is too big");
    }
  }

  /** Reads nothing until {@link #deliver} brings a reply. */
  void pause() {
    socket.pause();
  }

  private void received(String text) {
    silentPings = 0;
    socket.pause();
    owner.onFrame(this, text);
  }

  private void ping() {
    if (++silentPings > MISSED_PINGS) {
      close(GOING_AWAY, "no answer to pings");
    } else if (!closing) {
      socket.writePing(Buffer.buffer());
    }
  }

  @Override
  Executor context() {
    return loop;
  }

  /** Sends one reply from any thread. */
  void reply(String text) {
    loop.execute(() -> deliver(List.of(new Out.Reply(text, List.of()))));
  }

  @Override
  void deliver(List<Out> outs) {
    if (closing || socket.isClosed()) {
      return;
    }
    if (outs.size() == 1 && outs.getFirst() instanceof Out.Update update) {
      if (takes(update)) {
        socket.writeTextMessage(update.message().alone(update.alias()));
        metrics.sent(1);
      }
      return;
    }
    StringBuilder batch = new StringBuilder();
    int updates = 0;
    for (Out out : outs) {
      switch (out) {
        case Out.Reply reply -> {
          send(batch);
          missed.forget(reply.left());
          socket.writeTextMessage(reply.text());
          answered();
        }
        case Out.Notice notice -> {
          send(batch);
          socket.writeTextMessage(notice.text());
        }
        case Out.Ready then -> {
          send(batch);
          whenReady(then.task());
        }
        case Out.Update update -> {
          if (takes(update)) {
            batch.append(batch.isEmpty() ? "{\"batch\":[{\"topic\":\"" : ",{\"topic\":\"");
            batch.append(update.alias()).append('"').append(update.message().tail());
            updates++;
            if (batch.length() > BATCH_CHARS) {
              send(batch);
            }
          }
        }
      }
    }
    send(batch);
    metrics.sent(updates);
  }

  private boolean takes(Out.Update update) {
    boolean full = socket.writeQueueFull();
    boolean missing = missed.of(update.alias());
    boolean taken = missed.takes(update, full);
    if (full && !taken) {
      if (!missing) {
        metrics.conflated();
      }
      watch();
    }
    return taken;
  }

  private void whenReady(Runnable task) {
    if (socket.writeQueueFull()) {
      ready.add(task);
      watch();
    } else {
      task.run();
    }
  }

  private void send(StringBuilder batch) {
    if (!batch.isEmpty()) {
      socket.writeTextMessage(batch.append("]}").toString());
      batch.setLength(0);
    }
  }

  private void answered() {
    if (socket.writeQueueFull()) {
      answerPending = true;
      watch();
    } else {
      socket.resume();
    }
  }

  private void watch() {
    if (stuckTimer < 0) {
      stuckTimer =
          vertx.setTimer(
              stuckMs,
              id -> {
                stuckTimer = -1;
                if (socket.writeQueueFull()) {
                  metrics.stuck();
                  close(TRY_LATER, "this connection is too slow");
                }
              });
    }
  }

  private void drained() {
    vertx.cancelTimer(stuckTimer);
    stuckTimer = -1;
    if (answerPending) {
      answerPending = false;
      socket.resume();
    }
    List<Runnable> waited = List.copyOf(ready);
    ready.clear();
    waited.forEach(Runnable::run);
    Map<String, Long> behind = missed.all();
    if (!behind.isEmpty()) {
      owner.onDrained(this, behind);
    }
  }

  /** Closes when the token ends, unless a later one is given before. Any thread. */
  void expireAfter(long delayMs) {
    loop.execute(
        () -> {
          vertx.cancelTimer(expiryTimer);
          expiryTimer =
              vertx.setTimer(Math.max(1, delayMs), id -> close(SIGN_IN_AGAIN, "the token is over"));
        });
  }

  /**
   * Closes with a code; any thread. A peer that does not take the close frame in time is cut off:
   * the frame waits behind everything else that the peer did not take.
   */
  void close(short code, String reason) {
    loop.execute(
        () -> {
          closing = true;
          socket.close(code, reason);
          vertx.setTimer(CLOSING_MS, id -> cutOff());
        });
  }

  private void cutOff() {
    if (!closed && socket instanceof WebSocketInternal internal) {
      internal.channelHandlerContext().close();
    }
  }
}
