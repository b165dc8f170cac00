package io.ratel.quant.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class AndersonMixingTest {
  /** A linear iteration of three numbers is solved by three mixtures. */
  @Test
  void aSlowLinearIterationEndsAtOnce() {
    AndersonMixing mixing = new AndersonMixing(3, 5);
    double[] x = {0, 0, 0};
    double[] g = new double[3];
    for (int pass = 0; pass < 6; pass++) {
      g[0] = 0.99 * x[0] + 0.1 * x[1] + 1;
      g[1] = -0.97 * x[1] + 0.2 * x[2] + 2;
      g[2] = 0.9 * x[2] + 3;
      mixing.next(x, g);
    }
    assertThat(x[2]).isCloseTo(30, offset(1e-9));
    assertThat(x[1]).isCloseTo(8 / 1.97, offset(1e-9));
    assertThat(x[0]).isCloseTo((1 + 0.8 / 1.97) / 0.01, offset(1e-7));
  }

  @Test
  void whatIsFoundStays() {
    AndersonMixing mixing = new AndersonMixing(1, 3);
    double[] x = {2};
    for (int pass = 0; pass < 20; pass++) {
      mixing.next(x, new double[] {Math.sqrt(x[0] + 2)});
    }
    assertThat(x[0]).isEqualTo(2);
  }
}
