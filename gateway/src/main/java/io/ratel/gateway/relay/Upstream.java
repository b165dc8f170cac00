package io.ratel.gateway.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket to the stream of another process, for as many topics as a socket may have, opened
 * again whenever it is lost. Topics are followed across sockets: each goes on where it was, or
 * starts over with a snapshot. Everything happens on one thread; the methods may be called from
 * any.
 */
final class Upstream implements AutoCloseable {
  /** Where the other side is with a topic. */
  record Position(long epoch, long offset) {}

  /** What the other side sent of a topic. */
  record Update(boolean snapshot, JsonNode data, Position position) {}

  private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long SHORTEST_MS = 200;
  private static final long LONGEST_MS = 5_000;
  private static final long BEAT_MS = 1_000;
  private static final int SILENT_BEATS = 5;
  private static final int MAX_FRAME_CHARS = 32 << 20;

  private static final class Followed {
    final Consumer<Update> listener;
    final CompletableFuture<Void> begun = new CompletableFuture<>();
    long epoch = -1;
    long offset;

    Followed(Consumer<Update> listener) {
      this.listener = listener;
    }
  }

  private final URI address;
  private final Supplier<HttpClient> http;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("upstream").factory());
  private final Map<String, Followed> topics = new HashMap<>();
  private final Map<Long, String> asked = new HashMap<>();
  private @Nullable WebSocket socket;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
  private long nextId;
  private long waitMs = SHORTEST_MS;
  private int silentBeats;
  private volatile boolean connected;
  private volatile boolean closed;

  /**
   * @param address of the stream, {@code ws:} or {@code wss:}
   */
  Upstream(URI address, Supplier<HttpClient> http) {
    this.address = address;
    this.http = http;
  }

  void start() {
    thread.execute(this::connect);
    thread.scheduleWithFixedDelay(this::beat, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
  }

  /** Opens the socket again, as if it had been lost. */
  void reconnect(String why) {
    onThread(
        () -> {
          WebSocket open = socket;
          if (open != null) {
            lost(open, why);
          }
        });
  }

  boolean connected() {
    return connected;
  }

  /**
   * Follows a topic, anew if it was followed before.
   *
   * @param listener called on this object's thread; returns at once
   * @return completed when the first snapshot has been handed over, or with the refusal
   */
  CompletableFuture<Void> follow(String topic, Consumer<Update> listener) {
    Followed followed = new Followed(listener);
    thread.execute(
        () -> {
          if (topics.put(topic, followed) != null) {
            ask("unsubscribe", topic);
          }
          ask("subscribe", topic);
        });
    return followed.begun;
  }

  void leave(String topic) {
    thread.execute(
        () -> {
          if (topics.remove(topic) != null) {
            ask("unsubscribe", topic);
          }
        });
  }

  private void ask(String verb, String topic) {
    long id = ++nextId;
    if (verb.equals("subscribe")) {
      asked.put(id, topic);
    }
    send(
        JSON.createObjectNode()
            .<ObjectNode>set(verb, JSON.valueToTree(List.of(topic)))
            .put("id", id));
  }

  private void send(ObjectNode frame) {
    WebSocket open = socket;
    if (open != null) {
      String text = frame.toString();
      sent =
          sent.handle((done, failed) -> null)
              .thenCompose(done -> open.sendText(text, true).thenApply(ignored -> null));
    }
  }

  private void connect() {
    if (closed) {
      return;
    }
    http.get()
        .newWebSocketBuilder()
        .connectTimeout(CONNECT)
        .buildAsync(address, new Ear())
        .whenComplete((opened, fault) -> onThread(() -> opened(opened, fault)));
  }

  private void onThread(Runnable task) {
    if (!thread.isShutdown()) {
      thread.execute(task);
    }
  }

  private void opened(@Nullable WebSocket opened, @Nullable Throwable fault) {
    if (opened == null) {
      LOG.atWarn().setCause(fault).log("the market data at {} cannot be reached", address);
      again();
      return;
    }
    socket = opened;
    silentBeats = 0;
    waitMs = SHORTEST_MS;
    connected = true;
    sent = CompletableFuture.completedFuture(null);
    asked.clear();
    resume();
  }

  private void resume() {
    ObjectNode points = JSON.createObjectNode();
    topics.forEach(
        (topic, followed) -> {
          if (followed.epoch < 0) {
            ask("subscribe", topic);
          } else {
            points.putObject(topic).put("epoch", followed.epoch).put("offset", followed.offset);
          }
        });
    if (!points.isEmpty()) {
      send(JSON.createObjectNode().<ObjectNode>set("recover", points).put("id", ++nextId));
    }
  }

  private void again() {
    long wait = waitMs / 2 + ThreadLocalRandom.current().nextLong(waitMs / 2 + 1);
    waitMs = Math.min(LONGEST_MS, waitMs * 2);
    thread.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
  }

  private void lost(WebSocket which, String why) {
    if (socket != which) {
      return;
    }
    LOG.atWarn().addKeyValue("why", why).log("the market data at {} is lost", address);
    socket = null;
    connected = false;
    which.abort();
    if (!closed) {
      again();
    }
  }

  private void beat() {
    WebSocket open = socket;
    if (open == null) {
      return;
    }
    if (++silentBeats > SILENT_BEATS) {
      lost(open, "nothing was heard for " + SILENT_BEATS + " s");
    } else {
      send(JSON.createObjectNode().put("ping", 0));
    }
  }

  private void heard(String text) {
    silentBeats = 0;
    try {
      JsonNode frame = JSON.readTree(text);
      frame.path("batch").forEach(this::update);
      String topic = asked.remove(frame.path("id").asLong());
      if (topic != null && frame.has("error")) {
        refused(topic, frame.path("error"));
      }
    } catch (IOException e) {
      LOG.atError().setCause(e).log("the market data at {} makes no sense", address);
    }
  }

  private void refused(String topic, JsonNode error) {
    Followed followed = topics.remove(topic);
    if (followed != null) {
      followed.begun.completeExceptionally(new IllegalStateException(error.toString()));
    }
  }

  private void update(JsonNode update) {
    String topic = update.path("topic").asText();
    Followed followed = topics.get(topic);
    if (followed == null) {
      return;
    }
    long epoch = update.path("epoch").asLong();
    long offset = update.path("offset").asLong();
    boolean snapshot = update.path("kind").asText().equals("snapshot");
    if (!snapshot) {
      if (followed.epoch == epoch && offset <= followed.offset) {
        return;
      }
      if (followed.epoch != epoch || offset != followed.offset + 1) {
        ask("unsubscribe", topic); // a change is missing: begin again
        ask("subscribe", topic);
        followed.epoch = -1;
        return;
      }
    }
    followed.epoch = epoch;
    followed.offset = offset;
    followed.listener.accept(
        new Update(snapshot, update.path("data"), new Position(epoch, offset)));
    followed.begun.complete(null);
  }

  @Override
  public void close() {
    closed = true;
    thread.execute(
        () -> {
          WebSocket open = socket;
          socket = null;
          if (open != null) {
            open.abort();
          }
        });
    thread.shutdown();
  }

  /** Hands whole text messages to the thread. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (text.length() > MAX_FRAME_CHARS) {
        onThread(() -> lost(from, "a message was too long"));
        return null;
      }
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        onThread(() -> heard(whole));
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      onThread(() -> lost(from, code + " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      onThread(() -> lost(from, String.valueOf(error.getMessage())));
    }
  }
}
