package io.ratel.gateway.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket to a {@link TestVenue}; every wait ends after ten seconds with a failure. */
public final class StreamClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long WAIT_S = 10;

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final Deque<JsonNode> updates = new ArrayDeque<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  public StreamClient(TestVenue venue, String... protocols) {
    this(venue.port(), protocols);
  }

  public StreamClient(int port, String... protocols) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (protocols.length == 1) {
      builder.subprotocols(protocols[0]);
    } else if (protocols.length > 1) {
      builder.subprotocols(protocols[0], protocols[1]);
    }
    socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/stream"), this).join();
  }

  public String protocol() {
    return socket.getSubprotocol();
  }

  public void send(String text) {
    socket.sendText(text, true).join();
  }

  public WebSocket socket() {
    return socket;
  }

  /** Sends a frame and takes its answer. */
  public JsonNode ask(String text) {
    send(text);
    return reply();
  }

  /** The next frame that is no batch; batches before it are kept for {@link #update}. */
  public JsonNode reply() {
    while (true) {
      JsonNode frame = frame();
      if (!frame.has("batch")) {
        return frame;
      }
      frame.get("batch").forEach(updates::add);
    }
  }

  /** The next update of any topic. */
  public JsonNode update() {
    while (updates.isEmpty()) {
      JsonNode frame = frame();
      if (!frame.has("batch")) {
        throw new AssertionError("not a batch: " + frame);
      }
      frame.get("batch").forEach(updates::add);
    }
    return updates.removeFirst();
  }

  /** The next update, or null when none comes in time. */
  public @Nullable JsonNode updateWithin(long ms) {
    try {
      JsonNode frame = updates.isEmpty() ? frames.poll(ms, TimeUnit.MILLISECONDS) : null;
      if (frame != null) {
        frame.path("batch").forEach(updates::add);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return updates.pollFirst();
  }

  /** Whether an update is here already; a reply was asked for first, so nothing is on its way. */
  public boolean isQuiet() {
    ask("{\"ping\":0}");
    return updates.isEmpty();
  }

  private JsonNode frame() {
    try {
      JsonNode frame = frames.poll(WAIT_S, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came; closed: " + closed.isDone());
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The code with which the server closed. */
  public int closeCode() {
    return closed.orTimeout(WAIT_S, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        frames.add(JSON.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + partial, e);
      } finally {
        partial.setLength(0);
      }
    }
    source.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket source, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
