package io.ratel.quant.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RootsTest {
  @Property
  void findsTheRootOfARisingFunction(
      @ForAll @DoubleRange(min = -50, max = 50) double root,
      @ForAll @DoubleRange(min = 0, max = 3) double bend) {
    double found = Roots.brent(x -> Math.atan(x - root) + bend * Math.pow(x - root, 3), -60, 70, 0);
    assertThat(found).isCloseTo(root, offset(1e-12));
  }

  @Test
  void aFunctionOfOneSignHasNone() {
    assertThat(Roots.brent(x -> x * x + 1, -1, 1, 0)).isNaN();
    assertThat(Roots.brent(x -> x, 0, 1, 0)).isZero();
    assertThat(Roots.brent(x -> x - 1, 0, 1, 0)).isOne();
  }

  @Test
  void householdersStepIsOfTheFourthOrder() {
    double before = 1e-3;
    double x = 2 + before;
    double step = Roots.householder(-(x * x - 4) / (2 * x), 1 / x, 0);
    assertThat(Math.abs(x + step - 2)).isLessThan(2 * Math.pow(before, 4));
  }

  @Test
  void scaledTailsNeitherUnderflowNorDisagree() {
    for (double x = -20; x < 20; x += 0.37) {
      assertThat(Normal.erfcx(x) * Math.exp(-x * x) / Normal.erfc(x)).isCloseTo(1, offset(1e-13));
      assertThat(Math.exp(Normal.logCumulative(x)) / Normal.cumulative(x))
          .isCloseTo(1, offset(1e-13));
    }
    // x·erfcx(x) tends to 1/√π; Φ(x) to φ(x)/|x|.
    assertThat(Normal.erfcx(1e8) * 1e8).isCloseTo(1 / Math.sqrt(Math.PI), offset(1e-15));
    assertThat(Normal.logCumulative(-1000)).isCloseTo(-500_007.826694812, offset(1e-8));
  }
}
