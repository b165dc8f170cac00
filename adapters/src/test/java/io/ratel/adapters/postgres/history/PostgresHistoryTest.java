package io.ratel.adapters.postgres.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryItem;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistoryWork.Asked;
import io.ratel.marketdata.history.fetch.HistoryWork.Bounds;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.security.identity.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresHistoryTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final AtomicInteger VENUES = new AtomicInteger();

  private static EmbeddedPostgresServer server;
  private static Database database;
  private static PostgresHistoryWork work;
  private static PostgresCoverage coverage;
  private static long ann;
  private static long bob;

  /** Each test has a venue of its own. */
  private final String venue = "V" + VENUES.incrementAndGet();

  private final HistoryKey trades =
      HistoryKey.of(Symbol.of(venue + ":BTC-USD"), HistoryKind.TRADES);

  @BeforeAll
  static void open(@TempDir Path folder) {
    server = EmbeddedPostgresServer.start(folder);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 8);
    work = new PostgresHistoryWork(database);
    coverage = new PostgresCoverage(database);
    PostgresUsers users = new PostgresUsers(database);
    ann = users.create("ann@example.test", Role.TRADER, "x").id();
    bob = users.create("bob@example.test", Role.TRADER, "x").id();
  }

  @AfterAll
  static void close() {
    database.close();
    server.close();
  }

  private static Span seconds(long from, long to) {
    return new Span(START + from * SECOND, START + to * SECOND);
  }

  private String id(int number) {
    return "request-of-" + venue + "-" + "%04d".formatted(number);
  }

  private Asked ask(int number, long user, Span span) {
    return work.ask(id(number), user, trades, span, new Bounds(1_000, 10_000));
  }

  private Optional<HistoryItem> take(String taker) {
    return work.take(taker, Set.of(venue), LEASE);
  }

  private static void endLeases() {
    database
        .sql()
        .execute("update platform.history_items set leased_until = now() - interval '1s'");
  }

  @Test
  void aHundredWhoAskTheSameMakeOneItemAndAllHearOfItsEnd() throws Exception {
    try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        int number = i;
        asking.submit(() -> ask(number, number % 2 == 0 ? ann : bob, seconds(0, 60)));
      }
    }
    HistoryItem item = take("one").orElseThrow();
    assertThat(take("two")).isEmpty();
    assertThat(work.find(id(99)).orElseThrow().state()).isEqualTo(HistoryRequest.State.TAKEN);
    assertThat(work.stored(item, seconds(0, 60), 7, LEASE)).isTrue();
    assertThat(work.end(item, "")).isTrue();
    for (int i = 0; i < 100; i++) {
      HistoryRequest request = work.find(id(i)).orElseThrow();
      assertThat(request.state()).isEqualTo(HistoryRequest.State.DONE);
      assertThat(request.rows()).isEqualTo(7);
    }
    assertThat(coverage.of(trades, seconds(0, 60))).containsExactly(seconds(0, 60));
    assertThat(ask(100, ann, seconds(0, 60))).isInstanceOf(Asked.Accepted.class);
    assertThat(take("two")).as("a new question after the end is new work").isPresent();
  }

  @Test
  void anIdIsForOneQuestionAndBoundsHold() {
    Asked first = ask(1, ann, seconds(0, 60));
    assertThat(ask(1, ann, seconds(0, 60))).isEqualTo(first);
    assertThat(ask(1, ann, seconds(0, 61))).isInstanceOf(Asked.IdTaken.class);
    Bounds tight = new Bounds(2, 1_000);
    long cid = new PostgresUsers(database).create(venue + "@example.test", Role.TRADER, "x").id();
    for (int i = 2; i < 4; i++) {
      assertThat(work.ask(id(i), cid, trades, seconds(0, i), tight))
          .isInstanceOf(Asked.Accepted.class);
    }
    assertThat(work.ask(id(4), cid, trades, seconds(0, 99), tight))
        .isEqualTo(new Asked.TooManyOfUser(2));
    assertThat(work.ask(id(5), bob, trades, seconds(0, 99), new Bounds(50, 1)))
        .isEqualTo(new Asked.TooManyInAll(1));
    assertThat(work.ask(id(6), bob, trades, seconds(0, 60), new Bounds(50, 1)))
        .as("what is open already is no further item")
        .isInstanceOf(Asked.Accepted.class);
  }

  @Test
  void twoThatTakeAtOnceGetOneItemEach() throws Exception {
    int items = 40;
    Bounds many = new Bounds(1_000, 10_000);
    for (int i = 0; i < items; i++) {
      work.ask(id(i), ann, trades, seconds(i, i + 1), many);
    }
    Map<Long, String> taken = new ConcurrentHashMap<>();
    AtomicInteger twice = new AtomicInteger();
    try (var takers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : List.of("one", "two", "three", "four")) {
        takers.submit(
            () -> {
              for (Optional<HistoryItem> got = take(name); got.isPresent(); got = take(name)) {
                if (taken.put(got.get().id(), name) != null) {
                  twice.incrementAndGet();
                }
                work.end(got.get(), "");
              }
            });
      }
    }
    assertThat(taken).hasSize(items);
    assertThat(twice).hasValue(0);
  }

  @Test
  void anItemWhoseHolderIsGoneIsTakenOverAndTheFirstHasNoMoreSayInIt() {
    ask(1, ann, seconds(0, 60));
    HistoryItem first = take("one").orElseThrow();
    endLeases();
    HistoryItem second = take("two").orElseThrow();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(work.renew(first, LEASE)).isFalse();
    assertThat(work.stored(first, seconds(0, 60), 1, LEASE)).isFalse();
    assertThat(work.end(first, "gone")).isFalse();
    assertThat(coverage.of(trades, seconds(0, 60))).isEmpty();
    assertThat(work.renew(second, LEASE)).isTrue();
    for (int i = 2; i < PostgresHistoryWork.MAX_TAKES; i++) {
      endLeases();
      assertThat(take("taker " + i)).isPresent();
    }
    endLeases();
    assertThat(take("one more")).isEmpty();
    HistoryRequest request = work.find(id(1)).orElseThrow();
    assertThat(request.state()).isEqualTo(HistoryRequest.State.FAILED);
    assertThat(request.error()).isEqualTo("it was begun 5 times and never finished");
  }

  @Test
  void spansThatMeetBecomeOneWhateverTheirOrder() {
    Random random = new Random(7);
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long from = random.nextInt(500);
      Span span = seconds(from, from + random.nextInt(9));
      all.add(span);
      coverage.add(Map.of(trades, List.of(span)));
    }
    assertThat(coverage.of(trades, seconds(0, 1_000))).isEqualTo(Span.merged(all));
    HistoryKey bars = HistoryKey.bars(trades.symbol(), Interval.MINUTE);
    assertThat(coverage.of(bars, seconds(0, 1_000))).isEmpty();
  }

  @Test
  void whoFollowsHearsOfWorkAndOfEnds() throws Exception {
    BlockingQueue<HistoryRequest> news = new LinkedBlockingQueue<>();
    CountDownLatch woken = new CountDownLatch(1);
    Set<String> wanted = ConcurrentHashMap.newKeySet();
    wanted.add(id(1));
    try (HistoryFollower follower =
        new HistoryFollower(database, work, woken::countDown, () -> wanted, news::add)) {
      assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
      ask(1, ann, seconds(0, 60));
      ask(2, ann, seconds(0, 70));
      HistoryItem item = take("one").orElseThrow();
      work.end(item, "the venue is closed");
      HistoryRequest last;
      do {
        last = news.poll(10, TimeUnit.SECONDS);
        assertThat(last).isNotNull();
        assertThat(last.id()).isEqualTo(id(1));
      } while (last.state() != HistoryRequest.State.FAILED);
      assertThat(last.error()).isEqualTo("the venue is closed");
      assertThat(follower).isNotNull();
    }
  }
}
