package io.ratel.quant.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BivariateNormalTest {
  /** At the origin it is ¼ + asin(ρ)/(2π), after W. F. Sheppard (1899). */
  @Property
  void atTheOriginItIsSheppards(@ForAll @DoubleRange(min = -1, max = 1) double rho) {
    assertThat(BivariateNormal.cumulative(0, 0, rho))
        .isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), offset(1e-14));
  }

  /** The slow twin: the density of one times the conditional probability of the other. */
  @Property(tries = 300)
  void agreesWithTheIntegral(
      @ForAll @DoubleRange(min = -4, max = 4) double h,
      @ForAll @DoubleRange(min = -4, max = 4) double k,
      @ForAll @DoubleRange(min = -0.99, max = 0.99) double rho) {
    double spread = Math.sqrt(1 - rho * rho);
    double turn = Math.abs(rho) < 0.05 ? 0 : Math.max(-9, Math.min(h, k / rho));
    double sum = 0;
    double[] ends = {
      -9, turn - 10 * spread, turn - spread, turn, turn + spread, turn + 10 * spread
    };
    double from = -9;
    for (int i = 1; i <= ends.length; i++) {
      double to = i < ends.length ? Math.max(from, Math.min(h, ends[i])) : Math.max(from, h);
      sum +=
          GaussLegendre.of(200)
              .integrate(
                  x -> Normal.density(x) * Normal.cumulative((k - rho * x) / spread), from, to);
      from = to;
    }
    assertThat(BivariateNormal.cumulative(h, k, rho)).isCloseTo(sum, offset(1e-12));
  }

  @Test
  void fullCorrelationLeavesOneVariable() {
    assertThat(BivariateNormal.cumulative(0.3, 1.2, 1))
        .isCloseTo(Normal.cumulative(0.3), offset(1e-15));
    assertThat(BivariateNormal.cumulative(0.3, 1.2, -1))
        .isCloseTo(Normal.cumulative(0.3) - Normal.cumulative(-1.2), offset(1e-15));
  }

  @Test
  void quadratureIsExactForPolynomials() {
    assertThat(GaussLegendre.of(5).integrate(x -> Math.pow(x, 9) + x * x, 0, 2))
        .isCloseTo(1024.0 / 10 + 8.0 / 3, offset(1e-12));
    assertThat(GaussLegendre.of(300).integrate(Math::exp, -1, 1))
        .isCloseTo(Math.E - 1 / Math.E, offset(1e-14));
  }
}
