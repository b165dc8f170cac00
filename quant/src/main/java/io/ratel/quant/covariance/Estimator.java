package io.ratel.quant.covariance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.statistic.Missing;
import java.util.Arrays;

/** The estimates of a covariance, each from centred returns. */
public final class Estimator {
  private Estimator() {}

  /** Divided by n − 1. */
  public static double[][] sample(double[][] returns) {
    double[][] x = CrossProduct.centred(returns, CrossProduct.means(returns));
    return CrossProduct.scaled(CrossProduct.ofItself(x), 1.0 / (x.length - 1));
  }

  /** Divided by n. */
  public static double[][] population(double[][] returns) {
    double[][] x = CrossProduct.centred(returns, CrossProduct.means(returns));
    return CrossProduct.scaled(CrossProduct.ofItself(x), 1.0 / x.length);
  }

  /** Shrunk to equal variances by Ledoit and Wolf's intensity. */
  public static double[][] ledoitWolf(double[][] returns) {
    double[][] x = CrossProduct.centred(returns, CrossProduct.means(returns));
    double[][] sample = CrossProduct.scaled(CrossProduct.ofItself(x), 1.0 / x.length);
    return Shrinkage.mixed(sample, Targets.identity(sample), Shrinkage.ledoitWolf(x, sample))
        .covariance();
  }

  static EstimateAnswer answer(EstimateQuestion given) {
    boolean pairwise = given.missing() == EstimateQuestion.Gaps.PAIRWISE;
    if (pairwise
        && Arrays.stream(given.returns()).anyMatch(row -> Missing.present(row) < row.length)) {
      return Pairwise.answer(given);
    }
    double[][] returns = Missing.wholeRows(given.returns());
    if (returns.length < 2 || returns[0].length == 0) {
      throw new InvalidArgumentException(
          "returns", returns.length + " whole rows", "must have at least 2 rows without null");
    }
    double[] means = CrossProduct.means(returns);
    double[][] x = given.assumesZeroMean() ? returns : CrossProduct.centred(returns, means);
    Shrinkage.Shrunk shrunk = estimate(given, x);
    return answer(given, shrunk, means, returns.length);
  }

  static EstimateAnswer answer(
      EstimateQuestion given, Shrinkage.Shrunk shrunk, double[] means, int observations) {
    double[][] covariance = CrossProduct.scaled(shrunk.covariance(), given.periodsPerYear());
    double[] volatilities = new double[means.length];
    Arrays.setAll(volatilities, i -> Math.sqrt(covariance[i][i]));
    return new EstimateAnswer(
        covariance, correlation(covariance), shrunk.intensity(), means, volatilities, observations);
  }

  private static Shrinkage.Shrunk estimate(EstimateQuestion given, double[][] x) {
    int lost = given.assumesZeroMean() ? 0 : 1;
    return switch (given.method()) {
      case SAMPLE -> plain(product(x, x.length - lost));
      case POPULATION -> plain(product(x, x.length));
      case EWMA -> plain(weighted(x, given.decay()));
      case NEWEY_WEST -> plain(neweyWest(x, given.lags().orElse(lags(x.length))));
      case DENOISED -> plain(Denoising.denoised(varying(product(x, x.length - lost)), x.length));
      case LEDOIT_WOLF -> {
        double[][] sample = product(x, x.length);
        yield Shrinkage.mixed(sample, Targets.identity(sample), Shrinkage.ledoitWolf(x, sample));
      }
      case OAS -> {
        double[][] sample = product(x, x.length);
        yield Shrinkage.mixed(
            sample, Targets.identity(sample), Shrinkage.oracleApproximating(sample, x.length));
      }
      case SHRINKAGE -> {
        double[][] sample = product(x, x.length);
        if (given.target() == Targets.Target.CONSTANT_CORRELATION) {
          varying(sample);
        }
        double[][] target = Targets.of(given.target(), sample);
        double intensity =
            given.intensity().orElseGet(() -> intensity(given.target(), x, sample, target));
        yield Shrinkage.mixed(sample, target, intensity);
      }
    };
  }

  private static double intensity(
      Targets.Target kind, double[][] x, double[][] sample, double[][] target) {
    return switch (kind) {
      case IDENTITY -> Shrinkage.ledoitWolf(x, sample);
      case DIAGONAL -> Shrinkage.diagonal(x, sample);
      case CONSTANT_CORRELATION -> Shrinkage.constantCorrelation(x, sample, target);
      case SINGLE_FACTOR -> Shrinkage.singleFactor(x, sample, target);
    };
  }

  private static Shrinkage.Shrunk plain(double[][] covariance) {
    return new Shrinkage.Shrunk(covariance, Double.NaN);
  }

  private static double[][] product(double[][] x, int divisor) {
    return CrossProduct.scaled(CrossProduct.ofItself(x), 1.0 / divisor);
  }

  private static double[][] varying(double[][] covariance) {
    for (int i = 0; i < covariance.length; i++) {
      if (!(covariance[i][i] > 0)) {
        throw new InvalidArgumentException(
            "returns[*][" + i + "]", "no variance", "must vary for this method");
      }
    }
    return covariance;
  }

  /** J. P. Morgan and Reuters, RiskMetrics Technical Document (1996), p. 83. */
  private static double[][] weighted(double[][] x, double decay) {
    double[][] rows = new double[x.length][];
    double weight = 1;
    double sum = 0;
    for (int t = x.length - 1; t >= 0; t--) {
      double root = Math.sqrt(weight);
      rows[t] = x[t].clone();
      for (int i = 0; i < rows[t].length; i++) {
        rows[t][i] *= root;
      }
      sum += weight;
      weight *= decay;
    }
    return CrossProduct.scaled(CrossProduct.ofItself(rows), 1 / sum);
  }

  private static int lags(int observations) {
    return (int) (4 * Math.pow(observations / 100.0, 2.0 / 9));
  }

  /**
   * W. Newey and K. West, A simple, positive semi-definite, heteroskedasticity and autocorrelation
   * consistent covariance matrix, Econometrica 55 (1987), 703–708.
   */
  private static double[][] neweyWest(double[][] x, int lags) {
    if (lags >= x.length) {
      throw new InvalidArgumentException(
          "lags", Integer.toString(lags), "must be less than the observations, " + x.length);
    }
    double[][] sum = CrossProduct.ofItself(x);
    for (int lag = 1; lag <= lags; lag++) {
      double[][] lagged = CrossProduct.of(Arrays.copyOfRange(x, lag, x.length), x);
      double weight = 1 - lag / (lags + 1.0);
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum.length; j++) {
          sum[i][j] += weight * (lagged[i][j] + lagged[j][i]);
        }
      }
    }
    return CrossProduct.scaled(sum, 1.0 / x.length);
  }

  /** NaN beside an asset that does not vary; exactly 1 on the diagonal. */
  public static double[][] correlation(double[][] covariance) {
    int n = covariance.length;
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double squares = covariance[i][i] * covariance[j][j];
        correlation[i][j] =
            !(squares > 0) ? Double.NaN : i == j ? 1 : covariance[i][j] / Math.sqrt(squares);
      }
    }
    return correlation;
  }
}
