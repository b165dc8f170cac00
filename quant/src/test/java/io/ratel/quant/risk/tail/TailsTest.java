package io.ratel.quant.risk.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.risk.Asking;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.PublishedReturns;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailsTest {
  private static final QuantFunction<?, ?> VAR = Asking.named(Tails.functions(), "risk/var");

  private static JsonNode figures(String more) {
    return Asking.figures(
        VAR, "{\"returns\":" + PublishedReturns.EDHEC_CONVERTIBLE + "," + more + "}");
  }

  /** PerformanceAnalytics, VaR and ES of EDHEC Convertible Arbitrage, 95 %. */
  @ParameterizedTest
  @CsvSource({
    "gaussian, population, -0.012133, -0.017133",
    "gaussian, sample, -0.012232, -0.0173",
    "modified, population, -0.014674, -0.0234",
    "historical, population, -0.014095, -0.024080",
  })
  void edhecIsAsPrinted(String method, String variance, String var, String es) {
    JsonNode figures = figures("\"method\":\"" + method + "\",\"variance\":\"" + variance + "\"");
    double unit = es.length() > 8 ? 1e-6 : 1e-4;
    assertThat(figures.get("var").asDouble()).isCloseTo(Double.parseDouble(var), offset(5e-7));
    assertThat(figures.get("es").asDouble()).isCloseTo(Double.parseDouble(es), offset(0.51 * unit));
  }

  @Test
  void theFilteredSampleHasTheVolatilityOfNow() {
    double[] calm = {0.01, -0.01, 0.01, -0.01, 0.01, -0.01, 0.01, -0.01};
    for (double each : Simulation.filtered(calm, 0.9)) {
      assertThat(Math.abs(each)).isCloseTo(0.01, offset(1e-15));
    }
    double[] stormy = {0.01, -0.01, 0.01, -0.01, 0.1, -0.1};
    double[] filtered = Simulation.filtered(stormy, 0.5);
    double first = (0.0004 + 0.02) / 6;
    double now = first;
    for (double each : stormy) {
      now = 0.5 * now + 0.5 * each * each;
    }
    assertThat(filtered[0]).isCloseTo(0.01 * Math.sqrt(now / first), offset(1e-15));
    assertThat(Simulation.filtered(new double[3], 0.9)).containsOnly(0);
  }

  @Test
  void drawsComeToTheGaussianFigures() {
    JsonNode exact = figures("\"method\":\"gaussian\",\"horizon\":4");
    JsonNode drawn = figures("\"method\":\"monte-carlo\",\"horizon\":4,\"paths\":400000");
    assertThat(drawn.get("var").asDouble()).isCloseTo(exact.get("var").asDouble(), within(3e-4));
    assertThat(drawn.get("es").asDouble()).isCloseTo(exact.get("es").asDouble(), within(3e-4));
    assertThat(figures("\"method\":\"monte-carlo\",\"horizon\":4,\"paths\":400000"))
        .as("the same seed draws the same")
        .isEqualTo(drawn);
  }

  @Test
  void studentsDrawsHaveItsVarianceAndItsTails() {
    double[] drawn = Simulation.sums(0.5, 2, 5, 1, 400_000, 7, Progress.NONE);
    assertThat(Moments.mean(drawn)).isCloseTo(0.5, within(0.02));
    assertThat(Moments.deviation(drawn)).isCloseTo(2, within(0.03));
    // The 1 % quantile of 5 degrees of freedom is −3.36493.
    double expected = 0.5 - 3.36493 * 2 * Math.sqrt(3.0 / 5);
    assertThat(Tail.historicalVar(drawn, 0.99, 7)).isCloseTo(expected, within(0.06));
  }

  @Test
  void drawingStopsWhenNobodyWantsIt() {
    assertThatThrownBy(
            () ->
                Simulation.sums(
                    0,
                    1,
                    4,
                    100,
                    100_000,
                    1,
                    part -> {
                      throw new Progress.CancelledException();
                    }))
        .isInstanceOf(Progress.CancelledException.class);
  }

  @Property
  void withoutSkewnessAndKurtosisTheModifiedIsTheGaussian(
      @ForAll @DoubleRange(min = 0.6, max = 0.99) double confidence) {
    double z = Normal.quantile(1 - confidence);
    assertThat(Tail.cornishFisher(z, 0, 0)).isEqualTo(z);
    assertThat(Tail.edgeworthShortfall(z, 0, 0, confidence))
        .isCloseTo(Tail.gaussianEs(0, 1, confidence), within(1e-12));
  }

  @Property
  void shortfallIsNoBetterThanValueAtRisk(
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence, @ForAll int seed) {
    double[] returns = Simulation.sums(0.001, 0.02, 4, 1, 200, seed, Progress.NONE);
    double var = Tail.historicalVar(returns, confidence, 7);
    assertThat(Tail.meanAtOrBelow(returns, var)).isLessThanOrEqualTo(var);
    assertThat(Tail.exactShortfall(returns, confidence))
        .isLessThanOrEqualTo(Tail.historicalVar(returns, confidence, 1) + 1e-15);
    double[] modified = Tail.modified(returns, confidence);
    assertThat(modified[1]).isLessThanOrEqualTo(modified[0]);
  }

  @Test
  void theExactShortfallCountsTheLastObservationInPart() {
    double[] returns = {-5, -3, -1, 0, 1, 2, 3, 4, 5, 6};
    assertThat(Tail.exactShortfall(returns, 0.75)).isCloseTo(-8.5 / 2.5, offset(1e-12));
    assertThat(Tail.exactShortfall(returns, 0.9)).isCloseTo(-5, offset(1e-12));
  }

  /** Weights .4, .2, .1 … of the newest first: by hand. */
  @Test
  void olderReturnsWeighLess() {
    double[] returns = {-0.05, 0.01, -0.02, 0.03};
    // From the newest: 8/15, 4/15, 2/15, 1/15; ascending −.05 (1/15), −.02 (4/15).
    double[] tail = Tail.ageWeighted(returns, 0.5, 0.8);
    assertThat(tail[0]).isEqualTo(-0.02);
    assertThat(tail[1]).isCloseTo((-0.05 / 15 - 0.02 * (0.2 - 1.0 / 15)) / 0.2, offset(1e-15));
    assertThat(Tail.ageWeighted(returns, 0.5, 0.95)[0]).isEqualTo(-0.05);
    double[] plain = Tail.ageWeighted(returns, 1, 0.75);
    assertThat(plain[0]).isEqualTo(-0.05);
    assertThat(plain[1]).isCloseTo(Tail.exactShortfall(returns, 0.75), offset(1e-15));
  }

  @Test
  void returnsThatDoNotVaryAreTheirOwnTail() {
    for (TailMethod method : TailMethod.values()) {
      JsonNode figures =
          Asking.figures(
              VAR, "{\"returns\":[0.01,0.01,0.01],\"method\":\"" + method.label() + "\"}");
      assertThat(figures.get("var").asDouble()).as(method.label()).isCloseTo(0.01, offset(1e-12));
      assertThat(figures.get("es").asDouble()).as(method.label()).isCloseTo(0.01, offset(1e-12));
    }
  }

  @Test
  void aTailNeedsTwoReturns() {
    assertThatThrownBy(() -> Asking.figures(VAR, "{\"returns\":[0.01,null]}"))
        .hasMessage("returns must have at least 2 that are not missing, was '1 numbers'");
    assertThatThrownBy(() -> Asking.figures(VAR, "{\"returns\":[0.01,0.2],\"confidence\":1}"))
        .hasMessage("confidence must be a finite number above 0 and below 1, was '1.0'");
  }
}
