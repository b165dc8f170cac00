package io.ratel.quant.statistic;

/**
 * Moments of one sample. Population figures divide by n; sample figures by n − 1, or as the joint
 * unbiased estimators G1 and G2 of D. N. Joanes and C. A. Gill, Comparing measures of sample
 * skewness and kurtosis, The Statistician 47 (1998), 183–189. What too few numbers cannot tell is
 * NaN.
 */
public final class Moments {
  private Moments() {}

  public static double sum(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each;
    }
    return sum;
  }

  /** To the last digit, so that many equal numbers do not differ from their mean; NaN of none. */
  public static double mean(double[] x) {
    double mean = sum(x) / x.length;
    double left = 0;
    for (double each : x) {
      left += each - mean;
    }
    return Double.isFinite(left) ? mean + left / x.length : mean;
  }

  /** The mean of the deviations from a centre, each to a power. */
  public static double central(double[] x, double centre, int power) {
    double sum = 0;
    for (double each : x) {
      double deviation = each - centre;
      double product = deviation;
      for (int i = 1; i < power; i++) {
        product *= deviation;
      }
      sum += product;
    }
    return sum / x.length;
  }

  /** Divided by n − 1. */
  public static double variance(double[] x) {
    return x.length < 2 ? Double.NaN : variancePopulation(x) * x.length / (x.length - 1);
  }

  /** Divided by n. */
  public static double variancePopulation(double[] x) {
    double mean = mean(x);
    double variance = central(x, mean, 2);
    // Rounding of equal numbers is no deviation.
    return variance <= 1e-30 * mean * mean ? 0 * variance : variance;
  }

  /** Divided by n − 1. */
  public static double deviation(double[] x) {
    return Math.sqrt(variance(x));
  }

  /** Divided by n. */
  public static double deviationPopulation(double[] x) {
    return Math.sqrt(variancePopulation(x));
  }

  /** The third moment over the cube of the deviation, of the population; NaN of equal numbers. */
  public static double skewness(double[] x) {
    double variance = variancePopulation(x);
    return variance > 0 ? central(x, mean(x), 3) / (variance * Math.sqrt(variance)) : Double.NaN;
  }

  /** The fourth moment over the square of the variance, of the population: 3 when normal. */
  public static double kurtosis(double[] x) {
    double variance = variancePopulation(x);
    return variance > 0 ? central(x, mean(x), 4) / (variance * variance) : Double.NaN;
  }

  /** G1, of three numbers or more. */
  public static double skewnessSample(double[] x) {
    double n = x.length;
    return n < 3 ? Double.NaN : skewness(x) * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  /** G2, 0 when normal, of four numbers or more. */
  public static double excessKurtosisSample(double[] x) {
    double n = x.length;
    return n < 4
        ? Double.NaN
        : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * kurtosis(x) - 3 * (n - 1));
  }

  /** The mean distance from the mean. */
  public static double absoluteDeviation(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double each : x) {
      sum += Math.abs(each - mean);
    }
    return sum / x.length;
  }

  /** The mean of max(0, level − x) to a power: a lower partial moment. */
  public static double below(double[] x, double level, double power) {
    double sum = 0;
    for (double each : x) {
      if (each < level) {
        sum += Math.pow(level - each, power);
      }
    }
    return sum / x.length;
  }

  /** The mean of max(0, x − level) to a power: an upper partial moment. */
  public static double above(double[] x, double level, double power) {
    double sum = 0;
    for (double each : x) {
      if (each > level) {
        sum += Math.pow(each - level, power);
      }
    }
    return sum / x.length;
  }

  /** How many are below a level. */
  public static int countBelow(double[] x, double level) {
    int count = 0;
    for (double each : x) {
      if (each < level) {
        count++;
      }
    }
    return count;
  }

  /** How many are above a level. */
  public static int countAbove(double[] x, double level) {
    int count = 0;
    for (double each : x) {
      if (each > level) {
        count++;
      }
    }
    return count;
  }

  /** The correlation of each with the one before it, about the common mean. */
  public static double autocorrelation(double[] x, int lag) {
    double mean = mean(x);
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += (x[i] - mean) * (x[i - lag] - mean);
    }
    return sum / (variancePopulation(x) * x.length);
  }
}
