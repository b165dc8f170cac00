package io.ratel.quant.pricing.exotic;

import io.ratel.quant.numeric.GaussLegendre;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.pricing.vanilla.BlackScholes;

/**
 * Lookbacks that look at a part of the time: R. C. Heynen and H. M. Kat, Selling hindsight, Risk
 * 7(11) (1994), and Lookback options with discrete and partial monitoring, Applied Mathematical
 * Finance 2 (1995), 273–284. Instead of their sums of bivariate normals, the option at the moment
 * where looking ends or begins is integrated over the prices of that moment.
 */
final class PartialLookback {
  private static final GaussLegendre RULE = GaussLegendre.of(64);
  private static final double WIDTH = 9;

  /** What the option is worth at the moment, by the normal variable that moved the price. */
  private interface Then {
    double worth(double z);
  }

  private PartialLookback() {}

  /**
   * A fixed strike against the extreme from a moment until expiry.
   *
   * @param start of looking, above 0 and below years
   */
  static double fixed(
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      double start) {
    double deviation = volatility * Math.sqrt(start);
    double drift = (rate - dividendYield) * start - 0.5 * deviation * deviation;
    double kink = (Math.log(strike / spot) - drift) / deviation;
    return Math.exp(-rate * start)
        * expected(
            z -> {
              double then = spot * Math.exp(drift + deviation * z);
              return Lookback.fixed(
                  sign, strike, then, then, dividendYield, rate, years - start, volatility);
            },
            kink);
  }

  /**
   * The price at expiry against the extreme until a moment.
   *
   * @param extreme the lowest price so far of a call, the highest of a put
   * @param level what the extreme is multiplied by
   * @param end of looking, above 0 and below years
   */
  static double floating(
      int sign,
      double extreme,
      double level,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      double end) {
    double deviation = volatility * Math.sqrt(end);
    double variance = deviation * deviation;
    double drift = (rate - dividendYield) * end - 0.5 * variance;
    double left = years - end;
    // A put's highest price is a call's lowest in the mirror.
    double bound = sign * Math.log(extreme / spot);
    Then then =
        z -> {
          double log = drift + deviation * z;
          double price = spot * Math.exp(log);
          double x = sign * log;
          // The bridge to x stays above the bound with the probability 1 − touched.
          double touched = bound >= x ? 1 : Math.exp(-2 * bound * (bound - x) / variance);
          double worth =
              touched == 1
                  ? 0
                  : (1 - touched)
                      * BlackScholes.price(
                          sign, level * extreme, price, dividendYield, rate, left, volatility);
          for (int i = 0; i < RULE.size(); i++) {
            double s = 0.5 * (1 + RULE.point(i));
            double logU = Math.log(touched) + 4 * Math.log(s);
            double y = 0.5 * (x - Math.sqrt(x * x - 2 * variance * logU));
            worth +=
                2
                    * RULE.weight(i)
                    * s
                    * s
                    * s
                    * touched
                    * BlackScholes.price(
                        sign,
                        level * spot * Math.exp(sign * y),
                        price,
                        dividendYield,
                        rate,
                        left,
                        volatility);
          }
          return worth;
        };
    double kink = (sign * bound - drift) / deviation;
    return Math.exp(-rate * end) * expected(then, kink);
  }

  /** The mean over the normal variable, with a kink at one place. */
  private static double expected(Then then, double kink) {
    double turn = Math.max(-WIDTH, Math.min(WIDTH, kink));
    return RULE.integrate(z -> Normal.density(z) * then.worth(z), -WIDTH, turn)
        + RULE.integrate(z -> Normal.density(z) * then.worth(z), turn, WIDTH);
  }
}
