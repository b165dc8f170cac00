package io.ratel.quant.pricing.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.opengamma.strata.pricer.impl.option.NormalFormulaRepository;
import com.opengamma.strata.product.common.PutCall;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.pricing.OptionType;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BachelierTest {
  /** QuantLib, bacheliercalculator.cpp, basic values and edge cases. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 100, 20, 7.9788456080286538",
    "PUT, 100, 20, 7.9788456080286538",
    "CALL, 90, 20, 13.955931148026121",
    "PUT, 110, 20, 13.955931148026121",
    "CALL, 110, 20, 3.9559311480261217",
    "PUT, 90, 20, 3.9559311480261217",
    "CALL, 100, 0, 0",
    "CALL, 0, 20, 100.00000106923312",
    "CALL, 150, 20, 0.040082743582562863",
    "CALL, 100, 200, 79.788456080286537",
  })
  void pricesAreThePrintedOnes(OptionType type, double strike, double volatility, double price) {
    assertThat(Bachelier.price(type.sign(), 100, strike, 0, 1, volatility))
        .isCloseTo(price, offset(1e-13 * (1 + price)));
  }

  /** QuantLib, bacheliercalculator.cpp, Greeks. */
  @Test
  void greeksAreThePrintedOnes() {
    ForwardGreeks greeks = Bachelier.greeks(1, 100, 105, -Math.log(0.95), 1, 20);
    assertThat(greeks.delta()).isCloseTo(0.38122899060122245, offset(1e-14));
    assertThat(greeks.gamma()).isCloseTo(0.018366735548135338, offset(1e-15));
    assertThat(greeks.vega()).isCloseTo(0.36733471096270676, offset(1e-14));
    assertThat(greeks.exerciseProbability()).isCloseTo(0.4012936743170763, offset(1e-14));
  }

  @Property
  void agreesWithStrata(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = -2, max = 2) double forward,
      @ForAll @DoubleRange(min = -2, max = 2) double strike,
      @ForAll @DoubleRange(min = 0.01, max = 10) double years,
      @ForAll @DoubleRange(min = 0.01, max = 2) double v) {
    PutCall side = type == OptionType.CALL ? PutCall.CALL : PutCall.PUT;
    ForwardGreeks greeks = Bachelier.greeks(type.sign(), forward, strike, 0, years, v);
    assertThat(greeks.price())
        .isCloseTo(NormalFormulaRepository.price(forward, strike, years, v, side), offset(1e-13));
    assertThat(greeks.delta())
        .isCloseTo(NormalFormulaRepository.delta(forward, strike, years, v, side), offset(1e-13));
    assertThat(greeks.theta())
        .isCloseTo(NormalFormulaRepository.theta(forward, strike, years, v, side), offset(1e-12));
  }

  @Property(tries = 5000)
  void findsTheVolatilityOverAllOrdersOfMagnitude(
      @ForAll OptionType type,
      @ForAll @DoubleRange(min = -15, max = 5) double logDistance,
      @ForAll @DoubleRange(min = -6, max = 2) double logVolatility) {
    double strike = type.sign() * Math.exp(logDistance);
    double volatility = Math.exp(logVolatility);
    double price = Bachelier.price(type.sign(), 0, strike, 0, 1, volatility);
    Assume.that(price > 1e-290);
    assertThat(Bachelier.impliedVolatility(type.sign(), 0, strike, 0, 1, price) / volatility)
        .isCloseTo(1, offset(1e-12));
  }

  @Test
  void aPriceBelowIntrinsicIsRefused() {
    PricedNormalOption cheap = new PricedNormalOption(OptionType.CALL, 90, 100, 0, 1, 9.5);
    assertThatThrownBy(cheap::implied)
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("price");
              assertThat(refused.rule()).isEqualTo("must be at least the intrinsic value 10.0");
            });
    PricedNormalOption intrinsic = new PricedNormalOption(OptionType.CALL, 90, 100, 0, 1, 10);
    assertThat(intrinsic.implied().volatility()).isZero();
  }

  /** Hull, Options, Futures and Other Derivatives: puts on a crude oil future of 20, 1.12. */
  @Test
  void blacksPutIsHulls() {
    ForwardGreeks put = new ForwardOption(OptionType.PUT, 20, 20, 0.09, 4.0 / 12, 0.25).black();
    assertThat(put.price()).isCloseTo(1.12, offset(5e-3));
    double h = 1e-5;
    double up = new ForwardOption(OptionType.PUT, 20, 20, 0.09 + h, 4.0 / 12, 0.25).black().price();
    assertThat(put.rho()).isCloseTo((up - put.price()) / h, offset(1e-5));
  }
}
