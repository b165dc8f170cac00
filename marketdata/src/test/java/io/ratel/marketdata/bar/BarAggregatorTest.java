package io.ratel.marketdata.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class BarAggregatorTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY_START = 18_700 * 86_400L * SECOND;
  private static final Market MARKET = new Market(Symbol.of("X:A-B"), 2, 3);

  @Property(tries = 200)
  void tradesShuffledWithinTheWatermarkMakeTheBarsOfAGroupBy(
      @ForAll @IntRange(min = 1, max = 200) int count,
      @ForAll @IntRange(min = 0, max = 90) int watermarkSeconds,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    List<Trade> sent = new ArrayList<>();
    long time = DAY_START + 86_380 * SECOND; // crosses a minute, an hour and a day
    for (int i = 0; i < count; i++) {
      time += random.nextLong(2 * SECOND);
      sent.add(trade(MARKET, Integer.toString(i), 1 + random.nextInt(500), time));
    }
    List<Trade> received = shuffled(sent, watermarkSeconds * SECOND, random);
    BarAggregator aggregator = new BarAggregator(MARKET, watermarkSeconds * SECOND);
    Map<String, Bar> told = new HashMap<>();
    for (Trade trade : received) {
      assertThat(aggregator.add(trade)).isTrue();
      for (Interval interval : Interval.values()) {
        Bar bar = aggregator.bar(interval, trade.exchangeTimeNs()).orElseThrow();
        told.put(bar.interval() + "@" + bar.timeNs(), bar);
      }
    }

    assertThat(aggregator.late()).isZero();
    assertThat(told).isEqualTo(grouped(sent));
  }

  @Property(tries = 100)
  void barsOfStoredTradesAndOfShorterBarsAreTheSame(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long time = DAY_START + random.nextLong(200_000) * SECOND / 2;
      trades.add(trade(MARKET, Integer.toString(i), 1 + random.nextInt(500), time));
    }
    List<Bar> finer = Rollup.ofTrades(trades, Interval.SECOND);
    for (Interval interval : Interval.values()) {
      if (interval.isKept()) {
        finer = Rollup.ofBars(finer, interval);
      }
      assertThat(Rollup.ofBars(finer, interval)).isEqualTo(Rollup.ofTrades(trades, interval));
    }
  }

  @Property(tries = 300)
  void theFlatBarsAreThoseOfThePlainOnesWhateverComes(
      @ForAll @IntRange(min = 1, max = 150) int count,
      @ForAll @IntRange(min = 0, max = 70) int watermarkSeconds,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    BarAggregator flat = new BarAggregator(MARKET, watermarkSeconds * SECOND);
    PlainBars plain = new PlainBars(MARKET, watermarkSeconds * SECOND);
    Market finer = new Market(MARKET.symbol(), 4, 5);
    boolean huge = random.nextBoolean(); // a bar only the flat ones still hold can refuse decimals
    long time = DAY_START + 86_000 * SECOND;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(8) == 0 ? random.nextLong(4_000 * SECOND) : random.nextLong(SECOND);
      long at = time - (random.nextInt(3) == 0 ? random.nextLong(80 * SECOND) : 0);
      long quantity =
          huge && random.nextInt(40) == 0
              ? Long.MAX_VALUE / (1 + random.nextInt(3))
              : random.nextInt(9);
      Trade trade =
          new Trade(
              !huge && random.nextInt(60) == 0 ? finer : MARKET,
              Integer.toString(random.nextInt(200)),
              1 + random.nextInt(500),
              quantity,
              Side.BUY,
              random.nextInt(4) == 0 ? at - at % SECOND : at, // equal times are ordered by id
              at);
      List<Bar> expected = new ArrayList<>();
      assertThat(flat.add(trade)).isEqualTo(plain.add(trade, expected::add));
      for (Bar bar : expected) {
        assertThat(flat.bar(bar.interval(), trade.exchangeTimeNs())).hasValue(bar);
      }
      if (random.nextInt(10) == 0 && !expected.isEmpty()) {
        Bar one = expected.get(random.nextInt(expected.size()));
        long volume = one.volume() / 2;
        Bar stored =
            new Bar(
                one.market(), one.interval(), one.timeNs(), 1, 900, 1, 7, volume, one.trades() + 1);
        assertThat(flat.settle(stored)).isEqualTo(plain.settle(stored));
      }
      for (Interval kept : Interval.KEPT) {
        assertThat(flat.bars(kept)).containsAll(plain.bars(kept));
      }
    }
    assertThat(flat.late()).isEqualTo(plain.late());
    assertThat(flat.overflowed()).isEqualTo(plain.overflowed());
    assertThat(flat.market()).isEqualTo(plain.market());
  }

  @Test
  void aLateTradeCorrectsItsBar() {
    BarAggregator aggregator = new BarAggregator(MARKET, 5 * SECOND);
    aggregator.add(trade(MARKET, "2", 200, DAY_START + 3 * SECOND));
    assertThat(aggregator.isOver(Interval.SECOND, DAY_START)).isTrue();
    assertThat(aggregator.isOver(Interval.FIVE_SECONDS, DAY_START)).isFalse();
    assertThat(aggregator.add(trade(MARKET, "1", 100, DAY_START))).isTrue();
    assertThat(aggregator.bar(Interval.FIFTEEN_MINUTES, DAY_START).orElseThrow().open())
        .isEqualTo(100);
    assertThat(aggregator.bars(Interval.MINUTE))
        .containsExactly(new Bar(MARKET, Interval.MINUTE, DAY_START, 100, 200, 100, 200, 300, 2));
  }

  @Test
  void aTradeAfterTheWatermarkIsCountedAndLeftOut() {
    BarAggregator aggregator = new BarAggregator(MARKET, 5 * SECOND);
    aggregator.add(trade(MARKET, "2", 200, DAY_START + 60 * SECOND));
    assertThat(aggregator.add(trade(MARKET, "1", 100, DAY_START))).isFalse();
    assertThat(aggregator.late()).isEqualTo(1);
    assertThat(aggregator.bars(Interval.DAY).get(0).trades()).isEqualTo(1);
  }

  @Test
  void barsAreCountedInFinerDecimalsWhenTheMarketWidens() {
    Market wider = new Market(MARKET.symbol(), 4, 3);
    BarAggregator aggregator = new BarAggregator(MARKET, SECOND);
    aggregator.add(trade(MARKET, "1", 100, DAY_START));
    aggregator.add(trade(wider, "2", 9_999, DAY_START));
    Bar bar = aggregator.bars(Interval.HOUR).get(0);
    assertThat(bar.market()).isEqualTo(wider);
    assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close()))
        .containsExactly(10_000L, 10_000L, 9_999L, 9_999L);
  }

  @Test
  void aSumThatWouldOverflowIsRefusedAndCounted() {
    BarAggregator aggregator = new BarAggregator(MARKET, SECOND);
    aggregator.add(new Trade(MARKET, "1", 5, Long.MAX_VALUE, Side.BUY, DAY_START, DAY_START));
    Bar before = aggregator.bars(Interval.DAY).get(0);
    boolean taken = aggregator.add(trade(MARKET, "2", 1, DAY_START + 2 * SECOND));
    boolean widened = aggregator.add(trade(new Market(MARKET.symbol(), 2, 4), "3", 1, DAY_START));

    assertThat(List.of(taken, widened)).containsExactly(false, false);
    assertThat(aggregator.overflowed()).isEqualTo(2);
    assertThat(aggregator.bars(Interval.DAY)).containsExactly(before);
    assertThat(aggregator.bars(Interval.SECOND)).hasSize(1);
  }

  @Test
  void aStoredBarWithMoreTradesReplacesTheOneInMemory() {
    BarAggregator aggregator = new BarAggregator(MARKET, SECOND);
    aggregator.add(trade(MARKET, "1", 100, DAY_START));
    Bar fuller = new Bar(MARKET, Interval.DAY, DAY_START, 90, 100, 90, 100, 190, 2);
    Bar emptier = new Bar(MARKET, Interval.DAY, DAY_START, 1, 1, 1, 1, 1, 1);
    assertThat(aggregator.settle(fuller)).isTrue();
    assertThat(aggregator.settle(fuller)).isFalse();
    assertThat(aggregator.settle(emptier)).isFalse();
    assertThat(aggregator.bars(Interval.DAY)).containsExactly(fuller);
  }

  /** Each trade is held back for less than the watermark. */
  private static List<Trade> shuffled(List<Trade> trades, long watermarkNs, Random random) {
    record Held(Trade trade, long untilNs) {}
    List<Held> held = new ArrayList<>();
    for (Trade trade : trades) {
      held.add(new Held(trade, trade.exchangeTimeNs() + random.nextLong(watermarkNs + 1)));
    }
    Collections.shuffle(held, random);
    held.sort(Comparator.comparingLong(Held::untilNs));
    return held.stream().map(Held::trade).toList();
  }

  private static Map<String, Bar> grouped(List<Trade> trades) {
    Map<String, Bar> bars = new HashMap<>();
    for (Interval interval : Interval.values()) {
      for (Trade trade : trades) { // sent in the order of time and id
        long start = start(interval, trade.exchangeTimeNs());
        Bar before = bars.get(interval + "@" + start);
        long price = trade.price();
        bars.put(
            interval + "@" + start,
            before == null
                ? new Bar(MARKET, interval, start, price, price, price, price, trade.quantity(), 1)
                : new Bar(
                    MARKET,
                    interval,
                    start,
                    before.open(),
                    Math.max(before.high(), price),
                    Math.min(before.low(), price),
                    price,
                    before.volume() + trade.quantity(),
                    before.trades() + 1));
      }
    }
    return bars;
  }

  /** By the calendar. */
  private static long start(Interval interval, long timeNs) {
    LocalDate day = LocalDate.ofEpochDay(timeNs / (86_400 * SECOND));
    return switch (interval) {
      case WEEK ->
          day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay()
              * 86_400
              * SECOND;
      case MONTH -> day.withDayOfMonth(1).toEpochDay() * 86_400 * SECOND;
      default -> timeNs - timeNs % interval.nanos();
    };
  }

  private static Trade trade(Market market, String id, long price, long time) {
    return new Trade(market, id, price, price, Side.BUY, time, time);
  }
}
