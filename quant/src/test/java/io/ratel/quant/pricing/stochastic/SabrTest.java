package io.ratel.quant.pricing.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.opengamma.strata.pricer.impl.volatility.smile.SabrFormulaData;
import com.opengamma.strata.pricer.impl.volatility.smile.SabrHaganVolatilityFunctionProvider;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Progress;
import io.ratel.quant.pricing.OptionType;
import io.ratel.quant.pricing.vanilla.Bachelier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SabrTest {
  /** QuantLib, interpolations.cpp, SABR. */
  @ParameterizedTest
  @CsvSource({
    "0.03, 1.16725837321531",
    "0.032, 1.15226075991385",
    "0.034, 1.13829711098834",
    "0.036, 1.12524190877505",
    "0.038, 1.11299079244474",
    "0.04, 1.10145609357162",
  })
  void volatilitiesAreThePrintedOnes(double strike, double volatility) {
    assertThat(Sabr.volatility(0.039, strike, 1, 0.3, 0.6, 0.01, 0.02))
        .isCloseTo(volatility, offset(6e-13));
  }

  @Property
  void agreesWithStrata(
      @ForAll @DoubleRange(min = 0.5, max = 2) double strike,
      @ForAll @DoubleRange(min = 0.1, max = 0.6) double alpha,
      @ForAll @DoubleRange(min = 0, max = 1) double beta,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double rho,
      @ForAll @DoubleRange(min = 0.05, max = 1) double nu) {
    double theirs =
        SabrHaganVolatilityFunctionProvider.DEFAULT.volatility(
            1, strike, 2, SabrFormulaData.of(alpha, beta, rho, nu));
    assertThat(Sabr.volatility(1, strike, 2, alpha, beta, rho, nu))
        .isCloseTo(theirs, offset(1e-4 * theirs));
  }

  @Test
  void itIsSmoothAtTheMoney() {
    double at = Sabr.volatility(1, 1, 1, 0.3, 0.5, -0.4, 0.5);
    double up = Sabr.volatility(1, 1 + 1e-6, 1, 0.3, 0.5, -0.4, 0.5);
    double down = Sabr.volatility(1, 1 - 1e-6, 1, 0.3, 0.5, -0.4, 0.5);
    assertThat(0.5 * (up + down)).isCloseTo(at, offset(1e-11));
    assertThat(Sabr.volatility(1, 2, 1, 0.3, 1, 0, 0)).isCloseTo(0.3, offset(1e-15));
  }

  @Property(tries = 30)
  void aSmileOfTheModelIsFoundAgain(
      @ForAll @DoubleRange(min = 0.1, max = 0.5) double alpha,
      @ForAll @DoubleRange(min = -0.8, max = 0.8) double rho,
      @ForAll @DoubleRange(min = 0.1, max = 1.2) double nu) {
    double[] strikes = {0.6, 0.75, 0.9, 1, 1.1, 1.3, 1.6};
    double[] smile = new double[strikes.length];
    for (int i = 0; i < smile.length; i++) {
      smile[i] = Sabr.volatility(1, strikes[i], 1, alpha, 0.5, rho, nu);
    }
    SabrSmile.Fit fit = new SabrSmile(1, 1, strikes, smile, 0.5, 0).fit(Progress.NONE);
    assertThat(fit.alpha()).isCloseTo(alpha, offset(1e-7));
    assertThat(fit.rho()).isCloseTo(rho, offset(1e-6));
    assertThat(fit.nu()).isCloseTo(nu, offset(1e-6));
    assertThat(fit.rootMeanSquareError()).isLessThan(1e-9);
    assertThat(fit.fitted()).containsExactly(smile, offset(1e-8));
  }

  @Test
  void aNegativeRateNeedsAShift() {
    SabrOption shifted =
        new SabrOption(OptionType.CALL, -0.001, -0.002, 0, 1, 0.05, 0.5, -0.3, 0.4, 0.03);
    SabrOption.Answer answer = shifted.answer();
    assertThat(answer.price())
        .isCloseTo(
            Bachelier.price(1, -0.002, -0.001, 0, 1, answer.normalVolatility()), offset(1e-15));
    assertThatThrownBy(
            () -> new SabrOption(OptionType.CALL, 0.01, -0.002, 0, 1, 0.05, 0.5, -0.3, 0.4, 0))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("forward");
              assertThat(refused.value()).isEqualTo("-0.002");
              assertThat(refused.rule()).startsWith("must be above minus the shift");
            });
  }

  @Test
  void strikesAndVolatilitiesGoInPairs() {
    assertThatThrownBy(
            () -> new SabrSmile(1, 1, new double[] {1, 2, 3}, new double[] {1, 2}, 0.5, 0))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> assertThat(refused.field()).isEqualTo("volatilities"));
  }
}
