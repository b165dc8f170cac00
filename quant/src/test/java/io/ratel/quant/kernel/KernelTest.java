package io.ratel.quant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
  private static final double SPOT = 100;

  private static double[] column(RandomGenerator random, int size, double from, double to) {
    return random.doubles(size, from, to).toArray();
  }

  private static Options options(int size, long seed) {
    Random random = new Random(seed);
    double[] sign = random.doubles(size).map(x -> x < 0.5 ? -1 : 1).toArray();
    double[] spot = new double[size];
    Arrays.fill(spot, SPOT);
    return new Options(
        sign,
        column(random, size, 20, 500),
        spot,
        column(random, size, -0.05, 0.1),
        column(random, size, -0.05, 0.1),
        column(random, size, 0.001, 10),
        column(random, size, 0.01, 2));
  }

  @Test
  void theVectorTwinIsTheOneThatIsTested() {
    assertThat(Kernels.vectors()).isTrue();
    assertThat(Kernels.chosen()).isInstanceOf(VectorKernel.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 64, 5_003})
  void bothTwinsPriceAlike(int size) {
    Options options = options(size, 20_261_122L + size);
    double[] scalar = new double[size];
    double[] vector = new double[size];
    Kernels.scalar().price(options, scalar, 0, size);
    Kernels.chosen().price(options, vector, 0, size);
    for (int i = 0; i < size; i++) {
      assertThat(vector[i]).as("row " + i).isCloseTo(scalar[i], offset(1e-12 * SPOT));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 5_003})
  void bothTwinsHaveTheSameGreeks(int size) {
    Options options = options(size, 7L + size);
    Sensitivities scalar = Sensitivities.ofRows(size);
    Sensitivities vector = Sensitivities.ofRows(size);
    Kernels.scalar().sensitivities(options, scalar, 0, size);
    Kernels.chosen().sensitivities(options, vector, 0, size);
    assertClose(vector.price(), scalar.price());
    assertClose(vector.delta(), scalar.delta());
    assertClose(vector.gamma(), scalar.gamma());
    assertClose(vector.vega(), scalar.vega());
    assertClose(vector.theta(), scalar.theta());
    assertClose(vector.rho(), scalar.rho());
  }

  private static void assertClose(double[] vector, double[] scalar) {
    for (int i = 0; i < scalar.length; i++) {
      double most = 1e-10 * (1 + Math.abs(scalar[i]));
      assertThat(vector[i]).as("row " + i).isCloseTo(scalar[i], offset(most));
    }
  }

  @Test
  void rowsWithoutAnyDeviationAreWorthWhatTheyAreWorthAlone() {
    Options options = options(16, 3);
    options.volatility()[5] = 0;
    options.years()[11] = 0;
    double[] scalar = new double[16];
    double[] vector = new double[16];
    Kernels.scalar().price(options, scalar, 0, 16);
    Kernels.chosen().price(options, vector, 0, 16);
    assertThat(vector).containsExactly(scalar, offset(1e-12 * SPOT));
    assertThat(vector[5]).isEqualTo(scalar[5]);
    assertThat(vector[11]).isEqualTo(scalar[11]);
  }

  @Test
  void aRangeOfRowsLeavesTheOthersAlone() {
    Options options = options(40, 5);
    double[] whole = new double[40];
    double[] part = new double[40];
    Kernels.chosen().price(options, whole, 0, 40);
    Kernels.chosen().price(options, part, 3, 30);
    for (int i = 0; i < 40; i++) {
      double expected = i >= 3 && i < 30 ? whole[i] : 0;
      assertThat(part[i]).isCloseTo(expected, offset(1e-12 * SPOT));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 1_001})
  void sumsAgree(int size) {
    Random random = new Random(11);
    double[] a = column(random, size + 1, -1, 1);
    double[] b = column(random, size + 1, -1, 1);
    double[] c = b.clone();
    double[] d = b.clone();
    assertThat(Kernels.chosen().dot(a, b, size))
        .isCloseTo(Kernels.scalar().dot(a, b, size), offset(1e-12));
    Kernels.chosen().addScaled(0.5, a, c, size);
    Kernels.scalar().addScaled(0.5, a, d, size);
    assertThat(c).containsExactly(d, offset(1e-15));
  }

  @Test
  void refusesColumnsOfUnequalLength() {
    double[] two = new double[2];
    assertThatThrownBy(() -> new Options(two, two, two, two, two, two, new double[1]))
        .hasMessageContaining("equally long");
  }
}
