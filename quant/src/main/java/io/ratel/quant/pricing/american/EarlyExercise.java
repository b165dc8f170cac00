package io.ratel.quant.pricing.american;

import io.ratel.quant.pricing.vanilla.BlackScholes;

/**
 * When it can pay to exercise early. An American call is a put with spot and strike exchanged, and
 * rate and yield too (R. McDonald and M. Schroder, A parity result for American options, Journal of
 * Computational Finance 1 (1998)); all is said here of the put.
 */
final class EarlyExercise {
  private EarlyExercise() {}

  /**
   * Exercise earns the rate on the strike and loses the yield: with no more rate than that, never.
   */
  static boolean never(int sign, double rate, double dividendYield) {
    double earns = sign > 0 ? dividendYield : rate;
    double loses = sign > 0 ? rate : dividendYield;
    return earns <= 0 && loses >= earns;
  }

  /**
   * Whether a second boundary exists: where the strike earns nothing, but the asset costs more, it
   * pays to exercise between two prices (A. Battauz, M. De Donno and A. Sbuelz, Real options and
   * American derivatives: the double continuation region, Management Science 61 (2015)).
   */
  static boolean doubleBoundary(int sign, double rate, double dividendYield) {
    double earns = sign > 0 ? dividendYield : rate;
    double loses = sign > 0 ? rate : dividendYield;
    return earns <= 0 && loses < earns;
  }

  /** The best of all times to exercise, when nothing is left to chance. */
  static double certain(
      int sign, double strike, double spot, double dividendYield, double rate, double years) {
    double best =
        Math.max(
            sign * (spot - strike),
            BlackScholes.price(sign, strike, spot, dividendYield, rate, years, 0));
    double turn = Math.log(rate * strike / (dividendYield * spot)) / (rate - dividendYield);
    if (turn > 0 && turn < years) {
      best = Math.max(best, BlackScholes.price(sign, strike, spot, dividendYield, rate, turn, 0));
    }
    return Math.max(0, best);
  }
}
