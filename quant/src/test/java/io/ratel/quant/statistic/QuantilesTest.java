package io.ratel.quant.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

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
