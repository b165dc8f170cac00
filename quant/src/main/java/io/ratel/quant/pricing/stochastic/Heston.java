package io.ratel.quant.pricing.stochastic;

import io.ratel.quant.numeric.GaussLegendre;
import io.ratel.quant.pricing.vanilla.BlackScholes;
import io.ratel.quant.pricing.vanilla.Greeks;

/**
 * European options in S. L. Heston's model (A closed-form solution for options with stochastic
 * volatility, Review of Financial Studies 6 (1993), 327–343) by A. Lewis's single integral (Option
 * Valuation under Stochastic Volatility, 2000) of the difference to a Black–Scholes price, which
 * leaves an integrand that is small at both ends (L. Andersen and V. Piterbarg, Interest Rate
 * Modeling, 2010, §9.3).
 */
final class Heston {
  private static final GaussLegendre RULE = GaussLegendre.of(32);
  private static final int MOST_PANELS = 4_000;
  private static final double NEGLIGIBLE = 1e-15;

  /** Price and derivatives. */
  record Valued(double price, double delta, double gamma) {}

  private Heston() {}

  /**
   * The value.
   *
   * @param v0 the variance now
   * @param kappa the speed at which it returns to theta
   * @param sigma the volatility of variance
   * @param rho correlation of price and variance
   */
  static Valued value(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double v0,
      double kappa,
      double theta,
      double sigma,
      double rho) {
    double expected = expectedVariance(v0, kappa, theta, years);
    Greeks black =
        BlackScholes.greeks(sign, strike, spot, dividendYield, rate, years, Math.sqrt(expected));
    if (!(years * expected > 0) || (sigma == 0 && kappa == 0)) {
      return new Valued(black.price(), black.delta(), black.gamma());
    }
    double log = Math.log(spot / strike) + (rate - dividendYield) * years;
    HestonCharacteristic function = new HestonCharacteristic(v0, kappa, theta, sigma, rho, years);
    double total = expected * years;
    double width = width(function, log, total);
    double price = 0;
    double slope = 0;
    double bend = 0;
    int quiet = 0;
    for (int panel = 0; panel < MOST_PANELS && quiet < 2; panel++) {
      double largest = 0;
      for (int i = 0; i < RULE.size(); i++) {
        double u = width * (panel + 0.5 * (1 + RULE.point(i)));
        double w = 0.5 * width * RULE.weight(i);
        function.at(u);
        double heston = Math.exp(function.real());
        double flat = Math.exp(-0.5 * total * (u * u + 0.25));
        double angle = u * log + function.imaginary();
        double re = flat * Math.cos(u * log) - heston * Math.cos(angle);
        double im = flat * Math.sin(u * log) - heston * Math.sin(angle);
        double weight = w / (u * u + 0.25);
        price += weight * re;
        slope += weight * (0.5 * re - u * im);
        bend -= w * re;
        largest = Math.max(largest, heston + flat);
      }
      quiet = largest < NEGLIGIBLE ? quiet + 1 : 0;
    }
    double scale =
        Math.sqrt(spot * strike) * Math.exp(-0.5 * (rate + dividendYield) * years) / Math.PI;
    double least =
        Math.max(
            0, sign * (spot * Math.exp(-dividendYield * years) - strike * Math.exp(-rate * years)));
    return new Valued(
        Math.max(least, black.price() + scale * price),
        black.delta() + scale * slope / spot,
        black.gamma() + scale * bend / (spot * spot));
  }

  /** The mean of the expected variance until expiry. */
  static double expectedVariance(double v0, double kappa, double theta, double years) {
    double x = kappa * years;
    double part = x < 1e-8 ? 1 - 0.5 * x : -Math.expm1(-x) / x;
    return theta + (v0 - theta) * part;
  }

  /** A panel sees at most some turns of the integrand and a part of its decay. */
  private static double width(HestonCharacteristic function, double log, double total) {
    function.at(1);
    double turn = Math.abs(log) + Math.abs(function.imaginary());
    return Math.min(2 / Math.sqrt(total), 4 / (0.05 + turn));
  }
}
