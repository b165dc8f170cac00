package io.ratel.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ratel.quant.numeric.Normal;
import jdk.incubator.vector.DoubleVector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class VectorMathTest {
  private static final double PER_CENT = 3e-13; // three units of the fifteenth digit

  private static DoubleVector all(double number) {
    return DoubleVector.broadcast(VectorMath.ROWS, number);
  }

  @Property(tries = 5_000)
  void expIsExactToFifteenDigits(@ForAll @Scale(12) @DoubleRange(min = -708, max = 709) double x) {
    double value = VectorMath.exp(all(x)).lane(0);
    assertThat(value).isCloseTo(StrictMath.exp(x), withinPercentage(PER_CENT));
  }

  @Property(tries = 5_000)
  void logIsExactToFifteenDigits(
      @ForAll @Scale(12) @DoubleRange(min = -700, max = 700) double power) {
    double x = StrictMath.exp(power);
    double value = VectorMath.log(all(x)).lane(0);
    assertThat(value).isCloseTo(StrictMath.log(x), withinPercentage(PER_CENT));
  }

  @Property(tries = 5_000)
  void logIsExactNearOne(@ForAll @Scale(12) @DoubleRange(min = 0.5, max = 2) double x) {
    double value = VectorMath.log(all(x)).lane(0);
    assertThat(value).isCloseTo(StrictMath.log(x), withinPercentage(PER_CENT));
  }

  @Property(tries = 5_000)
  void distributionIsExactWithinSevenDeviations(
      @ForAll @Scale(12) @DoubleRange(min = -7, max = 7) double x) {
    double value = VectorMath.cumulative(all(x), all(Math.exp(-0.5 * x * x))).lane(0);
    assertThat(value).isCloseTo(Normal.cumulative(x), offset(2e-15));
  }
}
