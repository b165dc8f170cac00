package io.ratel.quant.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final double[] EIGHT = {2, 4, 4, 4, 5, 5, 7, 9};

  /** The eight numbers of many textbooks: mean 5, population deviation 2. */
  @Test
  void eightNumbersHaveTheirMoments() {
    assertThat(Moments.mean(EIGHT)).isEqualTo(5);
    assertThat(Moments.deviationPopulation(EIGHT)).isEqualTo(2);
    assertThat(Moments.variance(EIGHT)).isCloseTo(32.0 / 7, offset(1e-14));
    assertThat(Moments.skewness(EIGHT)).isCloseTo(42.0 / 8 / 8, offset(1e-14));
    assertThat(Moments.kurtosis(EIGHT)).isCloseTo(356.0 / 8 / 16, offset(1e-14));
    assertThat(Moments.absoluteDeviation(EIGHT)).isCloseTo(1.5, offset(1e-14));
    assertThat(Moments.below(EIGHT, 5, 2)).isCloseTo(12.0 / 8, offset(1e-14));
    assertThat(Moments.above(EIGHT, 5, 1)).isCloseTo(6.0 / 8, offset(1e-14));
    assertThat(Moments.countBelow(EIGHT, 5)).isEqualTo(4);
    assertThat(Moments.countAbove(EIGHT, 5)).isEqualTo(2);
  }

  /** Excel's SKEW and KURT of 3, 4, 5, 2, 3, 4, 5, 6, 4, 7, as its manual prints them. */
  @Test
  void samplesShapesAreExcels() {
    double[] ten = {3, 4, 5, 2, 3, 4, 5, 6, 4, 7};
    assertThat(Moments.skewnessSample(ten)).isCloseTo(0.359543, offset(5e-7));
    assertThat(Moments.excessKurtosisSample(ten)).isCloseTo(-0.151799637, offset(5e-10));
    assertThat(Moments.deviation(ten)).isCloseTo(1.494434118, offset(5e-10));
  }

  @Test
  void whatTooFewCannotTellIsNotANumber() {
    assertThat(Moments.mean(new double[0])).isNaN();
    assertThat(Moments.variance(new double[] {1})).isNaN();
    assertThat(Moments.skewnessSample(new double[] {1, 2})).isNaN();
    assertThat(Moments.excessKurtosisSample(new double[] {1, 2, 4})).isNaN();
    assertThat(Moments.skewness(new double[] {3, 3, 3})).isNaN();
    assertThat(Moments.variance(new double[] {0.1, 0.1, 0.1})).isZero();
    assertThat(Moments.variance(new double[] {1, Double.NaN})).isNaN();
  }

  @Property
  void aShiftChangesNoShapeAndAScaleOnlyTheSpread(
      @ForAll @Size(min = 4, max = 40) List<@DoubleRange(min = -10, max = 10) Double> numbers,
      @ForAll @DoubleRange(min = -5, max = 5) double shift) {
    double[] x = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    double[] moved = numbers.stream().mapToDouble(each -> 3 * each + shift).toArray();
    assertThat(Moments.variance(moved)).isCloseTo(9 * Moments.variance(x), within(1e-9));
    if (Moments.variance(x) > 1e-3) {
      assertThat(Moments.skewness(moved)).isCloseTo(Moments.skewness(x), within(1e-6));
      assertThat(Moments.kurtosis(moved)).isCloseTo(Moments.kurtosis(x), within(1e-6));
    }
  }

  @Test
  void missingNumbersAreTakenOut() {
    double[] gaps = {1, Double.NaN, 3};
    assertThat(Missing.dropped(gaps)).containsExactly(1, 3);
    assertThat(Missing.zeroed(gaps)).containsExactly(1, 0, 3);
    double[][] pairs = Missing.pairs(gaps, new double[] {Double.NaN, 2, 6});
    assertThat(pairs[0]).containsExactly(3);
    assertThat(pairs[1]).containsExactly(6);
    double[] whole = {1, 2};
    assertThat(Missing.dropped(whole)).isSameAs(whole);
    assertThat(Missing.wholeRows(new double[][] {{1, 2}, {Double.NaN, 1}})).hasNumberOfRows(1);
  }

  /** C. Spearman's correlation of ten scores, with a tie: of the ranks, by Pearson's formula. */
  @Test
  void ranksShareTheirPlaces() {
    double[] x = {10, 30, 20, 20, 50};
    assertThat(Ranks.average(x)).containsExactly(1, 4, 2.5, 2.5, 5);
    assertThat(Ranks.ascending(x)).containsExactly(0, 2, 3, 1, 4);
    assertThat(Ranks.correlation(x, new double[] {1, 9, 4, 4, 100})).isCloseTo(1, within(1e-15));
    assertThat(Ranks.correlation(x, new double[] {5, 2, 3, 3, -1})).isCloseTo(-1, within(1e-15));
  }

  @Test
  void pairsHaveTheirLine() {
    double[] x = {1, 2, 3, 4};
    double[] y = {3, 5, 7, 9};
    assertThat(Pairs.slope(x, y)).isCloseTo(2, within(1e-15));
    assertThat(Pairs.correlation(x, y)).isCloseTo(1, within(1e-15));
    assertThat(Pairs.covariance(x, y)).isCloseTo(10.0 / 3, within(1e-14));
    assertThat(Pairs.slope(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    assertThat(Moments.autocorrelation(new double[] {1, -1, 1, -1}, 1))
        .isCloseTo(-0.75, within(1e-15));
  }
}
