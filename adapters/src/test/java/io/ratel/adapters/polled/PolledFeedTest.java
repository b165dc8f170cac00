package io.ratel.adapters.polled;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ratel.adapters.fred.FredSource;
import io.ratel.adapters.tabular.Columns;
import io.ratel.adapters.tabular.Output;
import io.ratel.adapters.tabular.Rows;
import io.ratel.adapters.tabular.TabularSource;
import io.ratel.adapters.tabular.TimeForm;
import io.ratel.adapters.venue.ManualClock;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.model.market.Interval;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that answers, refuses, stalls and comes back, with time that the test rules. */
final class PolledFeedTest {
  private static final String GOOD =
      "{\"observations\":[{\"date\":\"2024-01-04\",\"value\":\"5.33\"}]}";
  private static final long SECOND = 1_000_000_000L;
  private static final long PATIENCE_NS = 20 * SECOND;

  private record Canned(int status, String body, Map<String, String> headers) {}

  private final ManualClock clock = new ManualClock(ToldSink.NOW_NS);
  private final ToldSink told = new ToldSink();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Deque<Canned> answers = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private volatile String lastVersion = "";

  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Canned answer;
          synchronized (answers) {
            answer = answers.size() > 1 ? answers.remove() : answers.element();
          }
          lastVersion = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
          answer.headers().forEach(exchange.getResponseHeaders()::add);
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
          asked.incrementAndGet();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    http.close();
  }

  private void answer(int status, String body) {
    answer(status, body, Map.of());
  }

  private void answer(int status, String body, Map<String, String> headers) {
    synchronized (answers) {
      answers.add(new Canned(status, body, headers));
    }
  }

  private PolledFeed feed(PolledSource source) {
    return new PolledFeed("fred", source, new PolledFeed.Parts(http, clock, new Random(1), told));
  }

  private PolledFeed fred() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return feed(new FredSource(url, "hidden", List.of("DFF"), Duration.ofMinutes(10)));
  }

  /** Waits for what another thread does; time of the feed stands still. */
  private static void await(BooleanSupplier done) {
    long deadline = System.nanoTime() + PATIENCE_NS;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not happen").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private void passToNext() {
    await(() -> clock.nextNs() < Long.MAX_VALUE);
    clock.pass(clock.nextNs());
  }

  @Test
  void itAsksAgainAfterItsPause() {
    answer(200, GOOD);
    try (PolledFeed feed = fred()) {
      feed.start();
      await(() -> told.observations.size() == 1);
      await(() -> clock.nextNs() == Duration.ofMinutes(10).toNanos());
      assertThat(feed.status().state()).isEqualTo(FeedStatus.State.RUNNING);
      assertThat(feed.status().quality()).isEqualTo(100);
      passToNext();
      await(() -> told.observations.size() == 2);
    }
  }

  /** A refusal that names a time is waited out, and quality says what happened. */
  @Test
  void aRefusalIsWaitedOut() {
    answer(429, "slow down", Map.of("Retry-After", "120"));
    answer(200, GOOD);
    try (PolledFeed feed = fred()) {
      feed.start();
      await(() -> feed.status().errors() == 1);
      await(() -> clock.nextNs() == 120 * SECOND);
      assertThat(feed.status().state()).isEqualTo(FeedStatus.State.RECONNECTING);
      assertThat(feed.status().quality()).isZero();
      assertThat(feed.status().detail()).contains("HTTP 429").doesNotContain("hidden");
      assertThat(told.isEmpty()).isTrue();

      passToNext();
      await(() -> told.observations.size() == 1);
      await(() -> feed.status().state() == FeedStatus.State.RUNNING);
      assertThat(feed.status().quality()).isBetween(90, 99);
    }
  }

  @Test
  void rubbishErrorsAndAChangedSchemaLowerItsQualityAndAreReadable() {
    answer(500, "oops");
    answer(200, "<html>not json</html>");
    answer(200, "{\"data\":[]}");
    answer(200, GOOD);
    try (PolledFeed feed = fred()) {
      feed.start();
      await(() -> feed.status().errors() == 1);
      assertThat(feed.status().detail()).contains("HTTP 500");
      passToNext();
      await(() -> feed.status().rejected() == 1);
      assertThat(feed.status().reasons()).containsKey("not-json");
      passToNext();
      await(() -> feed.status().rejected() == 2);
      assertThat(feed.status().reasons()).containsKey("missing-field");
      assertThat(feed.status().quality()).isLessThan(100);
      passToNext();
      await(() -> told.observations.size() == 1);
    }
  }

  @Test
  void anAnswerThatHasNotChangedIsNotReadAgain() {
    answer(200, GOOD, Map.of("ETag", "\"v1\""));
    answer(304, "");
    try (PolledFeed feed = fred()) {
      feed.start();
      await(() -> told.observations.size() == 1);
      passToNext();
      await(() -> asked.get() == 2);
      assertThat(lastVersion).isEqualTo("\"v1\"");
      await(() -> clock.nextNs() < Long.MAX_VALUE);
      assertThat(told.observations).hasSize(1);
      assertThat(feed.status().state()).isEqualTo(FeedStatus.State.RUNNING);
    }
  }

  @Test
  void nobodyThereIsNoException() {
    server.stop(0);
    try (PolledFeed feed = fred()) {
      feed.start();
      await(() -> feed.status().errors() == 1);
      passToNext();
      await(() -> feed.status().errors() == 2);
      assertThat(feed.status().detail()).contains("DFF at http://127.0.0.1");
    }
  }

  @Test
  void aFileIsReadWhenItChanges() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "2024-01-04,1\n");
    TabularSource source =
        new TabularSource(
            new TabularSource.Table(
                "HOUSE",
                PolledRequest.get("file", file.toUri()),
                new Rows.Csv(',', false),
                Output.OBSERVATIONS,
                new Columns(Map.of("time", "0", "value", "1", "name", "=x")),
                TimeForm.of("iso", ZoneOffset.UTC),
                Interval.DAY,
                Duration.ofSeconds(10)));
    try (PolledFeed feed = feed(source)) {
      feed.start();
      await(() -> told.observations.size() == 1);
      passToNext();
      await(() -> clock.nextNs() < Long.MAX_VALUE);
      assertThat(told.observations).hasSize(1);
      Files.writeString(file, "2024-01-04,1\n2024-01-05,2\n");
      passToNext();
      await(() -> told.observations.size() == 3);
      Files.delete(file);
      passToNext();
      await(() -> feed.status().errors() == 1);
    }
  }
}
