package io.ratel.quant.pricing.american;

import io.ratel.quant.numeric.BivariateNormal;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.pricing.vanilla.BlackScholes;

/**
 * P. Bjerksund and G. Stensland: a lower bound by the best flat exercise boundary (Closed-form
 * approximation of American options, Scandinavian Journal of Management 9 (1993), S87–S99), or by
 * the best of two steps (Closed form valuation of American options, NHH discussion paper 2002/09).
 * A put is the call with spot and strike, and rate and yield, exchanged. Safe for any thread.
 */
final class BjerksundStensland {
  private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

  private final double b;
  private final double rate;
  private final double variance;
  private final double volatility;

  private BjerksundStensland(double b, double rate, double volatility) {
    this.b = b;
    this.rate = rate;
    this.volatility = volatility;
    this.variance = volatility * volatility;
  }

  /**
   * The price.
   *
   * @param steps of the boundary: 1 for 1993, 2 for 2002
   */
  static double price(
      int steps,
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double european =
        BlackScholes.price(sign, strike, spot, dividendYield, rate, years, volatility);
    if (EarlyExercise.never(sign, rate, dividendYield)) {
      return european;
    }
    double exercised =
        sign > 0
            ? new BjerksundStensland(rate - dividendYield, rate, volatility)
                .call(steps, strike, spot, years)
            : new BjerksundStensland(dividendYield - rate, dividendYield, volatility)
                .call(steps, spot, strike, years);
    return Math.max(european, exercised);
  }

  private double call(int steps, double strike, double spot, double years) {
    double shift = b / variance - 0.5;
    double beta = -shift + Math.sqrt(shift * shift + 2 * rate / variance);
    double endless = beta / (beta - 1) * strike;
    double atExpiry = Math.max(strike, rate / (rate - b) * strike);
    double scale =
        steps == 1
            ? atExpiry / (endless - atExpiry)
            : strike * strike / ((endless - atExpiry) * atExpiry);
    double high = boundary(atExpiry, endless, scale, years);
    if (!(spot < high)) {
      return Double.isNaN(high) ? Double.NaN : spot - strike;
    }
    double alpha = (high - strike) * Math.pow(spot / high, beta);
    if (steps == 1) {
      return alpha * (1 - phi(spot, years, beta, high, high))
          + spot * (phi(spot, years, 1, high, high) - phi(spot, years, 1, strike, high))
          - strike * (phi(spot, years, 0, high, high) - phi(spot, years, 0, strike, high));
    }
    double t = GOLDEN * years;
    double low = boundary(atExpiry, endless, scale, t);
    double alphaLow = (low - strike) * Math.pow(spot / low, beta);
    return alpha * (1 - phi(spot, t, beta, high, high))
        + spot * (phi(spot, t, 1, high, high) - phi(spot, t, 1, low, high))
        - strike * (phi(spot, t, 0, high, high) - phi(spot, t, 0, low, high))
        + alphaLow * (phi(spot, t, beta, low, high) - psi(spot, years, beta, low, high, low, t))
        + spot
            * (psi(spot, years, 1, low, high, low, t) - psi(spot, years, 1, strike, high, low, t))
        - strike
            * (psi(spot, years, 0, low, high, low, t) - psi(spot, years, 0, strike, high, low, t));
  }

  /**
   * The paper's, which falls below the strike where the asset is carried at a loss for long; there
   * the boundary of an endless option takes its place, as good a bound as any other.
   */
  private double boundary(double atExpiry, double endless, double scale, double years) {
    double h = -(b * years + 2 * volatility * Math.sqrt(years)) * scale;
    if (h >= 0) {
      return endless;
    }
    return atExpiry - (endless - atExpiry) * Math.expm1(h);
  }

  private double growth(double gamma) {
    return -rate + gamma * b + 0.5 * gamma * (gamma - 1) * variance;
  }

  /** The paper's φ without its factor spot^gamma. */
  private double phi(double spot, double years, double gamma, double h, double i) {
    double deviation = volatility * Math.sqrt(years);
    double drift = (b + (gamma - 0.5) * variance) * years;
    double d = (Math.log(spot / h) + drift) / deviation;
    double kappa = 2 * b / variance + 2 * gamma - 1;
    return Math.exp(growth(gamma) * years)
        * (Normal.cumulative(-d)
            - Math.pow(i / spot, kappa)
                * Normal.cumulative(-d - 2 * Math.log(i / spot) / deviation));
  }

  /** The paper's Ψ without its factor spot^gamma. */
  private double psi(
      double spot, double years, double gamma, double h, double high, double low, double t) {
    double first = volatility * Math.sqrt(t);
    double last = volatility * Math.sqrt(years);
    double drift = b + (gamma - 0.5) * variance;
    double rho = Math.sqrt(t / years);
    double kappa = 2 * b / variance + 2 * gamma - 1;
    double reflected = high * high / spot;
    double m1 =
        BivariateNormal.cumulative(
            -(Math.log(spot / low) + drift * t) / first,
            -(Math.log(spot / h) + drift * years) / last,
            rho);
    double m2 =
        BivariateNormal.cumulative(
            -(Math.log(reflected / low) + drift * t) / first,
            -(Math.log(reflected / h) + drift * years) / last,
            rho);
    double m3 =
        BivariateNormal.cumulative(
            -(Math.log(spot / low) - drift * t) / first,
            -(Math.log(low * low / (spot * h)) + drift * years) / last,
            -rho);
    double m4 =
        BivariateNormal.cumulative(
            -(Math.log(reflected / low) - drift * t) / first,
            -(Math.log(spot * low * low / (h * high * high)) + drift * years) / last,
            -rho);
    return Math.exp(growth(gamma) * years)
        * (m1
            - Math.pow(high / spot, kappa) * m2
            - Math.pow(low / spot, kappa) * m3
            + Math.pow(low / high, kappa) * m4);
  }
}
