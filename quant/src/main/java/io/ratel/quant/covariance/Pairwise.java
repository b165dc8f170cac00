package io.ratel.quant.covariance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.statistic.Missing;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.Pairs;

/** Covariances of each pair over the observations that both have. They may not be semi-definite. */
final class Pairwise {
  private Pairwise() {}

  static EstimateAnswer answer(EstimateQuestion given) {
    boolean population = given.method() == EstimateMethod.POPULATION;
    if (!population && given.method() != EstimateMethod.SAMPLE) {
      throw new InvalidArgumentException(
          "missing",
          given.missing().label(),
          "must be drop for " + given.method().label() + " when returns are missing");
    }
    int n = given.returns()[0].length;
    double[][] columns = new double[n][given.returns().length];
    for (int t = 0; t < given.returns().length; t++) {
      for (int i = 0; i < n; i++) {
        columns[i][t] = given.returns()[t][i];
      }
    }
    double[] means = new double[n];
    double[][] covariance = new double[n][n];
    int fewest = given.returns().length;
    for (int i = 0; i < n; i++) {
      double[] own = Missing.dropped(columns[i]);
      means[i] = Moments.mean(own);
      for (int j = 0; j <= i; j++) {
        double[][] both = Missing.pairs(columns[i], columns[j]);
        int count = both[0].length;
        if (count < 2) {
          throw new InvalidArgumentException(
              "returns", count + " rows", "must have 2 rows with both columns " + j + " and " + i);
        }
        fewest = Math.min(fewest, count);
        double sum =
            count
                * (given.assumesZeroMean()
                    ? product(both)
                    : i == j
                        ? Moments.variancePopulation(both[0])
                        : Pairs.covariancePopulation(both[0], both[1]));
        int lost = population || given.assumesZeroMean() ? 0 : 1;
        covariance[i][j] = sum / (count - lost);
        covariance[j][i] = covariance[i][j];
      }
    }
    return Estimator.answer(given, new Shrinkage.Shrunk(covariance, Double.NaN), means, fewest);
  }

  private static double product(double[][] both) {
    double sum = 0;
    for (int t = 0; t < both[0].length; t++) {
      sum += both[0][t] * both[1][t];
    }
    return sum / both[0].length;
  }
}
