package io.ratel.quant.pricing.barrier;

import io.ratel.quant.numeric.GaussLegendre;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.pricing.vanilla.BlackScholes;

/**
 * E. Reiner and M. Rubinstein, Breaking down the barriers, Risk 4(8) (1991), 28–35, with the six
 * terms as E. G. Haug names them (The Complete Guide to Option Pricing Formulas, 2007, p. 153).
 * Powers and probabilities are multiplied by their logarithms, so that neither overflows.
 */
final class ReinerRubinstein {
  private final double strike;
  private final double spot;
  private final double barrier;
  private final double rate;
  private final double years;
  private final double carry;
  private final double variance;
  private final double deviation;

  /** The exponent μ of the paper. */
  private final double mu;

  private final double asset;
  private final double cash;

  private ReinerRubinstein(
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      double barrier) {
    this.strike = strike;
    this.spot = spot;
    this.barrier = barrier;
    this.rate = rate;
    this.years = years;
    carry = rate - dividendYield;
    variance = volatility * volatility;
    deviation = volatility * Math.sqrt(years);
    mu = carry / variance - 0.5;
    asset = spot * Math.exp(-dividendYield * years);
    cash = strike * Math.exp(-rate * years);
  }

  /**
   * The value.
   *
   * @param sign 1 of a call, −1 of a put
   * @param rebate paid when it is knocked out, or at expiry when it was not knocked in
   */
  static double price(
      BarrierKind kind,
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility,
      double barrier,
      double rebate) {
    if (kind.isDown() ? spot <= barrier : spot >= barrier) {
      return kind.isOut()
          ? rebate
          : BlackScholes.price(sign, strike, spot, dividendYield, rate, years, volatility);
    }
    // Below it the paper's powers have no digits left.
    if (!(volatility * Math.sqrt(years) > 1e-7)) {
      return certain(kind, sign, strike, spot, dividendYield, rate, years, barrier, rebate);
    }
    return new ReinerRubinstein(strike, spot, dividendYield, rate, years, volatility, barrier)
        .price(kind, sign, rebate);
  }

  private double price(BarrierKind kind, int sign, double rebate) {
    int eta = kind.isDown() ? 1 : -1;
    // The vanilla, and its part beyond the barrier, directly and by reflection.
    double a = direct(sign, strike);
    double b = direct(sign, barrier);
    double c = reflected(sign, eta, strike);
    double d = reflected(sign, eta, barrier);
    boolean above = strike > barrier;
    boolean towards = kind.isDown() == (sign > 0);
    // Whether it pays only on the far side of the barrier's level.
    boolean beyond = above == (sign > 0);
    double in;
    if (towards) {
      // A down call or an up put: the barrier is on the losing side.
      in = beyond ? c : a - b + d;
    } else {
      in = beyond ? a : b - c + d;
    }
    if (!kind.isOut()) {
      return Math.max(0, in) + rebate * untouched(eta);
    }
    return Math.max(0, a - in) + rebate * whenTouched(eta);
  }

  private double direct(int sign, double level) {
    double x = Math.log(spot / level) / deviation + (1 + mu) * deviation;
    return sign
        * (asset * Normal.cumulative(sign * x) - cash * Normal.cumulative(sign * (x - deviation)));
  }

  private double reflected(int sign, int eta, double level) {
    double log = Math.log(barrier / spot);
    double y = (2 * log + Math.log(spot / level)) / deviation + (1 + mu) * deviation;
    return sign
        * (asset * product(2 * (mu + 1) * log, eta * y)
            - cash * product(2 * mu * log, eta * (y - deviation)));
  }

  /** What one is worth that is paid at expiry if the barrier was not touched. */
  private double untouched(int eta) {
    double log = Math.log(barrier / spot);
    double x = -log / deviation + mu * deviation;
    double y = log / deviation + mu * deviation;
    return Math.exp(-rate * years)
        * Math.max(0, Normal.cumulative(eta * x) - product(2 * mu * log, eta * y));
  }

  /** What one is worth that is paid when the barrier is touched. */
  private double whenTouched(int eta) {
    double log = Math.log(barrier / spot);
    double square = mu * mu + 2 * rate / variance;
    if (square < 0) {
      return whenTouchedNegative(eta, log);
    }
    double lambda = Math.sqrt(square);
    double z = log / deviation + lambda * deviation;
    return product((mu + lambda) * log, eta * z)
        + product((mu - lambda) * log, eta * (z - 2 * lambda * deviation));
  }

  /**
   * Of a rate so negative that the exponent is complex: by parts, one at expiry less what the rate
   * does on the way, which is integrated over the first passage's probability.
   */
  private double whenTouchedNegative(int eta, double log) {
    GaussLegendre rule = GaussLegendre.of(200);
    double touched = 1 - firstPassage(eta, log, years);
    double sum = 0;
    for (int i = 0; i < rule.size(); i++) {
      double s = 0.5 * (1 + rule.point(i));
      double time = years * s * s;
      sum +=
          rule.weight(i) * s * years * Math.exp(-rate * time) * (1 - firstPassage(eta, log, time));
    }
    return Math.exp(-rate * years) * touched + rate * sum;
  }

  /** The probability of not having touched the barrier by a time. */
  private double firstPassage(int eta, double log, double time) {
    double sd = Math.sqrt(variance * time);
    return Math.max(
        0,
        Normal.cumulative(eta * (-log / sd + mu * sd))
            - product(2 * mu * log, eta * (log / sd + mu * sd)));
  }

  /** exp(exponent)·Φ(x). */
  private static double product(double exponent, double x) {
    return Math.exp(exponent + Normal.logCumulative(x));
  }

  /** Nothing is left to chance: the price moves one way, and touches the barrier at one time. */
  private static double certain(
      BarrierKind kind,
      int sign,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double barrier,
      double rebate) {
    double vanilla = BlackScholes.price(sign, strike, spot, dividendYield, rate, years, 0);
    double time = Math.log(barrier / spot) / (rate - dividendYield);
    boolean touched = time >= 0 && time <= years;
    if (kind.isOut()) {
      return touched ? rebate * Math.exp(-rate * time) : vanilla;
    }
    return touched ? vanilla : rebate * Math.exp(-rate * years);
  }
}
