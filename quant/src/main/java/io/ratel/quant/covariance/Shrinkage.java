package io.ratel.quant.covariance;

/**
 * How much of a sample covariance to believe. All intensities are of the covariance that divides by
 * the number of observations, and every sum over pairs of assets is rearranged so that the cost
 * beside the covariance itself grows with the size of the returns, not with its square.
 */
final class Shrinkage {
  private Shrinkage() {}

  /** Covariance and target mixed: (1 − intensity) · sample + intensity · target. */
  record Shrunk(double[][] covariance, double intensity) {}

  static Shrunk mixed(double[][] sample, double[][] target, double intensity) {
    double[][] mixed = new double[sample.length][sample.length];
    for (int i = 0; i < mixed.length; i++) {
      for (int j = 0; j < mixed.length; j++) {
        mixed[i][j] = (1 - intensity) * sample[i][j] + intensity * target[i][j];
      }
    }
    return new Shrunk(mixed, intensity);
  }

  /**
   * Towards equal variances without covariance: O. Ledoit and M. Wolf, A well-conditioned estimator
   * for large-dimensional covariance matrices, Journal of Multivariate Analysis 88 (2004), 365–411.
   *
   * @param x centred returns
   */
  static double ledoitWolf(double[][] x, double[][] sample) {
    double n = sample.length;
    double mean = Targets.trace(sample) / n;
    double squares = squares(sample);
    double spread = squares - n * mean * mean;
    double error = (fourth(x) - squares) / x.length;
    return spread > 0 ? Math.clamp(error / spread, 0, 1) : 0;
  }

  /**
   * The oracle approximating shrinkage to the same target: Y. Chen, A. Wiesel, Y. Eldar and A.
   * Hero, Shrinkage algorithms for MMSE covariance estimation, IEEE Transactions on Signal
   * Processing 58 (2010), 5016–5029, eq. 23 without its terms 2/p, as scikit-learn has it.
   */
  static double oracleApproximating(double[][] sample, int observations) {
    double n = sample.length;
    double mean = Targets.trace(sample) / n;
    double squares = squares(sample) / (n * n);
    double below = (observations + 1) * (squares - mean * mean / n);
    return below > 0 ? Math.min(1, (squares + mean * mean) / below) : 1;
  }

  /** To the variances alone: the target of Ledoit and Wolf (2003) without its factor. */
  static double diagonal(double[][] x, double[][] sample) {
    double off = squares(sample);
    for (int i = 0; i < sample.length; i++) {
      off -= sample[i][i] * sample[i][i];
    }
    return ratio(fourth(x) - squares(sample) - ownErrors(x, sample), off, sample, x.length);
  }

  /**
   * To one correlation for all pairs: O. Ledoit and M. Wolf, Honey, I shrunk the sample covariance
   * matrix, Journal of Portfolio Management 30 (2004), 110–119, appendix B.
   */
  static double constantCorrelation(double[][] x, double[][] sample, double[][] target) {
    int n = sample.length;
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = Math.sqrt(sample[i][i]);
    }
    double cubes = 0;
    for (double[] row : x) {
      double above = 0;
      double weighted = 0;
      double own = 0;
      for (int i = 0; i < n; i++) {
        double cube = row[i] * row[i] * row[i];
        above += cube / deviations[i];
        weighted += deviations[i] * row[i];
        own += cube * row[i];
      }
      cubes += above * weighted - own;
    }
    double theta = cubes / x.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          theta -= deviations[j] * deviations[i] * sample[i][j];
        }
      }
    }
    double shared = n < 2 ? 0 : target[0][1] / (deviations[0] * deviations[1]);
    double together = ownErrors(x, sample) + shared * theta;
    return ratio(
        fourth(x) - squares(sample) - together, Targets.distance(sample, target), sample, x.length);
  }

  /**
   * To one factor, the mean of all assets: O. Ledoit and M. Wolf, Improved estimation of the
   * covariance matrix of stock returns with an application to portfolio selection, Journal of
   * Empirical Finance 10 (2003), 603–621, with the consistent estimators of its section 2.
   */
  static double singleFactor(double[][] x, double[][] sample, double[][] target) {
    int n = sample.length;
    double[] loads = Targets.withMean(sample);
    double variance = 0;
    double first = 0;
    double third = 0;
    double ownFirst = 0;
    double ownThird = 0;
    for (double[] row : x) {
      double market = 0;
      double energy = 0;
      double loaded = 0;
      for (int i = 0; i < n; i++) {
        market += row[i] / n;
        energy += row[i] * row[i];
        loaded += loads[i] * row[i];
      }
      double cubes = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        cubes += loads[i] * row[i] * row[i] * row[i];
        squares += loads[i] * loads[i] * row[i] * row[i];
      }
      variance += market * market / x.length;
      first += market * energy * loaded / x.length;
      third += market * market * loaded * loaded / x.length;
      ownFirst += market * cubes / x.length;
      ownThird += market * market * squares / x.length;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        first -= loads[i] * sample[i][j] * loads[j];
        third -= variance * loads[i] * sample[i][j] * loads[j];
      }
      ownFirst -= loads[i] * loads[i] * sample[i][i];
      ownThird -= variance * loads[i] * loads[i] * sample[i][i];
    }
    double off = 2 * (first - ownFirst) / variance - (third - ownThird) / (variance * variance);
    return ratio(
        fourth(x) - squares(sample) - ownErrors(x, sample) - off,
        Targets.distance(sample, target),
        sample,
        x.length);
  }

  /** 0 when the target is the sample itself but for rounding. */
  private static double ratio(double error, double distance, double[][] sample, int observations) {
    return distance > 1e-24 * squares(sample)
        ? Math.clamp(error / distance / observations, 0, 1)
        : 0;
  }

  /** The sum over pairs of the mean of (x_i x_j)²: of each row the square of its summed squares. */
  private static double fourth(double[][] x) {
    double sum = 0;
    for (double[] row : x) {
      double energy = 0;
      for (double each : row) {
        energy += each * each;
      }
      sum += energy * energy;
    }
    return sum / x.length;
  }

  /** The sum over assets of the variance of x_i². */
  private static double ownErrors(double[][] x, double[][] sample) {
    double sum = 0;
    for (double[] row : x) {
      for (double each : row) {
        sum += each * each * each * each;
      }
    }
    sum /= x.length;
    for (int i = 0; i < sample.length; i++) {
      sum -= sample[i][i] * sample[i][i];
    }
    return sum;
  }

  private static double squares(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double each : row) {
        sum += each * each;
      }
    }
    return sum;
  }
}
