package io.ratel.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.history.LocalVenue.Made;
import io.ratel.adapters.history.LocalVenue.Trouble;
import io.ratel.adapters.live.VenueKind;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryFetchException;
import io.ratel.marketdata.history.fetch.HistoryFetcher;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each venue is asked as it wants to be, and what it tells is whole or not told at all. */
final class VenueHistoriesTest {
  private static final long SECOND = LocalVenue.SECOND;
  private static final long START = 1_767_225_600L * SECOND;
  private static final long NOW = START + 30 * 86_400 * SECOND;

  /** What was fetched, which is held against what is said to be whole. */
  private static final class Fetched implements HistoryFetcher.Pages {
    private final List<Trade> trades = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Span> whole = new ArrayList<>();
    private int pages;

    @Override
    public void trades(List<Trade> page, Span span) {
      trades.addAll(page);
      whole.add(span);
      pages++;
    }

    @Override
    public void bars(List<Bar> page, Span span) {
      bars.addAll(page);
      whole.add(span);
      pages++;
    }

    @Override
    public void alive() {}
  }

  private static HistoryKey trades(VenueKind kind) {
    return HistoryKey.of(Symbol.of(kind + ":BTC-USD"), HistoryKind.TRADES);
  }

  /** Trades now and then, some of one time. */
  private static void trade(LocalVenue venue, int count, long stepNs, long seed) {
    Random random = new Random(seed);
    long time = START;
    for (int i = 1; i <= count; i++) {
      time += random.nextInt(3) == 0 ? 0 : stepNs;
      venue.trades.add(
          new Made(
              i,
              time,
              (100 + random.nextInt(9)) + ".25",
              "0." + (1 + random.nextInt(9)),
              random.nextBoolean() ? Side.BUY : Side.SELL));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BINANCE, 3500, 1000000", "BINANCE, 900, 7",
    "COINBASE, 3500, 1000000", "COINBASE, 900, 7",
    "KRAKEN, 3500, 1000000", "KRAKEN, 900, 130",
    "OKX, 950, 1000000", "OKX, 950, 7"
  })
  void tradesAreAllThereOnceWhateverThePageSize(VenueKind kind, int count, int most)
      throws Exception {
    long seed = System.nanoTime();
    try (LocalVenue venue = new LocalVenue(kind)) {
      trade(venue, count, 50 * LocalVenue.MILLI, seed);
      venue.most = most;
      Span span = new Span(START + 10 * SECOND, START + 25 * SECOND);
      Fetched fetched = new Fetched();
      venue.fetcher(new HastyClock(NOW)).fetch(trades(kind), span, fetched);
      List<String> expected =
          venue.trades.stream()
              .filter(made -> made.timeNs() >= span.fromNs() && made.timeNs() < span.toNs())
              .map(made -> made.timeNs() + " " + made.price() + " " + made.quantity() + made.side())
              .sorted()
              .toList();
      assertThat(
              fetched.trades.stream()
                  .map(
                      trade ->
                          trade.exchangeTimeNs()
                              + " "
                              + trade.market().formatPrice(trade.price())
                              + " "
                              + trade.market().formatQuantity(trade.quantity())
                              + trade.side())
                  .sorted()
                  .toList())
          .as("seed %d", seed)
          .isEqualTo(expected);
      assertThat(fetched.trades.stream().map(Trade::id)).doesNotHaveDuplicates();
      assertThat(Span.merged(fetched.whole)).containsExactly(span);
    }
  }

  @ParameterizedTest
  @EnumSource(VenueKind.class)
  void barsAreTheVenuesWithThoseThatNobodyTradedLeftOut(VenueKind kind) throws Exception {
    for (Interval interval : List.of(Interval.MINUTE, Interval.DAY)) {
      try (LocalVenue venue = new LocalVenue(kind)) {
        HistoryKey key = HistoryKey.bars(Symbol.of(kind + ":BTC-USD"), interval);
        int count = kind == VenueKind.KRAKEN ? 600 : 2_345;
        Span span = new Span(START, START + count * interval.nanos());
        venue.newestBarNs = span.toNs();
        Fetched fetched = new Fetched();
        HistoryFetcher fetcher = venue.fetcher(new HastyClock(span.toNs() + 5 * SECOND));
        assertThat(fetcher.offers(key)).isTrue();
        fetcher.fetch(key, span, fetched);
        List<Bar> bars = fetched.bars;
        assertThat(bars).isSortedAccordingTo(Comparator.comparingLong(Bar::timeNs));
        List<Long> starts = new ArrayList<>();
        for (long at = START; at < span.toNs(); at += interval.nanos()) {
          if (LocalVenue.bar(at, interval.nanos()) != 7) {
            starts.add(at);
          }
        }
        assertThat(bars.stream().map(Bar::timeNs)).containsExactlyElementsOf(starts);
        Bar last = bars.getLast();
        long n = LocalVenue.bar(last.timeNs(), interval.nanos());
        assertThat(last.market().formatPrice(last.high())).startsWith(100 + n + ".75");
        assertThat(last.market().formatPrice(last.low())).startsWith(100 + n + ".25");
        assertThat(last.market().formatPrice(last.close())).startsWith(100 + n + ".6");
        assertThat(Span.merged(fetched.whole)).containsExactly(span);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VenueKind.class)
  void aRefusalIsWaitedOutAndRubbishAskedForAgain(VenueKind kind) throws Exception {
    try (LocalVenue venue = new LocalVenue(kind)) {
      HistoryKey key = HistoryKey.bars(Symbol.of(kind + ":BTC-USD"), Interval.MINUTE);
      Span span = new Span(START, START + 30 * Interval.MINUTE.nanos());
      venue.newestBarNs = span.toNs();
      venue.troubles.add(new Trouble(429, "slow down", Map.of("Retry-After", "77")));
      venue.troubles.add(new Trouble(200, "<html>maintenance</html>", Map.of()));
      venue.troubles.add(new Trouble(502, "bad gateway", Map.of()));
      venue.troubles.add(new Trouble(200, "{\"nothing\":1}", Map.of()));
      HastyClock clock = new HastyClock(NOW);
      Fetched fetched = new Fetched();
      venue.fetcher(clock).fetch(key, span, fetched);
      assertThat(fetched.bars).hasSizeGreaterThan(25);
      assertThat(venue.asked).hasSize(5);
      assertThat(clock.nanoTime()).isGreaterThanOrEqualTo(77 * SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource(VenueKind.class)
  void aVenueThatKeepsFailingOrRefusesIsToldInWords(VenueKind kind) throws Exception {
    try (LocalVenue venue = new LocalVenue(kind)) {
      HistoryKey key = HistoryKey.bars(Symbol.of(kind + ":BTC-USD"), Interval.MINUTE);
      Span span = new Span(START, START + 30 * Interval.MINUTE.nanos());
      for (int i = 0; i < HistoryHttp.ATTEMPTS; i++) {
        venue.troubles.add(new Trouble(200, "[[1,\"NaN\"", Map.of()));
      }
      HistoryFetcher fetcher = venue.fetcher(new HastyClock(NOW));
      assertThatThrownBy(() -> fetcher.fetch(key, span, new Fetched()))
          .isInstanceOf(HistoryFetchException.class)
          .hasMessageContaining("gave no answer of use 6 times")
          .hasMessageContaining("not-json");
      venue.troubles.add(
          new Trouble(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}", Map.of()));
      assertThatThrownBy(() -> fetcher.fetch(key, span, new Fetched()))
          .isInstanceOf(HistoryFetchException.class)
          .hasMessageContaining("HTTP 400")
          .hasMessageContaining("Invalid symbol");
      assertThat(venue.asked).hasSize(HistoryHttp.ATTEMPTS + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "KRAKEN")
  void whatAVenueTellsOnlyInPartIsStoredInPartAndSaid(VenueKind kind) throws Exception {
    try (LocalVenue venue = new LocalVenue(kind)) {
      HistoryKey key = HistoryKey.bars(Symbol.of(kind + ":BTC-USD"), Interval.MINUTE);
      Span span = new Span(START, START + 2_000 * Interval.MINUTE.nanos());
      venue.newestBarNs = span.toNs() - Interval.MINUTE.nanos();
      Fetched fetched = new Fetched();
      assertThatThrownBy(() -> venue.fetcher(new HastyClock(NOW)).fetch(key, span, fetched))
          .hasMessageContaining("newest 720 bars only");
      assertThat(fetched.bars).hasSize(720);
      assertThat(fetched.whole)
          .containsExactly(new Span(fetched.bars.getFirst().timeNs(), span.toNs()));
    }
  }
}
