package io.ratel.quant.pricing.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HestonTest {
  /** A. L. Lewis's reference prices to fifty digits, QuantLib, hestonmodel.cpp. */
  @ParameterizedTest
  @CsvSource({
    "80, 7.958878113256768285213263077598987, 26.774758743998854221382195325726949",
    "90, 12.017966707346304987709573290236471, 20.933349000596710388139445766564068",
    "100, 17.055270961270109413522653999411000, 16.070154917028834278213466703938231",
    "110, 23.017825898442800538908781834822560, 12.132211516709844867860534767549426",
    "120, 29.811026202682471843340682293165857, 9.024913483457835636553375454092357",
  })
  void pricesAreLewiss(double strike, double put, double call) {
    assertThat(lewis(-1, strike, 100).price()).isCloseTo(put, offset(1e-12));
    assertThat(lewis(1, strike, 100).price()).isCloseTo(call, offset(1e-12));
  }

  private static Heston.Valued lewis(int sign, double strike, double spot) {
    return Heston.value(sign, strike, spot, 0.02, 0.01, 1, 0.04, 4, 0.25, 1, -0.5);
  }

  /**
   * F. Fang and C. W. Oosterlee, A novel pricing method based on Fourier-cosine series expansions
   * (2008), §5.3, whose references 5.785155450 and 22.318945791474590 hold to 2e-8 and 4e-10; the
   * digits here are those of the integral in thirty-digit arithmetic.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 5.78515543437618902814027, 5.785155450",
    "10, 22.3189457911544891797069, 22.318945791474590",
  })
  void pricesAreFangAndOosterlees(double years, double exact, double printed) {
    double price =
        Heston.value(1, 100, 100, 0, 0, years, 0.0175, 1.5768, 0.0398, 0.5751, -0.5711).price();
    assertThat(price).isCloseTo(exact, offset(1e-12));
    assertThat(price).isCloseTo(printed, offset(2e-8));
  }

  @Property(tries = 100)
  void callAndPutDifferByTheForward(
      @ForAll @DoubleRange(min = 50, max = 200) double k,
      @ForAll @DoubleRange(min = 0.01, max = 10) double years,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double v0,
      @ForAll @DoubleRange(min = 0.1, max = 5) double kappa,
      @ForAll @DoubleRange(min = 0, max = 2) double sigma,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double rho) {
    double call = Heston.value(1, k, 100, 0.01, 0.03, years, v0, kappa, 0.06, sigma, rho).price();
    double put = Heston.value(-1, k, 100, 0.01, 0.03, years, v0, kappa, 0.06, sigma, rho).price();
    double forward = 100 * Math.exp(-0.01 * years) - k * Math.exp(-0.03 * years);
    assertThat(call - put).isCloseTo(forward, offset(1e-9));
    assertThat(call).isBetween(Math.max(0, forward) - 1e-9, 100 * Math.exp(-0.01 * years));
  }

  @Property(tries = 50)
  void withoutVolatilityOfVarianceItIsBlackAndScholes(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 50, max = 200) double k,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double v0,
      @ForAll @DoubleRange(min = 0, max = 5) double kappa) {
    double mean = Heston.expectedVariance(v0, kappa, 0.09, 2);
    double black = BlackScholes.price(type.sign(), k, 100, 0.01, 0.03, 2, Math.sqrt(mean));
    for (double sigma : new double[] {0, 1e-9}) {
      double price =
          Heston.value(type.sign(), k, 100, 0.01, 0.03, 2, v0, kappa, 0.09, sigma, 0.7).price();
      assertThat(price).isCloseTo(black, offset(1e-7));
    }
  }

  @Test
  void greeksAreTheSlopesOfThePrice() {
    double h = 0.02;
    double up = lewis(1, 95, 100 + h).price();
    double at = lewis(1, 95, 100).price();
    double down = lewis(1, 95, 100 - h).price();
    assertThat(lewis(1, 95, 100).delta()).isCloseTo((up - down) / (2 * h), offset(1e-7));
    assertThat(lewis(1, 95, 100).gamma()).isCloseTo((up - 2 * at + down) / (h * h), offset(1e-7));
  }

  @Test
  void extremesAreNumbersWithinTheirBounds() {
    for (double years : new double[] {0, 1e-4, 0.01, 1, 30}) {
      for (double rho : new double[] {-1, -0.9, 0, 0.9, 1}) {
        for (double sigma : new double[] {0.01, 0.5, 3}) {
          double price =
              Heston.value(1, 105, 100, 0, 0, years, 0.04, 0.5, 0.04, sigma, rho).price();
          assertThat(price).isNotNaN().isBetween(0.0, 100.0);
        }
      }
    }
  }

  @Test
  void theAnswerSaysWhatVolatilityThePriceImplies() {
    HestonOption.Answer answer =
        new HestonOption(OptionType.CALL, 100, 100, 0.02, 0.01, 1, 0.04, 4, 0.25, 1, -0.5).answer();
    assertThat(BlackScholes.price(1, 100, 100, 0.02, 0.01, 1, answer.impliedVolatility()))
        .isCloseTo(answer.price(), offset(1e-12));
    assertThat(answer.feller()).isTrue();
    assertThat(answer.varianceSensitivity()).isPositive();
  }
}
