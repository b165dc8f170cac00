package io.ratel.quant.pricing.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.pricing.OptionType;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedVolatilityTest {
  /** What the last digit of a price leaves open, and a few roundings on the way. */
  private static double attainable(double x, double s, double b) {
    return 40 * Math.max(Math.ulp(1.0), Math.ulp(b) / (NormalisedBlack.slope(x, s) * s));
  }

  @Property(tries = 20_000)
  void isAsExactAsThePriceAllowsOverAllOrdersOfMagnitude(
      @ForAll @DoubleRange(min = -20, max = 5) double logMoneyness,
      @ForAll @DoubleRange(min = -10, max = 2) double logDeviation) {
    double x = -Math.exp(logMoneyness);
    double s = Math.exp(logDeviation);
    double b = NormalisedBlack.price(x, s);
    Assume.that(b > 1e-300 && b < Math.exp(0.5 * x) && Math.ulp(b) < 1e-3 * (Math.exp(x / 2) - b));
    assertThat(ImpliedVolatility.deviation(x, b) / s).isCloseTo(1, offset(attainable(x, s, b)));
  }

  @Property(tries = 2000)
  void isAsExactAsThePriceAllowsAtTheMoney(
      @ForAll @DoubleRange(min = -30, max = 2) double logDeviation) {
    double s = Math.exp(logDeviation);
    double b = NormalisedBlack.price(0, s);
    assertThat(ImpliedVolatility.deviation(0, b) / s).isCloseTo(1, offset(attainable(0, s, b)));
  }

  @Property
  void findsTheVolatilityOfAnOption(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = 50, max = 200) double strike,
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double q,
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double r,
      @ForAll @DoubleRange(min = 0.01, max = 10) double years,
      @ForAll @DoubleRange(min = 0.02, max = 2) double volatility) {
    double price = BlackScholes.price(type.sign(), strike, 100, q, r, years, volatility);
    double vega = BlackScholes.greeks(type.sign(), strike, 100, q, r, years, volatility).vega();
    Assume.that(vega > 1e-6);
    assertThat(ImpliedVolatility.of(type.sign(), strike, 100, q, r, years, price))
        .isCloseTo(volatility, offset(1e-12 + 1e-12 / vega));
  }

  /** The normalised price by other formulas: the plain one, and Strata's through the forward. */
  @ParameterizedTest
  @CsvSource({"-0.1, 0.3", "-1, 0.9", "-2, 3", "-0.01, 0.15", "-0.5, 1.5", "-3, 1.2"})
  void normalisedPriceIsBlacks(double x, double s) {
    double plain =
        Math.exp(x / 2) * Normal.cumulative(x / s + s / 2)
            - Math.exp(-x / 2) * Normal.cumulative(x / s - s / 2);
    assertThat(NormalisedBlack.price(x, s)).isCloseTo(plain, offset(1e-15));
  }

  /** Hull, Options, Futures and Other Derivatives, Implied volatilities: 23.5 %. */
  @Test
  void isHulls() {
    assertThat(ImpliedVolatility.of(1, 20, 21, 0, 0.1, 0.25, 1.875)).isCloseTo(0.235, offset(5e-4));
  }

  @Test
  void aPriceOfIntrinsicValueImpliesNone() {
    assertThat(ImpliedVolatility.of(1, 50, 100, 0, 0, 1, 50)).isZero();
    assertThat(ImpliedVolatility.of(-1, 50, 100, 0, 0, 1, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"call, 49.9", "call, 100", "call, 101", "put, 50"})
  void aPriceBeyondItsBoundsIsRefused(String type, double price) {
    PricedOption option =
        new PricedOption(
            OptionType.valueOf(type.toUpperCase(Locale.ROOT)), 50, 100, 0, 0, 1, price);
    assertThatThrownBy(option::implied)
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("price");
              assertThat(refused.value()).isEqualTo(Double.toString(price));
              assertThat(refused.rule()).startsWith("must be at least the intrinsic value");
            });
  }
}
