package io.ratel.quant.pricing.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import io.ratel.quant.pricing.OptionType;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackScholesTest {
  private static Greeks greeks(
      OptionType type, double k, double s, double q, double r, double t, double v) {
    return BlackScholes.greeks(new VanillaOption(type, k, s, q, r, t, v));
  }

  /** E. G. Haug, Option Pricing Formulas (1998), pp. 2-8, 24 and 27, to its four digits. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 65, 60, 0, 0.08, 0.25, 0.3, 2.1334",
    "PUT, 95, 100, 0.05, 0.1, 0.5, 0.2, 2.4648",
    "PUT, 19, 19, 0.1, 0.1, 0.75, 0.28, 1.7011",
    "CALL, 19, 19, 0.1, 0.1, 0.75, 0.28, 1.7011",
    "CALL, 1.6, 1.56, 0.08, 0.06, 0.5, 0.12, 0.0291",
    "CALL, 100, 90, 0.1, 0.1, 0.1, 0.15, 0.0205",
    "CALL, 100, 110, 0.1, 0.1, 0.1, 0.15, 9.9413",
    "CALL, 100, 100, 0.1, 0.1, 0.1, 0.25, 3.1217",
    "CALL, 100, 90, 0.1, 0.1, 0.1, 0.35, 0.9474",
    "CALL, 100, 110, 0.1, 0.1, 0.1, 0.35, 11.1381",
    "CALL, 100, 100, 0.1, 0.1, 0.5, 0.15, 4.0232",
    "CALL, 100, 90, 0.1, 0.1, 0.5, 0.25, 2.7026",
    "CALL, 100, 110, 0.1, 0.1, 0.5, 0.25, 12.7857",
    "CALL, 100, 100, 0.1, 0.1, 0.5, 0.35, 9.3679",
    "PUT, 100, 90, 0.1, 0.1, 0.1, 0.15, 9.921",
    "PUT, 100, 110, 0.1, 0.1, 0.1, 0.15, 0.0408",
    "PUT, 100, 100, 0.1, 0.1, 0.1, 0.25, 3.1217",
    "PUT, 100, 90, 0.1, 0.1, 0.1, 0.35, 10.8479",
    "PUT, 100, 110, 0.1, 0.1, 0.1, 0.35, 1.2376",
    "PUT, 100, 100, 0.1, 0.1, 0.5, 0.15, 4.0232",
    "PUT, 100, 90, 0.1, 0.1, 0.5, 0.25, 12.2149",
    "PUT, 100, 110, 0.1, 0.1, 0.5, 0.25, 3.2734",
    "PUT, 100, 100, 0.1, 0.1, 0.5, 0.35, 9.3679",
    "CALL, 40, 42, 0.08, 0.04, 0.75, 0.35, 5.0975",
    "CALL, 40, 42, 0, 0.10, 0.5, 0.2, 4.7594", // Hull, Options, Futures and Other Derivatives
    "PUT, 40, 42, 0, 0.10, 0.5, 0.2, 0.8086",
  })
  void pricesAreHaugs(
      OptionType type, double k, double s, double q, double r, double t, double v, double price) {
    assertThat(greeks(type, k, s, q, r, t, v).price()).isCloseTo(price, offset(6e-5));
    assertThat(BlackScholes.price(type.sign(), k, s, q, r, t, v)).isCloseTo(price, offset(6e-5));
  }

  /** Haug (1998), pp. 11-16; the vega of an hour's exercise of the GAUSS library; Hull. */
  @Test
  void greeksAreThePrintedOnes() {
    assertThat(greeks(OptionType.CALL, 100, 105, 0.1, 0.1, 0.5, 0.36).delta())
        .isCloseTo(0.5946, offset(6e-5));
    assertThat(greeks(OptionType.PUT, 100, 105, 0.1, 0.1, 0.5, 0.36).elasticity())
        .isCloseTo(-4.8775, offset(6e-5));
    Greeks put = greeks(OptionType.PUT, 60, 55, 0, 0.1, 0.75, 0.3);
    assertThat(put.gamma()).isCloseTo(0.0278, offset(6e-5));
    assertThat(put.vega()).isCloseTo(18.9358, offset(6e-5));
    assertThat(greeks(OptionType.PUT, 405, 430, 0.05, 0.07, 1.0 / 12, 0.2).theta() / 365)
        .isCloseTo(-0.0855, offset(6e-5));
    assertThat(greeks(OptionType.PUT, 490, 500, 0.05, 0.08, 0.25, 0.15).dividendRho())
        .isCloseTo(42.2254, offset(6e-5));
    Greeks gauss = greeks(OptionType.CALL, 300, 305, 0, 0.08, 0.33, 0.25);
    assertThat(gauss.delta()).isCloseTo(0.6446, offset(6e-5));
    assertThat(gauss.gamma()).isCloseTo(0.0085, offset(6e-5));
    assertThat(gauss.theta()).isCloseTo(-38.5054, offset(6e-5));
    assertThat(gauss.vega()).isCloseTo(65.2563, offset(6e-5));
    assertThat(gauss.rho()).isCloseTo(56.8720, offset(6e-5));
    Greeks hull = greeks(OptionType.CALL, 50, 49, 0, 0.05, 20.0 / 52, 0.2);
    assertThat(hull.price()).isCloseTo(2.4005, offset(6e-5));
    assertThat(hull.delta()).isCloseTo(0.5216, offset(6e-4));
    assertThat(hull.gamma()).isCloseTo(0.0655, offset(6e-5));
    assertThat(hull.vega()).isCloseTo(12.105, offset(6e-4));
    assertThat(hull.theta()).isCloseTo(-4.305, offset(6e-4));
    assertThat(hull.rho()).isCloseTo(8.907, offset(6e-4));
  }

  /** The slope of a smooth function, by Richardson's extrapolation of central differences. */
  private static double slope(DoubleUnaryOperator f, double x) {
    double h = 1e-3 * x;
    double wide = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    double narrow = (f.applyAsDouble(x + h / 2) - f.applyAsDouble(x - h / 2)) / h;
    return (4 * narrow - wide) / 3;
  }

  private static void assertSlope(double greek, DoubleUnaryOperator f, double x) {
    double slope = slope(f, x);
    assertThat(greek).isCloseTo(slope, offset(1e-6 * (1 + Math.abs(slope))));
  }

  @Property(tries = 200)
  void greeksAreTheSlopesOfEachOther(
      @ForAll OptionType type,
      @ForAll @Scale(12) @DoubleRange(min = 0.7, max = 1.4) double k,
      @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 0.1) double q,
      @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 0.1) double r,
      @ForAll @Scale(12) @DoubleRange(min = 0.25, max = 3) double t,
      @ForAll @Scale(12) @DoubleRange(min = 0.15, max = 0.6) double v) {
    Greeks at = greeks(type, k, 1, q, r, t, v);
    class Bumped {
      DoubleUnaryOperator spot(ToDoubleFunction<Greeks> of) {
        return s -> of.applyAsDouble(greeks(type, k, s, q, r, t, v));
      }

      DoubleUnaryOperator volatility(ToDoubleFunction<Greeks> of) {
        return x -> of.applyAsDouble(greeks(type, k, 1, q, r, t, x));
      }

      DoubleUnaryOperator passing(ToDoubleFunction<Greeks> of) {
        return x -> -of.applyAsDouble(greeks(type, k, 1, q, r, x, v));
      }
    }
    Bumped by = new Bumped();
    assertSlope(at.delta(), by.spot(Greeks::price), 1);
    assertSlope(at.gamma(), by.spot(Greeks::delta), 1);
    assertSlope(at.speed(), by.spot(Greeks::gamma), 1);
    assertSlope(at.vega(), by.volatility(Greeks::price), v);
    assertSlope(at.vanna(), by.volatility(Greeks::delta), v);
    assertSlope(at.zomma(), by.volatility(Greeks::gamma), v);
    assertSlope(at.vomma(), by.volatility(Greeks::vega), v);
    assertSlope(at.ultima(), by.volatility(Greeks::vomma), v);
    assertSlope(at.vera(), by.volatility(Greeks::rho), v);
    assertSlope(at.theta(), by.passing(Greeks::price), t);
    assertSlope(at.charm(), by.passing(Greeks::delta), t);
    assertSlope(at.veta(), by.passing(Greeks::vega), t);
    assertSlope(at.color(), by.passing(Greeks::gamma), t);
    assertSlope(at.rho(), x -> greeks(type, k, 1, q, x, t, v).price(), r);
    assertSlope(at.dividendRho(), x -> greeks(type, k, 1, x, r, t, v).price(), q);
    assertSlope(at.dualDelta(), x -> greeks(type, x, 1, q, r, t, v).price(), k);
    assertSlope(at.dualGamma(), x -> greeks(type, x, 1, q, r, t, v).dualDelta(), k);
    assertThat(at.elasticity()).isCloseTo(at.delta() / at.price(), offset(1e-12));
  }

  @Property
  void callAndPutDifferByTheForward(
      @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 1000) double k,
      @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 1000) double s,
      @ForAll @Scale(12) @DoubleRange(min = -0.2, max = 0.2) double q,
      @ForAll @Scale(12) @DoubleRange(min = -0.2, max = 0.2) double r,
      @ForAll @Scale(12) @DoubleRange(min = 0, max = 30) double t,
      @ForAll @Scale(12) @DoubleRange(min = 0, max = 5) double v) {
    double forward = s * Math.exp(-q * t) - k * Math.exp(-r * t);
    double call = BlackScholes.price(1, k, s, q, r, t, v);
    double put = BlackScholes.price(-1, k, s, q, r, t, v);
    assertThat(call - put).isCloseTo(forward, offset(1e-11 * (s + k) * Math.exp(0.2 * t)));
    assertThat(call).isBetween(Math.max(0, forward) * (1 - 1e-9), s * Math.exp(-q * t));
  }

  @Property
  void agreesWithStrata(
      @ForAll OptionType type,
      @ForAll @Scale(12) @DoubleRange(min = 50, max = 200) double k,
      @ForAll @Scale(12) @DoubleRange(min = 0, max = 0.1) double q,
      @ForAll @Scale(12) @DoubleRange(min = 0, max = 0.1) double r,
      @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 5) double t,
      @ForAll @Scale(12) @DoubleRange(min = 0.05, max = 1) double v) {
    double forward = 100 * Math.exp((r - q) * t);
    double theirs =
        Math.exp(-r * t) * BlackFormulaRepository.price(forward, k, t, v, type == OptionType.CALL);
    assertThat(greeks(type, k, 100, q, r, t, v).price()).isCloseTo(theirs, offset(1e-10));
  }

  @Test
  void withoutChanceItIsWorthTheForwardOrNothing() {
    assertThat(greeks(OptionType.CALL, 50, 100, 0.01, 0.05, 1, 0).price())
        .isCloseTo(100 * Math.exp(-0.01) - 50 * Math.exp(-0.05), offset(1e-12));
    Greeks expired = greeks(OptionType.PUT, 50, 40, 0, 0.05, 0, 0.2);
    assertThat(expired.price()).isEqualTo(10);
    assertThat(expired.delta()).isEqualTo(-1);
    assertThat(expired.gamma()).isZero();
    assertThat(expired.exerciseProbability()).isOne();
    assertThat(greeks(OptionType.PUT, 50, 60, 0, 0.05, 0, 0.2).delta()).isZero();
    assertThat(greeks(OptionType.PUT, 50, 50, 0, 0, 0, 0.2).gamma()).isNaN();
  }

  @Test
  void farFromTheMoneyEveryGreekIsANumber() {
    for (OptionType type : OptionType.values()) {
      for (double strike : new double[] {1e-6, 1e6}) {
        Greeks greeks = greeks(type, strike, 1, 0.02, 0.03, 0.1, 0.2);
        assertThat(greeks.price()).isGreaterThanOrEqualTo(0);
        assertThat(greeks.delta()).isBetween(-1.0, 1.0);
        assertThat(greeks.speed()).isCloseTo(0, offset(1e-9));
        assertThat(greeks.ultima()).isCloseTo(0, offset(1e-9));
        assertThat(greeks.color()).isCloseTo(0, offset(1e-9));
      }
    }
  }
}
