package io.ratel.quant.portfolio;

/**
 * What is known of how some assets move together: simple returns of one period, a column an asset,
 * and their covariance.
 *
 * @param returns by asset, then by scenario; all columns equally long
 * @param covariance by asset and asset, of one period
 */
public record Scenarios(double[][] returns, double[][] covariance) {
  public Scenarios {
    if (returns.length != covariance.length) {
      throw new IllegalArgumentException(
          "covariance must have a row for each of the %d assets, had %d"
              .formatted(returns.length, covariance.length));
    }
    for (int i = 0; i < returns.length; i++) {
      if (covariance[i].length != returns.length || returns[i].length != returns[0].length) {
        throw new IllegalArgumentException("row " + i + " is not as long as the others");
      }
    }
  }

  /** With the sample covariance of the returns. */
  public static Scenarios of(double[][] returns) {
    int assets = returns.length;
    double[][] covariance = new double[assets][assets];
    double[] means = new double[assets];
    int count = assets == 0 ? 0 : returns[0].length;
    for (int i = 0; i < assets; i++) {
      for (double each : returns[i]) {
        means[i] += each / count;
      }
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
          sum += (returns[i][k] - means[i]) * (returns[j][k] - means[j]);
        }
        covariance[i][j] = sum / (count - 1);
        covariance[j][i] = covariance[i][j];
      }
    }
    return new Scenarios(returns, covariance);
  }

  public int assets() {
    return returns.length;
  }

  public int count() {
    return returns.length == 0 ? 0 : returns[0].length;
  }
}
