package io.ratel.quant.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  /** Abramowitz and Stegun, Handbook of Mathematical Functions (1964), tables 26.1 and 26.2. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.5, 0.691462461274013",
    "1, 0.841344746068543",
    "1.96, 0.975002104851780",
    "3, 0.998650101968370",
    "-1, 0.158655253931457",
    "-5, 2.866515718791939e-7",
    "-10, 7.619853024160527e-24",
    "-37, 5.725571222524e-300",
  })
  void agreesWithTheTables(double x, double probability) {
    assertThat(Normal.cumulative(x)).isCloseTo(probability, withinPercentage(1e-10));
  }

  @Property
  void quantileInvertsTheDistribution(
      @ForAll @Scale(12) @DoubleRange(min = -37, max = 5) double x) {
    assertThat(Normal.quantile(Normal.cumulative(x))).isCloseTo(x, offset(1e-9));
  }

  @Property
  void halvesMirrorEachOther(@ForAll @Scale(12) @DoubleRange(min = -8, max = 8) double x) {
    assertThat(Normal.cumulative(x) + Normal.cumulative(-x)).isCloseTo(1, offset(1e-15));
  }

  @Property
  void densityIsTheSlope(@ForAll @Scale(12) @DoubleRange(min = -6, max = 6) double x) {
    double h = 1e-5;
    double slope = (Normal.cumulative(x + h) - Normal.cumulative(x - h)) / (2 * h);
    assertThat(Normal.density(x)).isCloseTo(slope, offset(1e-9));
  }

  @Test
  void endsAreInfiniteAndWhatIsBeyondThemIsNoNumber() {
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(-0.1)).isNaN();
    assertThat(Normal.quantile(1.1)).isNaN();
    assertThat(Normal.quantile(Double.NaN)).isNaN();
    assertThat(Normal.cumulative(-50)).isZero();
    assertThat(Normal.cumulative(50)).isOne();
    assertThat(Normal.cumulative(-123_456.789)).isZero();
    assertThat(Normal.erfcx(-123_456.789)).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
