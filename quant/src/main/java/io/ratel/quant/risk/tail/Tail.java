package io.ratel.quant.risk.tail;

import io.ratel.quant.numeric.Normal;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.Quantiles;
import io.ratel.quant.statistic.Ranks;
import java.util.Arrays;

/**
 * The tail of a sample of returns. All figures are returns: a loss is negative. Numbers are never
 * missing here. Safe for any thread.
 */
public final class Tail {
  private Tail() {}

  /** The return that is not undercut with a confidence: a quantile of the sample. */
  public static double historicalVar(double[] returns, double confidence, int quantileType) {
    return Quantiles.quantile(returns, Quantiles.beyond(confidence), quantileType);
  }

  /** The mean of the returns at or below a level; the level itself when there is none. */
  public static double meanAtOrBelow(double[] returns, double level) {
    double sum = 0;
    int count = 0;
    for (double each : returns) {
      if (each <= level) {
        sum += each;
        count++;
      }
    }
    return count == 0 ? level : sum / count;
  }

  /**
   * The mean over exactly the worst 1 − confidence of the sample, one observation counted in part:
   * C. Acerbi and D. Tasche, On the coherence of expected shortfall (2002), Journal of Banking and
   * Finance 26, 1487–1503, definition 2.6.
   */
  public static double exactShortfall(double[] returns, double confidence) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    double left = returns.length * Quantiles.beyond(confidence);
    double whole = left;
    double sum = 0;
    for (int i = 0; i < sorted.length && left > 0; i++) {
      sum += sorted[i] * Math.min(1, left);
      left--;
    }
    return whole > 0 ? sum / whole : Double.NaN;
  }

  /**
   * Value at risk and shortfall of a sample whose older returns weigh less: J. Boudoukh, M.
   * Richardson and R. Whitelaw, The best of both worlds, Risk 11 (May 1998), 64–67.
   *
   * @param returns the newest last
   * @param decay the weight of each over that of the next
   */
  public static double[] ageWeighted(double[] returns, double decay, double confidence) {
    int n = returns.length;
    double[] weights = new double[n];
    double all = 0;
    double weight = 1;
    for (int t = n - 1; t >= 0; t--) {
      weights[t] = weight;
      all += weight;
      weight *= decay;
    }
    int[] order = Ranks.ascending(returns);
    double tail = Quantiles.beyond(confidence);
    double left = tail;
    double sum = 0;
    for (int t : order) {
      double own = weights[t] / all;
      if (own >= left) {
        return new double[] {returns[t], (sum + left * returns[t]) / tail};
      }
      left -= own;
      sum += own * returns[t];
    }
    return new double[] {returns[order[n - 1]], sum / (tail - left)};
  }

  public static double gaussianVar(double mean, double deviation, double confidence) {
    return mean + Normal.quantile(1 - confidence) * deviation;
  }

  public static double gaussianEs(double mean, double deviation, double confidence) {
    double z = Normal.quantile(1 - confidence);
    return mean - deviation * Normal.density(z) / (1 - confidence);
  }

  /**
   * The quantile of a standardised distribution by its skewness and excess kurtosis: E. A. Cornish
   * and R. A. Fisher (1937), to the terms of P. Zangari, RiskMetrics Monitor (1996), 2nd quarter.
   */
  public static double cornishFisher(double z, double skewness, double excessKurtosis) {
    double square = z * z;
    return z
        + (square - 1) * skewness / 6
        + z * (square - 3) * excessKurtosis / 24
        - z * (2 * square - 5) * skewness * skewness / 36;
  }

  /**
   * The mean below the Cornish–Fisher quantile by the second-order Edgeworth expansion, of a
   * standardised distribution: K. Boudt, B. Peterson and C. Croux, Estimation and decomposition of
   * downside risk for portfolios with non-normal returns, Journal of Risk 11 (2008), 79–103, eq.
   * 16.
   *
   * @return negative; never above the quantile itself
   */
  public static double edgeworthShortfall(
      double h, double skewness, double excessKurtosis, double confidence) {
    double h2 = h * h;
    double h4 = h2 * h2;
    double factor =
        1
            + h * h2 * skewness / 6
            + (h4 * h2 - 9 * h4 + 9 * h2 + 3) * skewness * skewness / 72
            + (h4 - 2 * h2 - 1) * excessKurtosis / 24;
    return Math.min(h, -Normal.density(h) * factor / (1 - confidence));
  }

  /**
   * Value at risk and shortfall of a distribution by its first four cumulants.
   *
   * @param skewness 0 with {@code excessKurtosis} 0 for the normal one
   */
  public static double[] fitted(
      double mean, double deviation, double skewness, double excessKurtosis, double confidence) {
    if (skewness == 0 && excessKurtosis == 0) {
      return new double[] {
        gaussianVar(mean, deviation, confidence), gaussianEs(mean, deviation, confidence)
      };
    }
    double h = cornishFisher(Normal.quantile(1 - confidence), skewness, excessKurtosis);
    return new double[] {
      mean + deviation * h,
      mean + deviation * edgeworthShortfall(h, skewness, excessKurtosis, confidence)
    };
  }

  /** By the population's mean, deviation, skewness and kurtosis: value at risk and shortfall. */
  public static double[] modified(double[] returns, double confidence) {
    double deviation = Moments.deviationPopulation(returns);
    boolean varies = deviation > 0;
    return fitted(
        Moments.mean(returns),
        deviation,
        varies ? Moments.skewness(returns) : 0,
        varies ? Moments.kurtosis(returns) - 3 : 0,
        confidence);
  }
}
