package io.ratel.quant.risk.stress;

import io.ratel.quant.function.Progress;
import io.ratel.quant.risk.tail.Simulation;
import java.util.random.RandomGenerator;

/**
 * Drawn scenarios of factors that move together. What is linear in the factors needs only the
 * independent numbers behind them: the profit of exposures e is (Lᵀe)ᵀz, at the cost of n and not
 * of n² for each scenario.
 */
public final class NormalScenarios {
  private static final int REPORTED = 256;

  private NormalScenarios() {}

  /**
   * Independent numbers of mean 0 and variance 1, normal or Student's.
   *
   * @param degrees of freedom above 2, which all factors of a scenario share; infinite for normal
   */
  public static double[][] independent(
      int count, int factors, double degrees, long seed, Progress progress) {
    RandomGenerator random = Simulation.generator(seed);
    double[][] drawn = new double[count][factors];
    for (int s = 0; s < count; s++) {
      if (s % REPORTED == 0) {
        progress.done((double) s / count);
      }
      double[] row = drawn[s];
      for (int i = 0; i < factors; i++) {
        row[i] = random.nextGaussian();
      }
      if (Double.isFinite(degrees)) {
        scale(row, mixing(random, degrees));
      }
    }
    return drawn;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  /**
   * √((ν − 2)/χ²), which makes normal numbers Student's of variance 1. The χ² number is twice one
   * of the gamma distribution of shape ν/2: G. Marsaglia and W. W. Tsang, A simple method for
   * generating gamma variables, ACM Transactions on Mathematical Software 26 (2000), 363–372.
   */
  private static double mixing(RandomGenerator random, double degrees) {
    double d = degrees / 2 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = 1 - random.nextDouble();
        if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
          return Math.sqrt((degrees - 2) / (2 * d * v));
        }
      }
    }
  }

  /**
   * Lᵀ e: the exposures to the independent numbers.
   *
   * @param root a lower triangle with covariance L Lᵀ
   */
  public static double[] loads(double[][] root, double[] exposures) {
    double[] loads = new double[exposures.length];
    for (int i = 0; i < exposures.length; i++) {
      for (int k = 0; k <= i; k++) {
        loads[k] += root[i][k] * exposures[i];
      }
    }
    return loads;
  }

  /** L z of each scenario, four columns of L at a time. */
  public static double[][] correlated(double[][] root, double[][] independent, Progress progress) {
    int n = root.length;
    double[][] columns = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        columns[k][i] = root[i][k];
      }
    }
    double[][] scenarios = new double[independent.length][n];
    for (int s = 0; s < scenarios.length; s++) {
      if (s % REPORTED == 0) {
        progress.done((double) s / scenarios.length);
      }
      double[] row = scenarios[s];
      double[] z = independent[s];
      int k = 0;
      for (; k + 3 < n; k += 4) {
        add(
            row,
            k,
            z[k],
            columns[k],
            z[k + 1],
            columns[k + 1],
            z[k + 2],
            columns[k + 2],
            z[k + 3],
            columns[k + 3]);
      }
      for (; k < n; k++) {
        for (int i = k; i < n; i++) {
          row[i] += z[k] * columns[k][i];
        }
      }
    }
    return scenarios;
  }

  private static void add(
      double[] row,
      int first,
      double a,
      double[] columnA,
      double b,
      double[] columnB,
      double c,
      double[] columnC,
      double d,
      double[] columnD) {
    for (int i = first; i < row.length; i++) {
      row[i] += a * columnA[i] + b * columnB[i] + (c * columnC[i] + d * columnD[i]);
    }
  }
}
