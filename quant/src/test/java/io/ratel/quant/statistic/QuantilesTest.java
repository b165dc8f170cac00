package io.ratel.quant.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.risk.tail.Tail;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
  /** R: quantile(c(1, 2, 4, 8, 16), p, type = t), by the article's formulas by hand. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.25, 2",
    "1, 0.4, 2",
    "2, 0.4, 3",
    "2, 0.25, 2",
    "3, 0.25, 1",
    "3, 0.3, 2",
    "4, 0.25, 1.25",
    "5, 0.25, 1.75",
    "6, 0.25, 1.5",
    "7, 0.25, 2",
    "8, 0.25, 1.666666667",
    "9, 0.25, 1.6875",
    "7, 0.9, 12.8",
    "6, 0.9, 16",
    "7, 0, 1",
    "7, 1, 16",
    "1, 0, 1",
    "4, 1, 16",
  })
  void theNineTypesAreHyndmanAndFans(int type, double probability, double expected) {
    double[] sample = {16, 4, 1, 8, 2};
    assertThat(Quantiles.quantile(sample, probability, type)).isCloseTo(expected, offset(1e-9));
    assertThat(sample).containsExactly(16, 4, 1, 8, 2);
  }

  /** 60 × 0.05 is the third, though 1 − 0.95 is a little more than 0.05. */
  @ParameterizedTest
  @CsvSource({
    "0.95, 1, 3",
    "0.95, 2, 3.5",
    "0.9, 1, 6",
    "0.9, 2, 6.5",
    "0.85, 1, 9",
    "0.975, 1, 2"
  })
  void whatAConfidenceLeavesIsMeantInDecimals(double confidence, int type, double expected) {
    double[] sample = java.util.stream.IntStream.rangeClosed(1, 60).asDoubleStream().toArray();
    assertThat(Quantiles.quantile(sample, Quantiles.beyond(confidence), type)).isEqualTo(expected);
    assertThat(Tail.historicalVar(sample, confidence, type)).isEqualTo(expected);
    assertThat(Quantiles.beyond(Math.nextDown(1.0))).isPositive();
  }

  @Property
  void aQuantileLiesWithinTheSampleAndRisesWithTheProbability(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1, max = 1) Double> drawn,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double two,
      @ForAll @IntRange(min = 1, max = 9) int type) {
    double[] sample = drawn.stream().mapToDouble(Double::doubleValue).toArray();
    double low = Quantiles.quantile(sample, Math.min(one, two), type);
    double high = Quantiles.quantile(sample, Math.max(one, two), type);
    assertThat(low)
        .isLessThanOrEqualTo(high)
        .isGreaterThanOrEqualTo(Quantiles.quantile(sample, 0, 7));
    assertThat(high).isLessThanOrEqualTo(Quantiles.quantile(sample, 1, 7));
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(Quantiles.quantile(new double[0], 0.5, 7)).isNaN();
  }
}
