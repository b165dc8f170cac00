package io.ratel.marketdata.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MemoryTickStore;
import io.ratel.marketdata.bar.Rollup;
import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.history.HistoryPage.Place;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Pages, put one after the other, are what a naive reader of everything would answer. */
final class MarketHistoryTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.ofEpochSecond(START / SECOND + 10_000));
  private static final Market BTC = new Market(Symbol.of("X:BTC-USD"), 2, 4);
  private static final Market ETH = new Market(Symbol.of("X:ETH-USD"), 2, 4);

  @Property(tries = 120)
  void pagesOfTradesAreEveryTradeOnceWhateverComesLateTwiceOrAtOneTimeAndThroughRestarts(
      @ForAll @IntRange(min = 0, max = 250) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Sent sent = new Sent(random, count, 60);
    try (Restarting markets = new Restarting(sent)) {
      for (boolean newest : List.of(false, true)) {
        HistoryQuery query = sent.query(newest);
        List<Trade> pages =
            all(markets, random, query, (of, page) -> of.trades(BTC.symbol(), page));
        assertThat(pages).as("seed %d, %s", seed, query).isEqualTo(sent.naive(query));
      }
    }
  }

  @Property(tries = 60)
  void barsAsOfAMomentAreThoseOfTheTradesThatHadBeenReceived(
      @ForAll @IntRange(min = 0, max = 250) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Sent sent = new Sent(random, count, 200 * SECOND);
    Interval interval = random.nextBoolean() ? Interval.FIVE_SECONDS : Interval.MINUTE;
    try (Restarting markets = new Restarting(sent)) {
      for (boolean newest : List.of(false, true)) {
        HistoryQuery query = sent.query(newest).asOf(START + random.nextLong(400 * SECOND));
        HistoryQuery whole = aligned(query, interval);
        List<Bar> expected = Rollup.ofTrades(sent.naive(whole), interval);
        List<Bar> pages =
            all(markets, random, query, (of, page) -> of.bars(BTC.symbol(), interval, page));
        assertThat(pages)
            .as("seed %d, %s", seed, query)
            .isEqualTo(newest ? expected.reversed() : expected);
      }
    }
  }

  @Property(tries = 60)
  void pagesOfBarsAreEveryBarOnce(
      @ForAll @IntRange(min = 0, max = 250) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Sent sent = new Sent(random, count, 2_000 * SECOND);
    try (Restarting markets = new Restarting(sent)) {
      markets.flush();
      for (Interval interval : List.of(Interval.SECOND, Interval.THREE_MINUTES, Interval.HOUR)) {
        for (boolean newest : List.of(false, true)) {
          HistoryQuery query = sent.query(newest).page(1, newest, Optional.empty());
          query =
              new HistoryQuery(
                  query.fromNs(),
                  query.toNs(),
                  HistoryQuery.ALL.asOfNs(),
                  1,
                  newest,
                  Optional.empty());
          List<Bar> expected = Rollup.ofTrades(sent.naive(aligned(query, interval)), interval);
          List<Bar> pages =
              all(markets, random, query, (of, page) -> of.bars(BTC.symbol(), interval, page));
          assertThat(pages)
              .as("seed %d, %s of %s", seed, interval, query)
              .isEqualTo(newest ? expected.reversed() : expected);
        }
      }
    }
  }

  @Test
  void quotesAndBooksArePagedAndFilteredByWhenTheyWereReceived() {
    MemoryTickStore store = new MemoryTickStore();
    List<Quote> quotes = new ArrayList<>();
    List<BookSnapshot> books = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      long time = START + i * SECOND;
      quotes.add(new Quote(BTC, 100 + i, 1, 200 + i, 1, time, time + (i % 7) * SECOND));
      books.add(
          new BookSnapshot(
              BTC, List.of(new Level(100 + i, 1)), List.of(), i, time, time + (i % 5) * SECOND));
    }
    store.appendQuotes(quotes);
    store.appendBooks(books);
    try (Restarting markets = new Restarting(store)) {
      HistoryQuery query =
          HistoryQuery.ALL
              .between(START + 3 * SECOND, START + 40 * SECOND)
              .asOf(START + 30 * SECOND);
      assertThat(all(markets, new Random(1), query, (of, q) -> of.quotes(BTC.symbol(), q)))
          .isEqualTo(
              quotes.stream()
                  .filter(q -> q.exchangeTimeNs() >= START + 3 * SECOND)
                  .filter(q -> q.localTimeNs() <= START + 30 * SECOND)
                  .toList());
      assertThat(all(markets, new Random(2), query, (of, q) -> of.books(BTC.symbol(), q)))
          .isEqualTo(
              books.stream()
                  .filter(b -> b.exchangeTimeNs() >= START + 3 * SECOND)
                  .filter(b -> b.localTimeNs() <= START + 30 * SECOND)
                  .toList());
      MarketHistory history = markets.history();
      assertThat(history.bookAt(BTC.symbol(), START + 22 * SECOND).map(BookSnapshot::sequence))
          .hasValue(21L); // the one of 22 came two seconds late
      assertThat(history.bookAt(BTC.symbol(), START - 1)).isEmpty();
      assertThat(history.bookAt(ETH.symbol(), START)).isEmpty();
    }
  }

  @Test
  void whatIsOlderThanWhatIsKeptIsRefusedWithTheOldestMoment() {
    MemoryTickStore store = new MemoryTickStore();
    store.keptFromNs = START;
    try (Restarting markets = new Restarting(store)) {
      MarketHistory history = markets.history();
      HistoryQuery old = HistoryQuery.ALL.between(START - 1, START + 1);
      assertThatThrownBy(() -> history.trades(BTC.symbol(), old))
          .isInstanceOfSatisfying(
              MomentNotRetainedException.class, e -> assertThat(e.oldestNs()).isEqualTo(START));
      assertThatThrownBy(() -> history.quotes(BTC.symbol(), HistoryQuery.ALL.asOf(START - 5)))
          .isInstanceOf(MomentNotRetainedException.class);
      assertThatThrownBy(
              () -> history.bars(BTC.symbol(), Interval.HOUR, HistoryQuery.ALL.between(0, 5)))
          .isInstanceOf(MomentNotRetainedException.class);
      assertThat(history.trades(BTC.symbol(), HistoryQuery.ALL).items()).isEmpty();
    }
  }

  @Test
  void whatNobodyStoredIsMissingAndTheTradesOfBarsCount() {
    MemoryCoverage coverage = new MemoryCoverage();
    Followed followed = new Followed();
    HistoryKey trades = HistoryKey.of(BTC.symbol(), HistoryKind.TRADES);
    HistoryKey bars = HistoryKey.bars(BTC.symbol(), Interval.FIVE_MINUTES);
    long minute = 60 * SECOND;
    coverage.add(
        Map.of(
            trades, List.of(new Span(START + 90 * SECOND, START + 20 * minute)),
            bars, List.of(new Span(START + 30 * minute, START + 40 * minute))));
    followed.extend(trades, START + 50 * minute, true);
    try (Restarting markets = new Restarting(new MemoryTickStore())) {
      MarketHistory history = new MarketHistory(markets.live.past(), coverage, followed, NOW);
      Span hour = new Span(START, START + 60 * minute);
      assertThat(history.missing(trades, hour))
          .containsExactly(
              new Span(START, START + 90 * SECOND),
              new Span(START + 20 * minute, START + 50 * minute));
      assertThat(history.missing(bars, hour))
          .containsExactly(
              new Span(START, START + 5 * minute), // the bar whose beginning is not known
              new Span(START + 20 * minute, START + 30 * minute),
              new Span(START + 40 * minute, START + 50 * minute));
      followed.cut(trades);
      assertThat(history.missing(trades, hour))
          .last()
          .isEqualTo(new Span(START + 20 * minute, START + 60 * minute));
      HistoryKey own = HistoryKey.of(Symbol.of("BTC-USD"), HistoryKind.TRADES);
      assertThat(history.missing(own, hour)).isEmpty();
      Span later = new Span(START + 20_000 * SECOND, START + 30_000 * SECOND);
      assertThat(history.missing(trades, later)).isEmpty(); // it has not happened yet
    }
  }

  /** Reads page by page, each of another size, now and then after a restart. */
  private static <T> List<T> all(
      Restarting markets,
      Random random,
      HistoryQuery query,
      BiFunction<MarketHistory, HistoryQuery, HistoryPage<T>> reader) {
    List<T> all = new ArrayList<>();
    Optional<Place> place = Optional.empty();
    for (int pages = 0; pages < 2_000; pages++) {
      if (random.nextInt(8) == 0) {
        markets.restart();
      }
      HistoryQuery next = query.page(1 + random.nextInt(20), query.newest(), place);
      HistoryPage<T> page = reader.apply(markets.history(), next);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(next.limit());
      all.addAll(page.items());
      place = page.next();
      if (place.isEmpty()) {
        return all;
      }
      place = Place.parse(place.get().text());
    }
    throw new AssertionError("the pages do not end: " + query);
  }

  private static HistoryQuery aligned(HistoryQuery query, Interval interval) {
    long from = query.fromNs().getAsLong();
    long to = query.toNs().getAsLong();
    return query.between(next(interval, from), next(interval, to));
  }

  private static long next(Interval interval, long timeNs) {
    return interval.floor(timeNs) == timeNs ? timeNs : interval.end(interval.floor(timeNs));
  }

  /** Markets over one store that end and begin again. */
  private static final class Restarting implements AutoCloseable {
    private final MemoryTickStore store;
    private LiveMarkets live;

    Restarting(MemoryTickStore store) {
      this.store = store;
      this.live = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
    }

    Restarting(Sent sent) {
      this(new MemoryTickStore());
      sent.trades.forEach(trade -> live.onTrade(trade));
    }

    MarketHistory history() {
      return new MarketHistory(live.past(), new MemoryCoverage(), live.followed(), NOW);
    }

    void flush() {
      assertThat(live.flush(Duration.ofSeconds(10))).isTrue();
    }

    void restart() {
      live.close();
      live = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
    }

    @Override
    public void close() {
      live.close();
    }
  }

  /** Trades as they came: late, of one time, twice, and some of another market. */
  private static final class Sent {
    private final List<Trade> trades = new ArrayList<>();
    private final Random random;
    private final long spanNs;

    Sent(Random random, int count, long spanNs) {
      this.random = random;
      this.spanNs = spanNs;
      for (int i = 0; i < count; i++) {
        if (!trades.isEmpty() && random.nextInt(10) == 0) {
          trades.add(trades.get(random.nextInt(trades.size())));
          continue;
        }
        long time = START + random.nextLong(spanNs);
        time -= random.nextBoolean() ? time % Math.max(1, spanNs / 12) : 0;
        trades.add(
            new Trade(
                random.nextInt(12) == 0 ? ETH : BTC,
                Integer.toString(i),
                100 + random.nextInt(50),
                1 + random.nextInt(9),
                Side.BUY,
                time,
                START + random.nextLong(2 * spanNs)));
      }
    }

    HistoryQuery query(boolean newest) {
      long from = START + random.nextLong(spanNs) - spanNs / 10;
      long to = from + 1 + random.nextLong(spanNs);
      HistoryQuery query = HistoryQuery.ALL.between(from, to).page(1, newest, Optional.empty());
      return random.nextBoolean() ? query : query.asOf(START + random.nextLong(2 * spanNs));
    }

    List<Trade> naive(HistoryQuery query) {
      Set<String> seen = new HashSet<>();
      Comparator<Trade> order = TradeOrder.OLDEST_FIRST;
      return trades.stream()
          .filter(trade -> trade.market().equals(BTC) && seen.add(trade.id()))
          .filter(trade -> trade.exchangeTimeNs() >= query.fromNs().getAsLong())
          .filter(trade -> trade.exchangeTimeNs() < query.toNs().getAsLong())
          .filter(trade -> trade.localTimeNs() <= query.asOfNs().orElse(Long.MAX_VALUE))
          .sorted(query.newest() ? order.reversed() : order)
          .toList();
    }
  }
}
