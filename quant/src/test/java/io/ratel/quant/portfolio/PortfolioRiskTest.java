package io.ratel.quant.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PortfolioRiskTest {
  private static Scenarios scenarios(int assets, int count) {
    Random random = new Random(20_261_122);
    double[][] returns = new double[assets][count];
    for (int k = 0; k < count; k++) {
      double market = 0.01 * random.nextGaussian();
      for (int i = 0; i < assets; i++) {
        returns[i][k] = market + 0.02 * random.nextGaussian();
      }
    }
    return Scenarios.of(returns);
  }

  /**
   * Hull, Options, Futures and Other Derivatives: 10 million of Microsoft at 2 % a day, 5 million
   * of AT&T at 1 %, correlated by 0.3.
   */
  @Test
  void twoSharesHaveTheDeviationThatHullPrints() {
    double[][] covariance = {{0.0004, 0.00006}, {0.00006, 0.0001}};
    PortfolioRisk risk = new PortfolioRisk(new Scenarios(new double[2][0], covariance));
    risk.hold(0, 10_000_000);
    risk.hold(1, 5_000_000);
    assertThat(risk.deviation()).isCloseTo(220_227, offset(0.5));
    assertThat(risk.value()).isEqualTo(15_000_000);
  }

  @Test
  void whatChangedGivesWhatAllOfItGives() {
    Scenarios scenarios = scenarios(40, 501);
    PortfolioRisk lived = new PortfolioRisk(scenarios);
    PortfolioRisk fresh = new PortfolioRisk(scenarios);
    Random random = new Random(7);
    double[] values = new double[40];
    for (int n = 0; n < 25_000; n++) {
      int asset = random.nextInt(40);
      values[asset] = 1e6 * random.nextGaussian();
      lived.hold(asset, values[asset]);
    }
    for (int i = 0; i < 40; i++) {
      fresh.hold(i, values[i]);
    }
    assertThat(lived.deviation()).isCloseTo(fresh.deviation(), offset(1e-4));
    assertThat(lived.historicalVar(0.99)).isCloseTo(fresh.historicalVar(0.99), offset(1e-4));
    assertThat(lived.historicalShortfall(0.99))
        .isCloseTo(fresh.historicalShortfall(0.99), offset(1e-4));
  }

  @Test
  void historicalFiguresAreThoseOfTheSortedScenarios() {
    Scenarios scenarios = scenarios(5, 1_000);
    PortfolioRisk risk = new PortfolioRisk(scenarios);
    double[] held = {3e5, -1e5, 2e5, 0, 5e4};
    double[] profits = new double[1_000];
    for (int i = 0; i < held.length; i++) {
      risk.hold(i, held[i]);
      for (int k = 0; k < profits.length; k++) {
        profits[k] += held[i] * scenarios.returns()[i][k];
      }
    }
    Arrays.sort(profits);
    double quantile = profits[9] + 0.99 * (profits[10] - profits[9]);
    assertThat(risk.historicalVar(0.99)).isCloseTo(-quantile, offset(1e-6));
    double mean = Arrays.stream(profits).filter(each -> each <= quantile).average().orElseThrow();
    assertThat(risk.historicalShortfall(0.99)).isCloseTo(-mean, offset(1e-6));
  }

  @Test
  void componentsSumToTheWhole() {
    PortfolioRisk risk = new PortfolioRisk(scenarios(12, 300));
    for (int i = 0; i < 12; i++) {
      risk.hold(i, (i - 5) * 1e5);
    }
    double[] components = new double[12];
    risk.components(0.95, components);
    assertThat(Arrays.stream(components).sum()).isCloseTo(risk.gaussianVar(0.95), offset(1e-6));
    double step = 1;
    double before = risk.gaussianVar(0.95);
    risk.hold(3, -2e5 + step);
    double slope = (risk.gaussianVar(0.95) - before) / step;
    assertThat(components[3]).isCloseTo(-2e5 * slope, offset(1.0));
  }

  @Test
  void shortfallIsTheMeanBeyondOfANormalTail() {
    double[][] covariance = {{1}};
    PortfolioRisk risk = new PortfolioRisk(new Scenarios(new double[1][0], covariance));
    risk.hold(0, 1);
    assertThat(risk.gaussianVar(0.99)).isCloseTo(2.326348, offset(1e-6));
    assertThat(risk.gaussianShortfall(0.99)).isCloseTo(2.665214, offset(1e-6));
  }

  @Test
  void whatHoldsNothingRisksNothing() {
    PortfolioRisk risk = new PortfolioRisk(scenarios(3, 100));
    assertThat(risk.deviation()).isZero();
    assertThat(risk.historicalVar(0.95)).isZero();
    assertThat(risk.historicalShortfall(0.95)).isZero();
    double[] components = new double[3];
    risk.components(0.95, components);
    assertThat(components).containsOnly(0);
    PortfolioRisk empty = new PortfolioRisk(Scenarios.of(new double[0][0]));
    assertThat(empty.historicalVar(0.95)).isZero();
    assertThat(empty.value()).isZero();
    assertThatThrownBy(() -> risk.hold(0, Double.NaN)).hasMessageContaining("was NaN");
  }

  @Property
  void selectsWhatSortingWouldPutThere(
      @ForAll @Size(min = 1, max = 60) double[] numbers,
      @ForAll @DoubleRange(min = 0, max = 0.99) double part) {
    double[] plain = Arrays.stream(numbers).map(x -> Double.isNaN(x) ? 0 : x).toArray();
    double[] sorted = plain.clone();
    Arrays.sort(sorted);
    int rank = (int) (part * plain.length);
    assertThat(PortfolioRisk.select(plain, rank)).isEqualTo(sorted[rank]);
    assertThat(IntStream.range(0, rank)).allMatch(i -> plain[i] <= sorted[rank]);
    assertThat(IntStream.range(rank, plain.length)).allMatch(i -> plain[i] >= sorted[rank]);
  }
}
