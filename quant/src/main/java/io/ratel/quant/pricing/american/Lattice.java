package io.ratel.quant.pricing.american;

import io.ratel.quant.function.Progress;

/**
 * A recombining binomial tree. J. C. Cox, S. A. Ross and M. Rubinstein, Option pricing: a
 * simplified approach, Journal of Financial Economics 7 (1979), 229–263; or D. Leisen and M.
 * Reimer, Binomial models for option valuation, Applied Mathematical Finance 3 (1996), 319–346,
 * whose up-probability follows the normal distribution around the strike.
 *
 * @param up factor of the price after a step up
 * @param probability of a step up
 * @param discount of one step
 */
record Lattice(
    int steps, double years, double up, double down, double probability, double discount) {

  /** The price and what the first two steps of the tree tell. */
  record Valued(double price, double delta, double gamma, double afterTwoSteps) {}

  static Lattice coxRossRubinstein(
      int steps, double dividendYield, double rate, double years, double volatility) {
    double dt = years / steps;
    double up = Math.exp(volatility * Math.sqrt(dt));
    double down = 1 / up;
    double growth = Math.exp((rate - dividendYield) * dt);
    return new Lattice(steps, years, up, down, (growth - down) / (up - down), Math.exp(-rate * dt));
  }

  /** R. Jarrow and A. Rudd's, of equal probabilities: Option Pricing (1983). */
  static Lattice jarrowRudd(
      int steps, double dividendYield, double rate, double years, double volatility) {
    double dt = years / steps;
    double drift = (rate - dividendYield - 0.5 * volatility * volatility) * dt;
    double step = volatility * Math.sqrt(dt);
    return new Lattice(
        steps, years, Math.exp(drift + step), Math.exp(drift - step), 0.5, Math.exp(-rate * dt));
  }

  /**
   * The tree.
   *
   * @param steps odd
   */
  static Lattice leisenReimer(
      int steps,
      double strike,
      double spot,
      double dividendYield,
      double rate,
      double years,
      double volatility) {
    double dt = years / steps;
    double deviation = volatility * Math.sqrt(years);
    double growth = Math.exp((rate - dividendYield) * dt);
    double d1 =
        (Math.log(spot / strike) + (rate - dividendYield) * years) / deviation + 0.5 * deviation;
    double p = peizerPratt(d1 - deviation, steps);
    double above = peizerPratt(d1, steps);
    return new Lattice(
        steps, years, growth * above / p, growth * (1 - above) / (1 - p), p, Math.exp(-rate * dt));
  }

  /** The binomial probability of a normal quantile: D. Peizer and J. Pratt (1968), method 2. */
  private static double peizerPratt(double z, int steps) {
    double ratio = z / (steps + 1.0 / 3 + 0.1 / (steps + 1));
    return 0.5 + Math.copySign(0.5 * Math.sqrt(-Math.expm1(-ratio * ratio * (steps + 1.0 / 6))), z);
  }

  /** Whether its probability is one. */
  boolean isSound() {
    return probability > 0 && probability < 1 && up > down && down > 0;
  }

  /**
   * Walks the tree back.
   *
   * @param early whether it may be exercised at every step, or at the last alone
   */
  Valued value(int sign, double strike, double spot, boolean early, Progress progress) {
    double[] prices = new double[steps + 1];
    double[] values = new double[steps + 1];
    double logUp = Math.log(up);
    double logDown = Math.log(down);
    for (int j = 0; j <= steps; j++) {
      prices[j] = spot * Math.exp(j * logUp + (steps - j) * logDown);
      values[j] = Math.max(0, sign * (prices[j] - strike));
    }
    double upward = discount * probability;
    double downward = discount * (1 - probability);
    double[] second = {Double.NaN, Double.NaN, Double.NaN};
    double delta = Double.NaN;
    double gamma = Double.NaN;
    for (int i = steps; i >= 0; i--) {
      for (int j = 0; j <= i && i < steps; j++) {
        prices[j] /= down;
        double held = upward * values[j + 1] + downward * values[j];
        values[j] = early ? Math.max(held, sign * (prices[j] - strike)) : held;
      }
      if (i == 2) {
        System.arraycopy(values, 0, second, 0, 3);
        gamma = gamma(prices, values);
      } else if (i == 1) {
        delta = (values[1] - values[0]) / (prices[1] - prices[0]);
      }
      if ((i & 63) == 0) {
        double left = (double) i / steps;
        progress.done(1 - left * left);
      }
    }
    return new Valued(values[0], delta, gamma, second[1]);
  }

  private static double gamma(double[] prices, double[] values) {
    double high = (values[2] - values[1]) / (prices[2] - prices[1]);
    double low = (values[1] - values[0]) / (prices[1] - prices[0]);
    return 2 * (high - low) / (prices[2] - prices[0]);
  }
}
