package io.ratel.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.MarketEvent;
import io.ratel.server.demo.market.DemoMarket;
import io.ratel.server.demo.market.DemoMarkets;
import io.ratel.server.demo.match.MatchNews;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final long NOW_NS = DemoVenue.NOW.getEpochSecond() * 1_000_000_000L;
  private static final List<DemoMarket> SIX = DemoMarkets.first(6);
  private static final int SHARE = 5;

  @Test
  void aGoalMovesTheShareItsWayByMoreThanTenUsualMoves() {
    World world = new World(SIX, 12);
    List<Double> usual = new ArrayList<>();
    int goals = 0;
    for (int step = 0; step < 20_000; step++) {
      double before = world.prices().price(SHARE);
      List<MatchNews> happened = world.step(0.3);
      double move = Math.log(world.prices().price(SHARE) / before);
      var goal = happened.stream().filter(n -> n.kind().equals(MatchNews.GOAL)).toList();
      if (goal.isEmpty()) {
        usual.add(Math.abs(move));
      } else if (goal.size() == 1) {
        goals++;
        double typical = usual.stream().mapToDouble(m -> m).average().orElseThrow();
        assertThat(Math.signum(move)).as(goal.toString()).isEqualTo(goal.getFirst().favour());
        assertThat(Math.abs(move)).as(goal.toString()).isGreaterThan(10 * typical);
      }
    }
    assertThat(goals).isGreaterThan(5);
  }

  @Test
  void theFutureStaysNearItsSpotAndFollowsItAtOnce() {
    World world = new World(SIX, 11);
    double together = 0;
    double alone = 0;
    for (int i = 0; i < 50_000; i++) {
      double spot = world.prices().price(0);
      double future = world.prices().price(4);
      world.step(15);
      assertThat(world.prices().price(4) / world.prices().price(0)).isBetween(0.995, 1.02);
      double spotMove = Math.log(world.prices().price(0) / spot);
      double gap = Math.log(world.prices().price(4) / future) - spotMove;
      together += spotMove * spotMove;
      alone += gap * gap;
    }
    assertThat(alone).isLessThan(together / 4);
  }

  @Test
  void marketsMoveTogetherAndCalmAndStormCluster() {
    World world = new World(SIX, 13);
    double[] bitcoin = new double[20_000];
    double[] ether = new double[20_000];
    for (int i = 0; i < bitcoin.length; i++) {
      double a = world.prices().price(0);
      double b = world.prices().price(1);
      world.step(15);
      bitcoin[i] = Math.log(world.prices().price(0) / a);
      ether[i] = Math.log(world.prices().price(1) / b);
    }
    assertThat(correlation(bitcoin, ether, 0)).isBetween(0.25, 0.7);
    for (int i = 0; i < bitcoin.length; i++) {
      bitcoin[i] = Math.min(Math.abs(bitcoin[i]), 0.002); // jumps aside
    }
    assertThat(correlation(bitcoin, bitcoin, 1)).as("of sizes of moves").isGreaterThan(0.05);
  }

  private static double correlation(double[] a, double[] b, int lag) {
    double meanA = java.util.Arrays.stream(a).average().orElseThrow();
    double meanB = java.util.Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = lag; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i - lag] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i - lag] - meanB) * (b[i - lag] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void everyChartHasAMonthOfWholeBarsThatAgreeAcrossLengthsAndEndWhereTheMarketsOpen() {
    List<Bar> bars = new ArrayList<>();
    List<MarketEvent> news = new ArrayList<>();
    PriceHistory.make(SIX, 5, NOW_NS, new DemoSinks(bars::addAll, news::add, points -> {}));
    for (Bar bar : bars) {
      assertThat(bar.timeNs() + bar.interval().nanos()).isLessThanOrEqualTo(NOW_NS);
      assertThat(bar.low()).isPositive().isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
      assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
    }
    assertThat(bars).filteredOn(bar -> bar.interval() == Interval.DAY).hasSize(6 * 30);
    Bar hour = bars.stream().filter(b -> b.interval() == Interval.HOUR).findFirst().orElseThrow();
    long volume =
        bars.stream()
            .filter(b -> b.interval() == Interval.MINUTE && b.market().equals(hour.market()))
            .filter(b -> Interval.HOUR.floor(b.timeNs()) == hour.timeNs())
            .mapToLong(Bar::volume)
            .sum();
    assertThat(volume).isEqualTo(hour.volume());
    for (DemoMarket market : SIX) {
      Bar last =
          bars.stream()
              .filter(b -> b.interval() == Interval.MINUTE)
              .filter(b -> b.market().symbol().text().equals(market.symbol()))
              .reduce((a, b) -> b)
              .orElseThrow();
      double close = last.close() / Math.pow(10, last.market().priceScale());
      assertThat(close / market.price()).as(market.symbol()).isBetween(0.9999, 1.0001);
    }
    assertThat(news)
        .extracting(MarketEvent::kind)
        .contains("goal", "fullTime")
        .startsWith("kickOff");
    assertThat(news).extracting(MarketEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void aThousandMarketsHaveHoursAndDays() {
    List<Bar> bars = new ArrayList<>();
    DemoSinks sinks = new DemoSinks(bars::addAll, event -> {}, points -> {});
    PriceHistory.make(DemoMarkets.first(1_000), 5, NOW_NS, sinks);
    assertThat(bars)
        .filteredOn(b -> b.market().symbol().text().equals("SIM1000"))
        .extracting(Bar::interval)
        .contains(Interval.HOUR, Interval.DAY)
        .doesNotContain(Interval.MINUTE);
  }
}
