package io.ratel.quant.risk.tail;

import io.ratel.quant.function.Progress;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Returns that did not happen, drawn or rescaled. The same seed draws the same returns. */
public final class Simulation {
  private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final int REPORTED = 1 << 14;

  private Simulation() {}

  public static RandomGenerator generator(long seed) {
    return GENERATOR.create(seed);
  }

  /**
   * A number of Student's distribution, of variance 1: R. W. Bailey, Polar generation of random
   * variates with the t-distribution, Mathematics of Computation 62 (1994), 779–781.
   *
   * @param degrees of freedom, above 2
   */
  public static double student(RandomGenerator random, double degrees) {
    double radius = 1 - random.nextDouble();
    return Math.sqrt((degrees - 2) * (Math.pow(radius, -2 / degrees) - 1))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /**
   * Sums of independent returns.
   *
   * @param degrees of freedom of Student's distribution, above 2; infinite for the normal
   * @param horizon how many returns a sum has
   */
  static double[] sums(
      double mean,
      double deviation,
      double degrees,
      int horizon,
      int paths,
      long seed,
      Progress progress) {
    RandomGenerator random = generator(seed);
    double[] sums = new double[paths];
    boolean normal = Double.isInfinite(degrees);
    // The sum of normal numbers is one; of Student's it is not.
    int steps = normal ? 1 : horizon;
    double scale = normal ? deviation * Math.sqrt(horizon) : deviation;
    long drawn = 0;
    for (int i = 0; i < paths; i++) {
      double sum = 0;
      for (int j = 0; j < steps; j++) {
        sum += normal ? random.nextGaussian() : student(random, degrees);
        if (++drawn % REPORTED == 0) {
          progress.done((double) i / paths);
        }
      }
      sums[i] = mean * horizon + scale * sum;
    }
    return sums;
  }

  /**
   * Each return times the volatility now over the volatility then, both exponentially weighted from
   * the mean square of all: J. Hull and A. White, Incorporating volatility updating into the
   * historical simulation method for value at risk, Journal of Risk 1 (1998), 5–19.
   *
   * @param decay the weight that is kept from one period to the next
   */
  static double[] filtered(double[] returns, double decay) {
    double variance = 0;
    for (double each : returns) {
      variance += each * each / returns.length;
    }
    double[] filtered = new double[returns.length];
    for (int i = 0; i < returns.length; i++) {
      filtered[i] = variance > 0 ? returns[i] / Math.sqrt(variance) : 0;
      variance = decay * variance + (1 - decay) * returns[i] * returns[i];
    }
    double now = Math.sqrt(variance);
    for (int i = 0; i < filtered.length; i++) {
      filtered[i] *= now;
    }
    return filtered;
  }
}
