package io.ratel.quant.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.model.instrument.Symbol;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveRiskTest {
  private static final long HOUR = 3_600_000_000_000L;
  private static final Symbol BTC = new Symbol("BTC-USD");
  private static final Symbol ETH = new Symbol("ETH-USD");

  private static NavigableMap<Long, Double> closes(double... prices) {
    NavigableMap<Long, Double> closes = new TreeMap<>();
    for (int i = 0; i < prices.length; i++) {
      closes.put(i * HOUR, prices[i]);
    }
    return closes;
  }

  private static LiveRisk live() {
    return new LiveRisk(
        Map.of(BTC, closes(100, 110, 99, 108.9), ETH, closes(10, 10.5, 10.5, 10.5)), HOUR);
  }

  @Test
  void isTheDeviationOfPastReturnsTimesTheRootOfTheBarsInADay() {
    LiveRisk live = live();
    assertThat(live.hold(Map.of(BTC, 2.0))).isTrue();
    LiveRisk.Figures figures = live.figures(0.99);
    assertThat(figures.observations()).isEqualTo(3);
    assertThat(figures.value()).isCloseTo(217.8, offset(1e-9));
    double deviation = Math.sqrt((0.04 / 3) / 1 * 1); // returns 10 %, −10 %, 10 %: sample variance
    assertThat(figures.deviation()).isCloseTo(217.8 * deviation * Math.sqrt(24), offset(1e-6));
    assertThat(figures.worst()).isCloseTo(217.8 * 0.1 * Math.sqrt(24), offset(1e-6));
    assertThat(figures.inputsHash()).matches("[0-9a-f]{64}");
  }

  @Test
  void aTickChangesTheValueAndTheRiskInProportion() {
    LiveRisk live = live();
    live.hold(Map.of(BTC, 1.0));
    LiveRisk.Figures before = live.figures(0.99);
    live.price(BTC, 217.8);
    LiveRisk.Figures after = live.figures(0.99);
    assertThat(after.value()).isCloseTo(2 * before.value(), offset(1e-9));
    assertThat(after.gaussianVar()).isCloseTo(2 * before.gaussianVar(), offset(1e-9));
    assertThat(after.inputsHash()).isNotEqualTo(before.inputsHash());
  }

  @Test
  void componentsSumToTheWholeAndAHedgeHasANegativeOne() {
    LiveRisk live = live();
    live.hold(Map.of(BTC, 1.0, ETH, -2.0));
    LiveRisk.Figures figures = live.figures(0.95);
    double sum = figures.stakes().stream().mapToDouble(LiveRisk.Stake::component).sum();
    assertThat(sum).isCloseTo(figures.gaussianVar(), offset(1e-9));
    assertThat(figures.gross()).isCloseTo(108.9 + 21, offset(1e-9));
    assertThat(figures.value()).isCloseTo(108.9 - 21, offset(1e-9));
  }

  @Test
  void usesTheBarsThatAllMarketsHave() {
    NavigableMap<Long, Double> late = closes(10, 10, 10, 11);
    late.remove(0L);
    late.put(9 * HOUR, 12.0);
    LiveRisk live = new LiveRisk(Map.of(BTC, closes(1, 2, 3, 4), ETH, late), HOUR);
    live.hold(Map.of(ETH, 1.0));
    assertThat(live.figures(0.99).observations()).isEqualTo(2);
    assertThat(live.figures(0.99).value()).as("the newest close").isEqualTo(12);
  }

  @Test
  void saysThatNothingIsKnownRatherThanThatThereIsNoRisk() {
    LiveRisk young = new LiveRisk(Map.of(BTC, closes(100, 101)), HOUR);
    young.hold(Map.of(BTC, 1.0));
    LiveRisk.Figures figures = young.figures(0.99);
    assertThat(figures.value()).isEqualTo(101);
    assertThat(figures.gaussianVar()).isNaN();
    assertThat(figures.historicalVar()).isNaN();
    LiveRisk unknown = new LiveRisk(Map.of(BTC, closes()), HOUR);
    unknown.hold(Map.of(BTC, 1.0));
    assertThat(unknown.figures(0.99).stakes().getFirst().price()).isNaN();
    assertThat(unknown.figures(0.99).value()).isZero();
  }

  @Test
  void doesNotTakeAMarketWhosePastItDoesNotKnow() {
    LiveRisk live = live();
    assertThat(live.hold(Map.of(new Symbol("ACME"), 1.0))).isFalse();
    assertThat(live.symbols()).isEqualTo(List.of(BTC, ETH));
    live.hold(Map.of(BTC, 1.0));
    live.hold(Map.of());
    assertThat(live.figures(0.99).stakes()).isEmpty();
    assertThat(live.figures(0.99).gaussianVar()).isZero();
  }
}
