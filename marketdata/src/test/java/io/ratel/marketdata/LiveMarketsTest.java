package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.bar.Rollup;
import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class LiveMarketsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 18_700 * 86_400L * SECOND;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Market OWN = new Market(Symbol.of("BTC-USD"), 2, 4);
  private static final Market VENUE = new Market(Symbol.of("X:BTC-USD"), 2, 4);

  private final MemoryTickStore store = new MemoryTickStore();

  @Property(tries = 40)
  void barsAreThoseOfTheTradesHoweverOftenAndLateTheyComeAndWhereverItRestarts(
      @ForAll @IntRange(min = 1, max = 120) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    MemoryTickStore disk = new MemoryTickStore();
    Random random = new Random(seed);
    List<Trade> trades = new ArrayList<>();
    long time = START + 86_000 * SECOND;
    for (int i = 0; i < count; i++) {
      time += random.nextLong(20 * SECOND);
      trades.add(trade(VENUE, Integer.toString(i), 1 + random.nextInt(99), time));
    }
    for (int run = 0; run < 3; run++) { // the last run has all of them, and most of them again
      List<Trade> sent =
          new ArrayList<>(run == 2 ? trades : trades.subList(0, random.nextInt(count)));
      for (int i = 0; i + 3 < sent.size(); i++) {
        if (random.nextInt(5) == 0) {
          Collections.swap(sent, i, i + 1 + random.nextInt(3));
        }
      }
      try (LiveMarkets markets = start(disk)) {
        sent.forEach(markets::onTrade);
        assertThat(markets.flush(LIMIT)).isTrue();
        for (Interval interval : Interval.values()) {
          assertThat(markets.bars(VENUE.symbol(), interval, 0, Long.MAX_VALUE, 10_000))
              .isEqualTo(Rollup.ofTrades(disk.trades(VENUE.symbol(), 0, Long.MAX_VALUE), interval));
        }
      }
    }
    assertThat(disk.trades(VENUE.symbol(), 0, Long.MAX_VALUE)).isEqualTo(trades);
  }

  @Test
  void aBookIsKnownFromItsSnapshotUntilAChangeIsMissing() {
    try (LiveMarkets markets = start(store)) {
      assertThat(markets.isBookKnown(VENUE.symbol())).isFalse();
      List<Level> bids = List.of(new Level(100, 1));
      markets.onBook(new BookSnapshot(VENUE, bids, List.of(), 5, START, START));
      assertThat(markets.isBookKnown(VENUE.symbol())).isTrue();
      markets.onBookDelta(new BookDelta(VENUE, bids, List.of(), 7, 8, START, START));
      assertThat(markets.isBookKnown(VENUE.symbol())).isFalse();
    }
  }

  @Test
  void theFormingBarContinuesAfterARestart() {
    try (LiveMarkets markets = start(store)) {
      markets.onTrade(trade(OWN, "5", 100, START));
      markets.onTrade(trade(OWN, "9", 300, START + SECOND));
    }
    try (LiveMarkets markets = start(store)) {
      assertThat(markets.lastOwnTradeId()).hasValue(9);
      List<Bar> told = new ArrayList<>();
      markets.listen(new BarCollector(told, told));
      markets.onTrade(trade(OWN, "12", 200, START + 2 * SECOND));
      Bar minute = new Bar(OWN, Interval.MINUTE, START, 100, 300, 100, 200, 3, 3);
      assertThat(told).contains(minute);
      assertThat(markets.bars(OWN.symbol(), Interval.MINUTE, 0, Long.MAX_VALUE, 5))
          .containsExactly(minute);
      assertThat(markets.trades(OWN.symbol(), 2)).extracting(Trade::id).containsExactly("12", "9");
    }
  }

  @Test
  void aLateTradeIsToldAsACorrectionOfTheBarsThatHadEnded() {
    try (LiveMarkets markets = start(store)) {
      List<Bar> told = new ArrayList<>();
      List<Bar> corrected = new ArrayList<>();
      markets.listen(new BarCollector(told, corrected));
      markets.onTrade(trade(VENUE, "1", 100, START + 50 * SECOND));
      markets.onTrade(trade(VENUE, "2", 300, START + 70 * SECOND));
      assertThat(corrected).isEmpty();
      told.clear();
      markets.onTrade(trade(VENUE, "0", 90, START + 40 * SECOND));
      assertThat(corrected)
          .extracting(Bar::interval)
          .containsExactly(
              Interval.SECOND,
              Interval.FIVE_SECONDS,
              Interval.FIFTEEN_SECONDS,
              Interval.THIRTY_SECONDS,
              Interval.MINUTE);
      assertThat(corrected.getLast())
          .isEqualTo(new Bar(VENUE, Interval.MINUTE, START, 90, 100, 90, 100, 2, 2));
      assertThat(told)
          .extracting(Bar::interval)
          .contains(Interval.THREE_MINUTES, Interval.DAY, Interval.WEEK, Interval.MONTH);
    }
  }

  @Test
  void nobodyIsToldWhatNobodyHears() {
    try (LiveMarkets markets = start(store)) {
      List<Bar> told = new ArrayList<>();
      markets.listen(
          new BarCollector(told, told) {
            @Override
            public boolean hears(Symbol symbol) {
              return symbol.equals(OWN.symbol());
            }

            @Override
            public List<Interval> intervals(Symbol symbol) {
              return List.of(Interval.FIFTEEN_MINUTES);
            }
          });
      markets.onTrade(trade(VENUE, "1", 100, START));
      markets.onTrade(trade(OWN, "1", 200, START));
      assertThat(told)
          .containsExactly(new Bar(OWN, Interval.FIFTEEN_MINUTES, START, 200, 200, 200, 200, 1, 1));
    }
  }

  @Test
  void barsThatACrashLeftBehindTheirTradesAreCompletedAtTheStart() {
    List<Trade> trades =
        List.of(trade(OWN, "1", 100, START), trade(OWN, "2", 300, START + 70 * SECOND));
    store.appendTrades(trades);
    try (LiveMarkets markets = start(store)) {
      assertThat(markets.bars(OWN.symbol(), Interval.MINUTE, 0, Long.MAX_VALUE, 5))
          .isEqualTo(Rollup.ofTrades(trades, Interval.MINUTE));
      assertThat(markets.markets()).containsExactly(OWN);
    }
  }

  @Test
  void ourOwnQuoteIsThatOfItsBook() {
    try (LiveMarkets markets = start(store)) {
      assertThat(markets.quote(OWN.symbol())).isEmpty();
      markets.onBookDelta(delta(OWN, 7, new Level(100, 5), new Level(102, 6)));
      assertThat(markets.quote(OWN.symbol()))
          .hasValue(new Quote(OWN, 100, 5, 102, 6, START, START));
      markets.onBookDelta(delta(OWN, 9, new Level(100, 0), new Level(102, 6)));
      assertThat(markets.quote(OWN.symbol())).hasValue(new Quote(OWN, 0, 0, 102, 6, START, START));
      assertThat(markets.book(OWN.symbol(), 5).orElseThrow().source()).isEqualTo("RATEL");
      assertThat(markets.book(OWN.symbol(), 5).orElseThrow().sequence()).isEqualTo(9);
    }
  }

  @Test
  void aLostBookTakesItsQuoteWithIt() {
    try (LiveMarkets markets = start(store)) {
      markets.onBook(
          new BookSnapshot(
              VENUE, List.of(new Level(100, 5)), List.of(new Level(102, 6)), 0, START, START));
      assertThat(markets.quote(VENUE.symbol())).isPresent();
      markets.onQuote(new Quote(VENUE, 99, 0, 103, 0, START, START)); // older, and knows less
      assertThat(markets.quote(VENUE.symbol()).orElseThrow().bid()).isEqualTo(100);
      markets.onBookLost(VENUE.symbol(), Gap.Cause.UNREADABLE);
      assertThat(markets.quote(VENUE.symbol())).isEmpty();
      assertThat(markets.book(VENUE.symbol(), 5)).isEmpty();
      markets.onQuote(new Quote(VENUE, 99, 0, 103, 0, START, START));
      assertThat(markets.quote(VENUE.symbol()).orElseThrow().bid()).isEqualTo(99);
    }
  }

  @Test
  void aTradeSentTwiceCountsOnce() {
    try (LiveMarkets markets = start(store)) {
      markets.onTrade(trade(VENUE, "1", 100, START));
      markets.onTrade(trade(VENUE, "1", 100, START));
      assertThat(markets.counts().duplicates()).isEqualTo(1);
      assertThat(markets.bars(VENUE.symbol(), Interval.DAY, 0, Long.MAX_VALUE, 1).get(0).trades())
          .isEqualTo(1);
    }
  }

  @Test
  void marketsBeyondTheLimitAreRefusedAndCounted() {
    try (LiveMarkets markets = LiveMarkets.start(store, new LiveMarkets.Limits(1, 2, SECOND))) {
      markets.onTrade(trade(VENUE, "1", 100, START));
      markets.onTrade(trade(OWN, "1", 100, START));
      assertThat(markets.markets()).containsExactly(VENUE);
      assertThat(markets.refused()).isEqualTo(1);
    }
  }

  @Test
  void aFailingStoreLosesNothingAndSaysSo() {
    store.failuresToCome = 1;
    try (LiveMarkets markets = start(store)) {
      markets.onTrade(trade(OWN, "1", 100, START));
      assertThat(markets.flush(LIMIT)).isTrue();
      assertThat(markets.writer().failures()).isEqualTo(1);
      assertThat(markets.writer().failing()).isEmpty();
    }
    assertThat(store.trades(OWN.symbol(), 0, Long.MAX_VALUE)).hasSize(1);
  }

  @Test
  void aFeedWaitsForAStoreThatIsBehindAndNothingIsLost() throws Exception {
    store.gate.drainPermits();
    int count = 30_000;
    CountDownLatch done = new CountDownLatch(1);
    try (LiveMarkets markets = start(store)) {
      Thread feed =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < count; i++) {
                      markets.onTrade(trade(VENUE, Integer.toString(i), 1, START + i));
                    }
                    done.countDown();
                  });
      while (feed.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(done.getCount()).isEqualTo(1);
      store.gate.release(1_000);
      done.await();
      assertThat(markets.flush(LIMIT)).isTrue();
    }
    assertThat(store.trades(VENUE.symbol(), 0, Long.MAX_VALUE)).hasSize(count);
  }

  private static LiveMarkets start(MemoryTickStore store) {
    return LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
  }

  private static Trade trade(Market market, String id, long price, long time) {
    return new Trade(market, id, price, 1, Side.BUY, time, time);
  }

  private static BookDelta delta(Market market, long sequence, Level bid, Level ask) {
    return new BookDelta(market, List.of(bid), List.of(ask), 0, sequence, START, START);
  }

  /** Collects bars. */
  private static class BarCollector implements MarketViews.Listener {
    private final List<Bar> told;
    private final List<Bar> corrected;

    BarCollector(List<Bar> told, List<Bar> corrected) {
      this.told = told;
      this.corrected = corrected;
    }

    @Override
    public void onEvent(MarketEvent event) {}

    @Override
    public void onTrade(Trade trade) {}

    @Override
    public void onQuote(Quote quote) {}

    @Override
    public void onBook(Symbol symbol) {}

    @Override
    public void onBar(Bar bar) {
      told.add(bar);
    }

    @Override
    public void onCorrection(Bar bar) {
      corrected.add(bar);
    }
  }
}
