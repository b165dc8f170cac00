package io.ratel.adapters.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.tick.Retention;
import io.ratel.marketdata.tick.TickStoreException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuestTickStoreTest {
  private static final long NOW = 1_618_677_780_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final Market BTC = new Market(Symbol.of("COINBASE:BTC-USD"), 2, 8);

  @TempDir Path folder;

  @Test
  void writingTwiceIsWritingOnce() {
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      List<Trade> trades = List.of(trade(BTC, "1", 5, NOW), trade(BTC, "2", 6, NOW));
      store.appendTrades(trades);
      store.appendTrades(trades);
      store.appendTrades(List.of(trades.get(1)));
      Bar before = bar(NOW, 7);
      Bar after = bar(NOW, 8);
      store.appendBars(List.of(before));
      store.appendBars(List.of(after));

      assertThat(store.trades(BTC.symbol(), 0, Long.MAX_VALUE)).isEqualTo(trades);
      assertThat(store.bars(BTC.symbol(), Interval.MINUTE, 0, Long.MAX_VALUE, 10))
          .containsExactly(after);
      assertThat(store.bars(BTC.symbol(), Interval.SECOND, 0, Long.MAX_VALUE, 10)).isEmpty();
    }
  }

  @Test
  void aRestartFindsTheSameRows() {
    Trade trade = trade(BTC, "77", 123_456, NOW + 1);
    Bar bar = bar(NOW, 3);
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendTrades(List.of(trade));
      store.appendBars(List.of(bar));
    }
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      assertThat(store.markets()).containsExactly(BTC);
      assertThat(store.newestTrades(BTC.symbol(), 5)).containsExactly(trade);
      assertThat(store.bars(BTC.symbol(), Interval.MINUTE, 0, Long.MAX_VALUE, 1))
          .containsExactly(bar);
      store.tidy();
      store.appendTrades(List.of(trade(BTC, "78", 9, NOW + 2)));
      assertThat(store.newestTrades(BTC.symbol(), 5)).hasSize(2);
    }
  }

  @Test
  void aGapIsOneRowFromItsOpeningToItsEnd() {
    Gap open = new Gap(BTC.symbol(), Gap.Cause.SEQUENCE, NOW, 0, 8, 11, Gap.Healing.OPEN);
    Gap other =
        new Gap(BTC.symbol(), Gap.Cause.CROSSED, NOW + 9, NOW + 20, 0, 0, Gap.Healing.SNAPSHOT);
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendGaps(List.of(open));
      assertThat(store.newestGaps(10)).containsExactly(open);
      Gap healed = open.healed(Gap.Healing.RESTART, NOW + 5);
      store.appendGaps(List.of(healed, other));
      assertThat(store.newestGaps(10)).containsExactly(healed, other);
      assertThat(store.newestGaps(1)).containsExactly(other);
    }
  }

  @Test
  void whatIsTooOldGoesByWholePartitionsAndTheRestStays() {
    long day = 86_400 * SECOND;
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-10T12:00:00Z"));
    long today = now.get().getEpochSecond() * SECOND;
    Retention retention =
        new Retention(Duration.ofDays(7), Duration.ofDays(60), Duration.ofDays(400));
    try (QuestTickStore store = QuestTickStore.open(folder, retention, now::get)) {
      List<Trade> trades = new ArrayList<>();
      List<Bar> bars = new ArrayList<>();
      for (int age = 0; age < 900; age += 1) {
        long time = today - age * day;
        if (age < 20) {
          trades.add(trade(BTC, Integer.toString(age), 100, time));
        }
        for (Interval kept : List.of(Interval.SECOND, Interval.MINUTE, Interval.DAY)) {
          bars.add(new Bar(BTC, kept, kept.floor(time), 1, 2, 1, 2, 5, 1));
        }
      }
      store.appendTrades(trades);
      store.appendBars(bars);
      store.tidy();
      assertThat(store.ticksKeptFromNs()).isEqualTo(Interval.DAY.floor(today - 7 * day));
      assertThat(store.trades(BTC.symbol(), 0, Long.MAX_VALUE)).hasSize(8); // and today
      assertThat(oldest(store, Interval.SECOND)).isEqualTo(Instant.parse("2026-03-03T12:00:00Z"));
      assertThat(oldest(store, Interval.MINUTE)).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
      assertThat(oldest(store, Interval.DAY)).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
      now.set(Instant.parse("2026-03-12T00:00:00Z"));
      store.tidy();
      assertThat(store.trades(BTC.symbol(), 0, Long.MAX_VALUE)).hasSize(6);
      store.appendTrades(List.of(trade(BTC, "new", 1, today)));
      assertThat(store.trades(BTC.symbol(), 0, Long.MAX_VALUE)).hasSize(7);
    }
  }

  private static Instant oldest(QuestTickStore store, Interval interval) {
    long timeNs =
        store.bars(BTC.symbol(), interval, 0, Long.MAX_VALUE, 100_000).getFirst().timeNs();
    return Instant.ofEpochSecond(timeNs / SECOND);
  }

  @Test
  void readsTheOldestTradesOfARange() {
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendTrades(
          List.of(
              trade(BTC, "1", 1, NOW), trade(BTC, "2", 2, NOW + 1), trade(BTC, "3", 3, NOW + 2)));
      assertThat(store.oldestTrades(BTC.symbol(), NOW, NOW + 9, 2))
          .extracting(Trade::id)
          .containsExactly("1", "2");
      assertThat(store.oldestTrades(BTC.symbol(), NOW + 1, NOW + 9, 200_001)).hasSize(2);
    }
  }

  @Test
  void everyDigitOfEveryScaleComesBack() {
    Market fine = new Market(Symbol.of("X:FINE-USD"), 18, 18);
    Market coarse = new Market(Symbol.of("X:COARSE-USD"), 0, 0);
    Trade smallest = trade(fine, "1", 1, NOW);
    Trade longest = trade(fine, "2", Long.MAX_VALUE, NOW + 1);
    Trade largest = trade(coarse, "3", Long.MAX_VALUE, NOW + 2);
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendTrades(List.of(smallest, longest, largest));
      assertThat(store.trades(fine.symbol(), 0, Long.MAX_VALUE)).containsExactly(smallest, longest);
      assertThat(store.trades(coarse.symbol(), 0, Long.MAX_VALUE)).containsExactly(largest);
    }
  }

  @Test
  void aWiderMarketIsKeptAndOlderRowsAreReadInIt() {
    Market wider = new Market(BTC.symbol(), 4, 8);
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendTrades(List.of(trade(BTC, "1", 500, NOW)));
      store.appendTrades(List.of(trade(wider, "2", 50_001, NOW + 1)));
    }
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      assertThat(store.markets()).containsExactly(wider);
      assertThat(store.trades(BTC.symbol(), 0, Long.MAX_VALUE))
          .extracting(Trade::market, Trade::price)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(wider, 50_000L),
              org.assertj.core.groups.Tuple.tuple(wider, 50_001L));
    }
  }

  @Test
  void aValueTooLargeForTheWiderMarketKeepsItsOwnDecimals() {
    Market whole = new Market(BTC.symbol(), 0, 0);
    Trade large = trade(whole, "1", Long.MAX_VALUE, NOW);
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendTrades(List.of(large, trade(BTC, "2", 5, NOW + 1)));
      assertThat(store.trades(BTC.symbol(), 0, NOW + 1)).containsExactly(large);
    }
  }

  @Test
  void readsTheNewestInTheRangeOldestFirst() {
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendBars(List.of(bar(NOW, 1), bar(NOW + 60 * SECOND, 2), bar(NOW + 120 * SECOND, 3)));
      assertThat(store.bars(BTC.symbol(), Interval.MINUTE, 0, NOW + 120 * SECOND, 1))
          .extracting(Bar::volume)
          .containsExactly(2L);
      assertThat(store.bars(BTC.symbol(), Interval.MINUTE, NOW, Long.MAX_VALUE, 2))
          .extracting(Bar::volume)
          .containsExactly(2L, 3L);
    }
  }

  @Test
  void tradesOfOneTimeAreOrderedByTheirNumbers() {
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      store.appendTrades(
          List.of(trade(BTC, "10", 1, NOW), trade(BTC, "9", 2, NOW), trade(BTC, "100", 3, NOW)));
      assertThat(store.trades(BTC.symbol(), 0, Long.MAX_VALUE))
          .extracting(Trade::id)
          .containsExactly("9", "10", "100");
    }
  }

  @Test
  void remembersTheLastTradeOfOurOwnExchange() {
    Market own = new Market(Symbol.of("BTC-USD"), 2, 8);
    Market other = new Market(Symbol.of("ETH-USD"), 2, 8);
    try (QuestTickStore store = QuestTickStore.open(folder)) {
      assertThat(store.lastOwnTradeId()).isEmpty();
      store.appendTrades(List.of(trade(BTC, "999999", 1, NOW + SECOND)));
      assertThat(store.lastOwnTradeId()).isEmpty();
      store.appendTrades(
          List.of(trade(own, "9", 1, NOW), trade(other, "101", 1, NOW), trade(own, "12", 1, NOW)));
      assertThat(store.lastOwnTradeId()).hasValue(101);
    }
  }

  @Test
  void twoStoresLiveSideBySide() {
    try (QuestTickStore one = QuestTickStore.open(folder.resolve("one"));
        QuestTickStore two = QuestTickStore.open(folder.resolve("two"))) {
      one.appendTrades(List.of(trade(BTC, "1", 1, NOW)));
      assertThat(two.markets()).isEmpty();
      assertThat(one.newestTrades(BTC.symbol(), 1)).hasSize(1);
    }
  }

  @Test
  void aFolderThatIsAFileIsRefusedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "x");
    assertThatThrownBy(() -> QuestTickStore.open(file))
        .isInstanceOf(TickStoreException.class)
        .hasMessageContaining("taken");
  }

  private static Trade trade(Market market, String id, long price, long time) {
    return new Trade(market, id, price, price, Side.BUY, time, time + 5);
  }

  private static Bar bar(long time, long volume) {
    return new Bar(
        BTC, Interval.MINUTE, Interval.MINUTE.floor(time), 100, 300, 50, 200, volume, volume);
  }
}
