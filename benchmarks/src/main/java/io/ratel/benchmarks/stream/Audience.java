package io.ratel.benchmarks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.benchmarks.stream.Crowd.Manners;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/** Readers of one topic of a broadcaster. For one thread. */
final class Audience implements AutoCloseable {
  /** What a reader is waiting for, as it is in the text that brings it. */
  private enum News {
    SNAPSHOT("\"kind\":\"snapshot\""),
    DELTA("\"kind\":\"delta\""),
    RECOVERED(":true}");

    private final byte[] sign;

    News(String sign) {
      this.sign = sign.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int IN_FLIGHT = 64;

  /** Longer than a topic's batch, so that the next message leaves at once. */
  private static final Duration QUIET = Duration.ofMillis(250);

  private final Broadcaster server;
  private final Crowd crowd;
  private final int size;
  private News awaited = News.SNAPSHOT;
  private int missing;
  private long servedNs;
  private String said = "";

  Audience(Broadcaster server, int size) throws IOException {
    this.server = server;
    this.size = size;
    this.crowd = new Crowd(server.address(), Manners.READS, this::heard);
  }

  /** Comes in, and returns when everyone has the topic's snapshot. */
  void enter() throws IOException {
    await(News.SNAPSHOT);
    String subscribe = "{\"subscribe\":[\"" + server.topic() + "\"],\"id\":1}";
    crowd.join(size, IN_FLIGHT, () -> List.of(subscribe), PATIENCE);
    untilServed();
  }

  /** From the cause of one message to its arrival at the last reader, in nanoseconds. */
  long messageNs() throws IOException {
    server.prepare();
    crowd.during(QUIET);
    await(News.DELTA);
    AtomicLong begunNs = new AtomicLong();
    FutureTask<Void> cause =
        new FutureTask<>(
            () -> {
              begunNs.set(System.nanoTime());
              server.broadcast();
              return null;
            });
    Thread.ofPlatform().name("cause").daemon().start(cause);
    untilServed();
    finish(cause);
    return servedNs - begunNs.get();
  }

  private static void finish(FutureTask<Void> cause) throws IOException {
    try {
      cause.get();
    } catch (ExecutionException e) {
      throw new IOException("no message was caused: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }

  /** From the break of all connections until everyone goes on where it was, in nanoseconds. */
  long returnNs() throws IOException {
    JsonNode last = JSON.readTree(said).get("batch").get(0);
    String recover =
        "{\"recover\":{\"%s\":{\"epoch\":%s,\"offset\":%s}},\"id\":2}"
            .formatted(server.topic(), last.get("epoch"), last.get("offset"));
    await(News.RECOVERED);
    long begunNs = System.nanoTime();
    crowd.drop();
    crowd.join(size, size, () -> List.of(recover), PATIENCE);
    untilServed();
    return servedNs - begunNs;
  }

  /** The last delta, as it was sent. */
  String said() {
    return said;
  }

  private void await(News news) {
    awaited = news;
    missing = size;
    crowd.readers().forEach(reader -> reader.served = false);
  }

  private void untilServed() throws IOException {
    crowd.until(
        () -> missing == 0,
        PATIENCE,
        () -> (size - missing) + " of " + size + " readers had a " + awaited);
  }

  private void heard(Reader reader, ByteBuffer payload) {
    boolean back = awaited == News.RECOVERED && contains(payload, News.SNAPSHOT.sign);
    if (reader.served || !(back || contains(payload, awaited.sign))) {
      return;
    }
    if (awaited == News.DELTA && missing == size) {
      said = StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
    reader.served = true;
    missing--;
    servedNs = System.nanoTime();
  }

  /** Whether the beginning of a text, where what it is stands, has the sign. */
  static boolean contains(ByteBuffer text, byte[] sign) {
    int last = Math.min(text.limit(), 512) - sign.length;
    for (int start = 0; start <= last; start++) {
      int same = 0;
      while (same < sign.length && text.get(start + same) == sign[same]) {
        same++;
      }
      if (same == sign.length) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    crowd.close();
  }
}
