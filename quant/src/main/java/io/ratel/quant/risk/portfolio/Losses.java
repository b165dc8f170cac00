package io.ratel.quant.risk.portfolio;

import io.ratel.quant.numeric.Normal;
import io.ratel.quant.risk.tail.Tail;
import io.ratel.quant.statistic.Quantiles;
import java.util.Arrays;

/**
 * Value at risk and shortfall of a portfolio, and their slopes by each weight, from the returns of
 * its assets. Losses are positive. The covariances of the assets with each other are not needed:
 * those with the portfolio are enough.
 */
final class Losses {
  /** Losses, and what one more of each asset adds. */
  record Slopes(double var, double es, double[] byVar, double[] byEs) {}

  private Losses() {}

  /** Each observation's return of the whole. */
  static double[] portfolio(double[][] returns, double[] weights) {
    double[] whole = new double[returns.length];
    for (int t = 0; t < whole.length; t++) {
      whole[t] = Quadratic.dot(returns[t], weights);
    }
    return whole;
  }

  /**
   * By the observations around the quantile, and those at or below it: W. Hallerbach, Decomposing
   * portfolio value-at-risk, Journal of Risk 5 (2003), 1–18; D. Tasche, Risk contributions and
   * performance measurement (1999).
   */
  static Slopes historical(double[][] returns, double[] whole, double confidence, int type) {
    int n = returns[0].length;
    double[] sorted = whole.clone();
    Arrays.sort(sorted);
    double place = Quantiles.place(whole.length, Quantiles.beyond(confidence), type);
    int lower = (int) place;
    double part = place - lower;
    double var = Quantiles.ofSorted(sorted, Quantiles.beyond(confidence), type);
    double upperValue = sorted[Math.min(lower + 1, sorted.length - 1)];
    double[] atLower = meanWhere(returns, whole, sorted[lower], true);
    double[] atUpper = meanWhere(returns, whole, upperValue, true);
    double[] below = meanWhere(returns, whole, Math.max(var, sorted[0]), false);
    double[] byVar = new double[n];
    double[] byEs = new double[n];
    for (int i = 0; i < n; i++) {
      byVar[i] = -(atLower[i] + part * (atUpper[i] - atLower[i]));
      byEs[i] = -below[i];
    }
    return new Slopes(-var, -Tail.meanAtOrBelow(whole, var), byVar, byEs);
  }

  /** The mean of the assets' returns where the whole is at, or at or below, a level. */
  private static double[] meanWhere(
      double[][] returns, double[] whole, double level, boolean exactly) {
    double[] mean = new double[returns[0].length];
    int count = 0;
    for (int t = 0; t < whole.length; t++) {
      if (exactly ? whole[t] == level : whole[t] <= level) {
        count++;
        for (int i = 0; i < mean.length; i++) {
          mean[i] += returns[t][i];
        }
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= count;
    }
    return mean;
  }

  /**
   * By the first two cumulants, or the first four: K. Boudt, B. Peterson and C. Croux, Estimation
   * and decomposition of downside risk for portfolios with non-normal returns, Journal of Risk 11
   * (2008), 79–103, section 4.
   *
   * @param lost 1 to divide the squares by n − 1; third and fourth moments are divided by n
   */
  static Slopes fitted(
      double[][] returns, double[] whole, double confidence, int lost, boolean modified) {
    int n = returns[0].length;
    double[][] moments = moments(returns, whole, lost);
    double mean = moments[0][n];
    double variance = moments[1][n];
    double deviation = Math.sqrt(variance);
    double[] byVar = new double[n];
    double[] byEs = new double[n];
    if (!(deviation > 0)) {
      for (int i = 0; i < n; i++) {
        byVar[i] = -moments[0][i];
        byEs[i] = -moments[0][i];
      }
      return new Slopes(-mean, -mean, byVar, byEs);
    }
    double skewness = modified ? moments[2][n] / (variance * deviation) : 0;
    double excess = modified ? moments[3][n] / (variance * variance) - 3 : 0;
    Expansion at = Expansion.of(skewness, excess, confidence);
    for (int i = 0; i < n; i++) {
      double byDeviation = moments[1][i] / deviation;
      double relative = moments[1][i] / variance;
      double bySkewness =
          modified ? 3 * (moments[2][i] / (variance * deviation) - skewness * relative) : 0;
      double byExcess =
          modified ? 4 * (moments[3][i] / (variance * variance) - (excess + 3) * relative) : 0;
      byVar[i] =
          -moments[0][i]
              - byDeviation * at.quantile()
              - deviation
                  * (at.quantileBySkewness() * bySkewness + at.quantileByExcess() * byExcess);
      byEs[i] =
          -moments[0][i]
              - byDeviation * at.mean()
              - deviation * (at.meanBySkewness() * bySkewness + at.meanByExcess() * byExcess);
    }
    return new Slopes(
        -mean - deviation * at.quantile(), -mean - deviation * at.mean(), byVar, byEs);
  }

  /** Means, then E[x p], E[x p²], E[x p³] of centred returns; last of each the portfolio's own. */
  private static double[][] moments(double[][] returns, double[] whole, int lost) {
    int n = returns[0].length;
    int rows = returns.length;
    double[][] moments = new double[4][n + 1];
    for (int t = 0; t < rows; t++) {
      for (int i = 0; i < n; i++) {
        moments[0][i] += returns[t][i] / rows;
      }
      moments[0][n] += whole[t] / rows;
    }
    for (int t = 0; t < rows; t++) {
      double p = whole[t] - moments[0][n];
      double second = p / (rows - lost);
      double third = p * p / rows;
      double fourth = third * p;
      for (int i = 0; i < n; i++) {
        double x = returns[t][i] - moments[0][i];
        moments[1][i] += x * second;
        moments[2][i] += x * third;
        moments[3][i] += x * fourth;
      }
      moments[1][n] += p * second;
      moments[2][n] += p * third;
      moments[3][n] += p * fourth;
    }
    return moments;
  }

  /** The standardised quantile and the mean below it, with their slopes. */
  private record Expansion(
      double quantile,
      double quantileBySkewness,
      double quantileByExcess,
      double mean,
      double meanBySkewness,
      double meanByExcess) {
    static Expansion of(double s, double k, double confidence) {
      double z = Normal.quantile(1 - confidence);
      double h = Tail.cornishFisher(z, s, k);
      double hs = (z * z - 1) / 6 - z * (2 * z * z - 5) * s / 18;
      double hk = z * (z * z - 3) / 24;
      double mean = Tail.edgeworthShortfall(h, s, k, confidence);
      if (mean >= h) {
        return new Expansion(h, hs, hk, h, hs, hk);
      }
      double h2 = h * h;
      double h3 = h2 * h;
      double density = -Normal.density(h) / (1 - confidence);
      double poly = h3 * h3 - 9 * h2 * h2 + 9 * h2 + 3;
      double factor = 1 + h3 * s / 6 + poly * s * s / 72 + (h2 * h2 - 2 * h2 - 1) * k / 24;
      double byH =
          h2 * s / 2 + (6 * h3 * h2 - 36 * h3 + 18 * h) * s * s / 72 + (4 * h3 - 4 * h) * k / 24;
      double slope = density * (byH - h * factor);
      return new Expansion(
          h,
          hs,
          hk,
          mean,
          slope * hs + density * (h3 / 6 + poly * s / 36),
          slope * hk + density * (h2 * h2 - 2 * h2 - 1) / 24);
    }
  }
}
