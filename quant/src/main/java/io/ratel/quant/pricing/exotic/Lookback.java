package io.ratel.quant.pricing.exotic;

import io.ratel.quant.numeric.Normal;

/**
 * Options on the highest or lowest price until expiry, in continuous time: M. B. Goldman, H. B.
 * Sosin and M. A. Gatto, Path dependent options: buy at the low, sell at the high, Journal of
 * Finance 34 (1979), 1111–1127, with a floating strike; A. Conze and Viswanathan, Path dependent
 * options: the case of lookback options, Journal of Finance 46 (1991), 1893–1907, with a fixed one.
 */
final class Lookback {
  private Lookback() {}

  /** Pays what the price ends above the lowest, or below the highest, a put. */
  static double floating(
      int sign,
      double extreme,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double forward = spot * Math.exp(-dividendYield * years) - extreme * Math.exp(-rate * years);
    return sign * forward + beyond(-sign, extreme, spot, dividendYield, rate, years, volatility);
  }

  /**
   * Pays what the highest price is above the strike, or the lowest below it, a put.
   *
   * @param extreme the highest price so far, or the lowest
   */
  static double fixed(
      int sign,
      double strike,
      double extreme,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double certain = Math.max(0, sign * (extreme - strike));
    double level = sign > 0 ? Math.max(strike, extreme) : Math.min(strike, extreme);
    return Math.exp(-rate * years) * certain
        + beyond(sign, level, spot, dividendYield, rate, years, volatility);
  }

  /** What the extreme of the future goes beyond a level that the spot has not passed. */
  private static double beyond(
      int sign,
      double level,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double carry = rate - dividendYield;
    if (!(volatility * Math.sqrt(years) > 0)) {
      double extreme =
          spot
              * (sign > 0
                  ? Math.max(1, Math.exp(carry * years))
                  : Math.min(1, Math.exp(carry * years)));
      return Math.exp(-rate * years) * Math.max(0, sign * (extreme - level));
    }
    double variance = volatility * volatility;
    // Without carry it is 0/0: a cubic through four carries beside it.
    double scale = 0.5 * variance / (1 + Math.abs(Math.log(spot / level)) + variance * years);
    double h = 2e-3 * scale;
    if (Math.abs(carry) >= 2 * h) {
      return beyond(sign, level, spot, carry, rate, years, volatility, variance);
    }
    double x = carry / h;
    double low2 = beyond(sign, level, spot, -3 * h, rate, years, volatility, variance);
    double low = beyond(sign, level, spot, -h, rate, years, volatility, variance);
    double high = beyond(sign, level, spot, h, rate, years, volatility, variance);
    double high2 = beyond(sign, level, spot, 3 * h, rate, years, volatility, variance);
    return ((x - 1) * (x + 1) * ((x + 3) * high2 - (x - 3) * low2)) / 48
        - ((x - 3) * (x + 3) * ((x + 1) * high - (x - 1) * low)) / 16;
  }

  private static double beyond(
      int sign,
      double level,
      double spot,
      double carry,
      double rate,
      double years,
      double volatility,
      double variance) {
    double deviation = volatility * Math.sqrt(years);
    double log = Math.log(spot / level);
    double d = (log + carry * years) / deviation + 0.5 * deviation;
    double grown = Math.exp(carry * years);
    double inAsset = Normal.cumulative(sign * d);
    double reflected =
        Math.exp(
            -2 * carry / variance * log
                + Normal.logCumulative(sign * (d - 2 * carry * years / deviation)));
    return sign
        * Math.exp(-rate * years)
        * (spot * grown * inAsset
            - level * Normal.cumulative(sign * (d - deviation))
            + spot * variance / (2 * carry) * (grown * inAsset - reflected));
  }
}
