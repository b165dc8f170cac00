package io.ratel.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket to a venue's stream, as any client would write it; every wait has an end. */
public final class StreamSocket implements WebSocket.Listener, AutoCloseable {
  private static final long PATIENCE_S = 20;

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final Deque<JsonNode> updates = new ArrayDeque<>();
  private final StringBuilder partial = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;

  public StreamSocket(VenueProcess venue) {
    this(venue, "");
  }

  public StreamSocket(VenueProcess venue, String query) {
    URI address = URI.create("ws://127.0.0.1:" + venue.port + "/v1/stream" + query);
    socket = http.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Sends a frame and returns its answer; updates that come before it are kept. */
  public JsonNode ask(String frame) {
    socket.sendText(frame, true).join();
    while (true) {
      JsonNode answer = frame();
      if (!answer.has("batch")) {
        return answer;
      }
      answer.get("batch").forEach(updates::add);
    }
  }

  /** The next update that is looked for; others are passed over. */
  public JsonNode update(Predicate<JsonNode> wanted) {
    while (true) {
      JsonNode update = updates.poll();
      if (update == null) {
        frame().get("batch").forEach(updates::add);
      } else if (wanted.test(update)) {
        return update;
      }
    }
  }

  /** What is said next. */
  JsonNode frame() {
    try {
      JsonNode frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("the stream said nothing for " + PATIENCE_S + " s");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        frames.add(VenueProcess.JSON.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + partial, e);
      } finally {
        partial.setLength(0);
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
