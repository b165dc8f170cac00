package io.ratel.quant.pricing.american;

import io.ratel.quant.numeric.Normal;
import io.ratel.quant.numeric.Roots;
import io.ratel.quant.pricing.vanilla.BlackScholes;

/**
 * G. Barone-Adesi and R. E. Whaley, Efficient analytic approximation of American option values,
 * Journal of Finance 42 (1987), 301–320: the early exercise premium solves the differential
 * equation without one of its terms. Safe for any thread.
 */
final class BaroneAdesiWhaley {
  private BaroneAdesiWhaley() {}

  static double price(
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
    double critical = critical(sign, strike, dividendYield, rate, years, volatility);
    if (Double.isNaN(critical)) {
      return Double.NaN;
    }
    if (sign * (spot - critical) >= 0) {
      return sign * (spot - strike);
    }
    double power = power(sign, dividendYield, rate, years, volatility);
    double premium =
        sign
            * critical
            / power
            * hedge(sign, strike, critical, dividendYield, rate, years, volatility);
    return european + premium * Math.pow(spot / critical, power);
  }

  /** The price at which it is exercised now; NaN where there is none. */
  static double critical(
      int sign, double strike, double dividendYield, double rate, double years, double volatility) {
    double power = power(sign, dividendYield, rate, years, volatility);
    double near = strike;
    double far = sign > 0 ? 2 * strike : strike / 2;
    for (int i = 0; i < 200; i++) {
      if (excess(sign, strike, far, dividendYield, rate, years, volatility, power) >= 0) {
        double left = Math.min(near, far);
        double right = Math.max(near, far);
        return Roots.brent(
            s -> excess(sign, strike, s, dividendYield, rate, years, volatility, power),
            left,
            right,
            1e-13 * strike);
      }
      near = far;
      far = sign > 0 ? 2 * far : far / 2;
    }
    return Double.NaN;
  }

  /** What exercise gives more than waiting. */
  private static double excess(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      double power) {
    return sign * (spot - strike)
        - BlackScholes.price(sign, strike, spot, dividendYield, rate, years, volatility)
        - sign * spot / power * hedge(sign, strike, spot, dividendYield, rate, years, volatility);
  }

  /** One minus the absolute delta of the European option. */
  private static double hedge(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double deviation = volatility * Math.sqrt(years);
    double d1 =
        (Math.log(spot / strike) + (rate - dividendYield) * years) / deviation + 0.5 * deviation;
    return 1 - Math.exp(-dividendYield * years) * Normal.cumulative(sign * d1);
  }

  private static double power(
      int sign, double dividendYield, double rate, double years, double volatility) {
    double variance = volatility * volatility;
    double n = 2 * (rate - dividendYield) / variance - 1;
    double discounted = -Math.expm1(-rate * years);
    double m = rate == 0 ? 2 / (variance * years) : 2 * rate / (variance * discounted);
    return 0.5 * (-n + sign * Math.sqrt(n * n + 4 * m));
  }
}
