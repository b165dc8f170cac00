package io.ratel.adapters.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real traffic against a second, naive reading of the same files in plain decimals. */
final class RecordedTrafficTest {
  private static final int DEPTH = 1_000;

  @TempDir Path folder;

  @Test
  void coinbaseTradesBooksAndBarsAreWhatTheRecordingSays() throws Exception {
    Path captures = SharedData.folder("captures");
    NaiveReading.Coinbase naive = new NaiveReading.Coinbase(captures.resolve("COINBASE.ws.28.0"));
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      ReplayReport report = play(captures, markets);
      assertThat(report.rejected()).isZero();
      compare(naive, markets);
      assertThat(markets.counts().gaps()).isZero();
      assertThat(markets.counts().crossed()).isZero();
    }
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets again = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      play(captures, again);
      compare(naive, again);
    }
  }

  @Test
  void binanceBooksAreWhatTheSnapshotAndItsChangesSay() throws Exception {
    Path captures = SharedData.folder("captures");
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      play(captures, markets);
      for (String name : List.of("NKN-USDT", "BLZ-ETH", "LRC-BTC", "RUNE-EUR")) {
        NaiveReading.Binance naive = new NaiveReading.Binance(captures, name.replace("-", ""));
        BookView book = markets.book(Symbol.of("BINANCE:" + name), DEPTH).orElseThrow();
        assertThat(decimals(book.market(), book.bids()))
            .as("%s bids", name)
            .isEqualTo(first(naive.bids, DEPTH));
        assertThat(decimals(book.market(), book.asks()))
            .as("%s asks", name)
            .isEqualTo(first(naive.asks, DEPTH));
        assertThat(book.sequence()).isEqualTo(naive.last);
      }
      assertThat(markets.trades(Symbol.of("BINANCE:NKN-USDT"), 10)).hasSize(naiveTrades(captures));
    }
  }

  @Test
  void krakenBooksAgreeWithEverySumTheVenueSentAndWithAPlainReading() throws Exception {
    Path captures = SharedData.folder("captures");
    NaiveReading.Kraken naive = new NaiveReading.Kraken(captures, DEPTH);
    assertThat(naive.sums).isGreaterThan(100);
    assertThat(naive.wrongSums).isZero();
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      ReplayReport report = play(captures, markets);
      assertThat(report.rejected()).as("rejected frames").isZero();
      naive.bids.forEach(
          (pair, bids) -> {
            BookView book = markets.book(kraken(pair), DEPTH).orElseThrow();
            assertThat(decimals(book.market(), book.bids()))
                .as("%s bids", pair)
                .isEqualTo(first(bids, DEPTH));
            assertThat(decimals(book.market(), book.asks()))
                .as("%s asks", pair)
                .isEqualTo(first(naive.asks(pair), DEPTH));
          });
      naive.trades.forEach(
          (pair, count) -> assertThat(markets.trades(kraken(pair), 1_000)).as(pair).hasSize(count));
      assertThat(markets.quote(Symbol.of("KRAKEN:XMR-USD"))).isPresent();
    }
  }

  private static Symbol kraken(String pair) {
    return Symbol.of("KRAKEN:" + pair.replace('/', '-').replace("XBT", "BTC"));
  }

  @Test
  void filesOfBarsAndTicksBecomeHistory() throws Exception {
    Path bars = SharedData.folder("bars");
    Path ticks = SharedData.folder("ticks");
    try (QuestTickStore store = QuestTickStore.open(folder);
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      try (Replay replay =
          Replay.start(
              ReplayPlan.of(List.of(bars, ticks)), markets, Speed.MAX, ReplayClock.SYSTEM)) {
        ReplayReport report = replay.finished().get();
        assertThat(report.rejected()).as("%s", replay.feeds()).isZero();
        assertThat(report.frames()).isGreaterThan(25_351);
      }
      List<Bar> days =
          markets.bars(Symbol.of("LEAN:AAPL"), Interval.DAY, 0, Long.MAX_VALUE, 10_000);
      assertThat(days.getFirst().market().formatPrice(days.getFirst().close()))
          .isEqualTo("16.2500");
      assertThat(Instant.ofEpochSecond(0, days.getFirst().timeNs()))
          .isEqualTo("1998-01-02T00:00:00Z");
      assertThat(markets.bars(Symbol.of("LEAN:SPY"), Interval.MINUTE, 0, Long.MAX_VALUE, 1))
          .isNotEmpty();
      List<Bar> aig = markets.bars(Symbol.of("LEAN:AIG"), Interval.DAY, 0, Long.MAX_VALUE, 10);
      assertThat(aig).hasSize(1);
      assertThat(aig.get(0).trades()).isEqualTo(25_351);
    }
  }

  private static ReplayReport play(Path captures, LiveMarkets markets) throws Exception {
    try (Replay replay =
        Replay.start(ReplayPlan.of(List.of(captures)), markets, Speed.MAX, ReplayClock.SYSTEM)) {
      ReplayReport report = replay.finished().get();
      assertThat(replay.feeds())
          .filteredOn(feed -> feed.state() != FeedStatus.State.SKIPPED)
          .extracting(FeedStatus::state)
          .containsOnly(FeedStatus.State.FINISHED);
      return report;
    }
  }

  private static void compare(NaiveReading.Coinbase naive, LiveMarkets markets) {
    naive.trades.forEach(
        (product, trades) -> {
          Symbol symbol = Symbol.of("COINBASE:" + product);
          List<Trade> newest = markets.trades(symbol, 1_000);
          assertThat(newest.reversed()).extracting(Trade::id).isEqualTo(ids(trades));
          assertThat(newest.reversed())
              .extracting(trade -> decimal(trade.price(), trade.market().priceScale()))
              .isEqualTo(trades.stream().map(NaiveReading.NaiveTrade::price).toList());
          assertThat(newest.reversed())
              .extracting(Trade::side)
              .isEqualTo(trades.stream().map(NaiveReading.NaiveTrade::taker).toList());
          for (Interval interval : Interval.values()) {
            assertThat(
                    markets.bars(symbol, interval, 0, Long.MAX_VALUE, 10_000).stream()
                        .map(RecordedTrafficTest::text)
                        .toList())
                .as("%s %s", product, interval)
                .isEqualTo(bars(trades, interval));
          }
        });
    naive.products.forEach(
        product -> {
          BookView book = markets.book(Symbol.of("COINBASE:" + product), 500).orElseThrow();
          assertThat(decimals(book.market(), book.bids()))
              .isEqualTo(first(naive.bids(product), 500));
          assertThat(decimals(book.market(), book.asks()))
              .isEqualTo(first(naive.asks(product), 500));
          assertThat(markets.quote(Symbol.of("COINBASE:" + product)).orElseThrow().bid())
              .isEqualTo(book.bids().get(0).price());
        });
  }

  private static int naiveTrades(Path captures) throws Exception {
    int count = 0;
    for (String line : Files.readAllLines(captures.resolve("BINANCE.ws.1.0"))) {
      count += line.contains("\"e\":\"aggTrade\"") && line.contains("\"NKNUSDT\"") ? 1 : 0;
    }
    return count;
  }

  private static String text(Bar bar) {
    Market market = bar.market();
    return "%d %s %s %s %s %s %d"
        .formatted(
            bar.timeNs(),
            decimal(bar.open(), market.priceScale()).toPlainString(),
            decimal(bar.high(), market.priceScale()).toPlainString(),
            decimal(bar.low(), market.priceScale()).toPlainString(),
            decimal(bar.close(), market.priceScale()).toPlainString(),
            decimal(bar.volume(), market.quantityScale()).toPlainString(),
            bar.trades());
  }

  private static List<String> bars(List<NaiveReading.NaiveTrade> trades, Interval interval) {
    Map<Long, List<NaiveReading.NaiveTrade>> groups = new TreeMap<>();
    for (NaiveReading.NaiveTrade trade : trades) {
      groups.computeIfAbsent(interval.floor(trade.timeNs()), _ -> new ArrayList<>()).add(trade);
    }
    List<String> bars = new ArrayList<>();
    groups.forEach(
        (start, group) -> {
          List<BigDecimal> prices = group.stream().map(NaiveReading.NaiveTrade::price).toList();
          BigDecimal volume =
              group.stream()
                  .map(NaiveReading.NaiveTrade::size)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          bars.add(
              "%d %s %s %s %s %s %d"
                  .formatted(
                      start,
                      prices.getFirst().toPlainString(),
                      prices.stream().max(Comparator.naturalOrder()).get().toPlainString(),
                      prices.stream().min(Comparator.naturalOrder()).get().toPlainString(),
                      prices.getLast().toPlainString(),
                      NaiveReading.plain(volume).toPlainString(),
                      group.size()));
        });
    return bars;
  }

  private static List<String> ids(List<NaiveReading.NaiveTrade> trades) {
    return trades.stream().map(trade -> Long.toString(trade.id())).toList();
  }

  private static BigDecimal decimal(long value, int scale) {
    return NaiveReading.plain(BigDecimal.valueOf(value, scale));
  }

  private static List<List<BigDecimal>> decimals(Market market, List<Level> levels) {
    return levels.stream()
        .map(
            level ->
                List.of(
                    decimal(level.price(), market.priceScale()),
                    decimal(level.quantity(), market.quantityScale())))
        .toList();
  }

  private static List<List<BigDecimal>> first(TreeMap<BigDecimal, BigDecimal> side, int depth) {
    return side.entrySet().stream()
        .limit(depth)
        .map(
            entry ->
                List.of(NaiveReading.plain(entry.getKey()), NaiveReading.plain(entry.getValue())))
        .toList();
  }
}
