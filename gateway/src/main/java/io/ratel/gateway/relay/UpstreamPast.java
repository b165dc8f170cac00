package io.ratel.gateway.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.relay.Upstream.Position;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.past.Past;
import io.ratel.gateway.wire.Times;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A topic's past as the process tells it where the markets are, up to and with its snapshot. A
 * socket of its own, so that the other side sends no faster than this is read.
 */
final class UpstreamPast implements Past {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long WAIT_S = 30;
  private static final int MAX_FRAME_CHARS = 32 << 20;

  /** Nothing more comes. */
  private static final JsonNode END = JSON.createObjectNode();

  private final URI address;
  private final Supplier<HttpClient> http;
  private final TopicName topic;
  private final long fromNs;
  private final Predicate<Position> heard;
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private volatile @Nullable WebSocket socket;
  private volatile boolean closed;
  private volatile Position told = new Position(0, 0);

  /**
   * @param heard whether the topic here has taken what was sent up to there
   */
  UpstreamPast(
      URI address,
      Supplier<HttpClient> http,
      TopicName topic,
      long fromNs,
      Predicate<Position> heard) {
    this.address = address;
    this.http = http;
    this.topic = topic;
    this.fromNs = fromNs;
    this.heard = heard;
  }

  @Override
  public Batch next() {
    WebSocket open = socket;
    if (open == null) {
      open = connect();
    }
    List<Item> items = new ArrayList<>();
    boolean last = false;
    while (items.size() < BATCH && !last) {
      JsonNode frame = frame();
      open.request(1);
      if (frame.has("error")) {
        throw refusal(frame.path("error"));
      }
      for (JsonNode update : frame.path("batch")) {
        last |= take(update, items);
      }
    }
    if (last) {
      close();
    }
    return new Batch(items, last);
  }

  private WebSocket connect() {
    try {
      WebSocket opened =
          http.get()
              .newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .buildAsync(address, new Ear())
              .join();
      socket = opened;
      if (closed) {
        opened.abort();
      }
      String asked =
          JSON.createObjectNode()
              .put("from", Times.instant(fromNs).toString())
              .put("id", 1)
              .set("subscribe", JSON.valueToTree(List.of(topic.text())))
              .toString();
      opened.sendText(asked, true).join();
      return opened;
    } catch (CompletionException e) {
      throw new IllegalStateException("the market data at " + address + " cannot be reached", e);
    }
  }

  private JsonNode frame() {
    try {
      JsonNode frame = frames.poll(WAIT_S, TimeUnit.SECONDS);
      if (frame == null || frame == END) {
        throw new IllegalStateException("the market data at " + address + " was lost");
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Whether it was the snapshot, before which the past ends. */
  private boolean take(JsonNode update, List<Item> items) {
    boolean snapshot = update.path("kind").asText().equals("snapshot");
    long until = update.path(snapshot ? "offset" : "until").asLong();
    told = new Position(update.path("epoch").asLong(), until);
    for (Item item : Item.all(topic.channel(), update.path("data"))) {
      if (item.timeNs() >= fromNs) {
        items.add(item);
      }
    }
    return snapshot;
  }

  private static RuntimeException refusal(JsonNode error) {
    String code = error.path("code").asText();
    return Arrays.stream(ErrorCode.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .<RuntimeException>map(known -> refused(known, error))
        .orElseGet(() -> new IllegalStateException(error.toString()));
  }

  private static RefusedException refused(ErrorCode code, JsonNode error) {
    String message = error.path("message").asText();
    return error.has("field")
        ? RefusedException.told(
            code,
            message,
            error.path("field").asText(),
            error.path("value").asText(),
            error.path("rule").asText())
        : RefusedException.of(code, message);
  }

  @Override
  public boolean isTold() {
    return heard.test(told);
  }

  @Override
  public void close() {
    closed = true;
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
    frames.add(END);
  }

  /** Keeps one message at a time; the next is asked for when it is taken. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (text.length() > MAX_FRAME_CHARS) {
        close();
      } else if (last) {
        try {
          frames.add(JSON.readTree(text.toString()));
        } catch (JsonProcessingException e) {
          close();
        }
        text.setLength(0);
      } else {
        from.request(1);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      frames.add(END);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      frames.add(END);
    }
  }
}
