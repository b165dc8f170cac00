package io.ratel.marketdata.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CutterTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY_START = 18_700 * 86_400L * SECOND;
  private static final Market MARKET = new Market(Symbol.of("X:A-B"), 2, 3);

  @Test
  void theTradeThatReachesTheSizeBelongsWholeToTheBarItCloses() {
    List<Trade> trades =
        List.of(trade(1, 100, 600), trade(2, 101, 500), trade(3, 99, 2_500), trade(4, 98, 400));
    List<CutBar> bars = Cutter.cut(trades, cut("1v"));
    assertThat(bars).extracting(CutBar::volume).containsExactly(1_100L, 2_500L, 400L);
    assertThat(bars).extracting(CutBar::whole).containsExactly(true, true, false);
    assertThat(bars.get(0))
        .isEqualTo(
            new CutBar(
                MARKET,
                DAY_START + SECOND,
                DAY_START + 2 * SECOND,
                100,
                101,
                100,
                101,
                1_100,
                2,
                true));
  }

  @Test
  void moneyIsPriceTimesQuantity() {
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      trades.add(trade(i, 100_00, 4_000)); // 400 each
    }
    assertThat(Cutter.cut(trades, cut("1000d")))
        .extracting(CutBar::trades)
        .containsExactly(3L, 3L, 3L, 1L);
  }

  @Property(tries = 100)
  void everyTradeIsInOneBarAndEachDayBeginsAnew(
      @ForAll @IntRange(min = 1, max = 200) int count,
      @ForAll @IntRange(min = 2, max = 30) int size,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    List<Trade> trades = new ArrayList<>();
    long second = 0;
    for (int i = 0; i < count; i++) {
      second += random.nextInt(5_000);
      trades.add(trade(second, 1 + random.nextInt(99), 1 + random.nextInt(99)));
    }
    List<CutBar> bars = Cutter.cut(trades, cut(size + "t"));
    assertThat(bars.stream().mapToLong(CutBar::trades).sum()).isEqualTo(count);
    assertThat(bars.stream().mapToLong(CutBar::volume).sum())
        .isEqualTo(trades.stream().mapToLong(Trade::quantity).sum());
    for (int i = 0; i < bars.size(); i++) {
      CutBar bar = bars.get(i);
      assertThat(bar.whole()).isEqualTo(bar.trades() == size);
      assertThat(Interval.DAY.floor(bar.timeNs())).isEqualTo(Interval.DAY.floor(bar.endNs()));
      if (!bar.whole() && i + 1 < bars.size()) {
        assertThat(Interval.DAY.floor(bars.get(i + 1).timeNs()))
            .isGreaterThan(Interval.DAY.floor(bar.endNs()));
      }
    }
  }

  @Test
  void onlySizesWithinTheirBoundsAreRead() {
    for (String good : List.of("2t", "100t", "1000000t", "50v", "0.000001v", "1000d", "1000.5d")) {
      assertThat(cut(good).label()).isEqualTo(good);
    }
    for (String bad :
        List.of(
            "",
            "t",
            "1t",
            "1000001t",
            "1.5t",
            "0v",
            "0.0000001v",
            "1d",
            "999d",
            "-5t",
            "1e3t",
            "2T",
            "9999999999999999v",
            "100",
            "100t ")) {
      assertThat(BarCut.parse(bad)).as(bad).isEmpty();
    }
  }

  private static BarCut cut(String label) {
    return BarCut.parse(label).orElseThrow();
  }

  private static Trade trade(long second, long price, long quantity) {
    long time = DAY_START + second * SECOND;
    return new Trade(MARKET, Long.toString(second), price, quantity, Side.BUY, time, time);
  }
}
