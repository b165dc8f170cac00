package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Progress;
import io.ratel.quant.numeric.Normal;
import java.util.SplittableRandom;

/**
 * Monte Carlo of an arithmetic Asian option with the geometric one beside it, whose price is known:
 * A. Kemna and A. Vorst, A pricing method for options based on average asset values, Journal of
 * Banking and Finance 14 (1990), 113–129. Each path has its mirror image.
 */
final class AsianSimulation {
  /** A mean and the standard error of it. */
  record Estimate(double mean, double error) {}

  /** What a path pays by its arithmetic and its geometric average, and its last price. */
  interface Payment {
    double pay(double average, double last);
  }

  private AsianSimulation() {}

  /**
   * Estimates the payment on the arithmetic average.
   *
   * @param known the expected payment on the geometric average
   * @param pairs of a path and its mirror image
   */
  static Estimate estimate(
      Payment payment,
      double known,
      double spot,
      double drift,
      double volatility,
      int fixings,
      double first,
      double last,
      int pairs,
      long seed,
      Progress progress) {
    SplittableRandom random = new SplittableRandom(seed);
    double gap = fixings > 1 ? (last - first) / (fixings - 1) : 0;
    double start = fixings > 1 ? first : last;
    double[] normals = new double[fixings];
    double meanA = 0;
    double meanG = 0;
    double squareA = 0;
    double squareG = 0;
    double cross = 0;
    for (int path = 0; path < pairs; path++) {
      for (int i = 0; i < fixings; i++) {
        normals[i] = Normal.quantile(random.nextDouble() + 0x1p-54);
      }
      double a = 0;
      double g = 0;
      for (int side = -1; side <= 1; side += 2) {
        double log = 0;
        double sum = 0;
        double logs = 0;
        for (int i = 0; i < fixings; i++) {
          double step = i == 0 ? start : gap;
          log += drift * step + side * volatility * Math.sqrt(step) * normals[i];
          sum += Math.exp(log);
          logs += log;
        }
        double price = spot * Math.exp(log);
        a += 0.5 * payment.pay(spot * sum / fixings, price);
        g += 0.5 * payment.pay(spot * Math.exp(logs / fixings), price);
      }
      double byA = a - meanA;
      double byG = g - meanG;
      meanA += byA / (path + 1);
      meanG += byG / (path + 1);
      squareA += byA * (a - meanA);
      squareG += byG * (g - meanG);
      cross += byA * (g - meanG);
      if ((path & 1023) == 0) {
        progress.done((double) path / pairs);
      }
    }
    double beta = squareG > 0 ? cross / squareG : 0;
    double rest = Math.max(0, squareA - beta * cross);
    return new Estimate(
        meanA - beta * (meanG - known),
        Math.sqrt(rest / ((double) pairs * Math.max(1, pairs - 1))));
  }
}
