package io.ratel.quant.covariance;

/** Takes the eigenvalues that chance would make out of a covariance. */
final class Denoising {
  private static final int ROUNDS = 100;

  private Denoising() {}

  /**
   * The eigenvalues of the correlation below the edge σ²(1 + √(n/T))² of V. Marchenko and L. Pastur
   * (1967) become their mean, where σ² is the part of the variance that lies below the edge: L.
   * Laloux, P. Cizeau, J.-P. Bouchaud and M. Potters, Noise dressing of financial correlation
   * matrices, Physical Review Letters 83 (1999), 1467–1470; M. López de Prado, Machine Learning for
   * Asset Managers (2020), section 2.5.
   */
  static double[][] denoised(double[][] covariance, int observations) {
    int n = covariance.length;
    Spectrum spectrum = Spectrum.of(Estimator.correlation(covariance));
    double[] values = spectrum.values().clone();
    double width = 1 + Math.sqrt((double) n / observations);
    int signals = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double noise = meanFrom(values, signals);
      int above = 0;
      // At least one value remains noise, so that the mean exists.
      while (above < n - 1 && values[above] > noise * width * width) {
        above++;
      }
      if (above <= signals) {
        break;
      }
      signals = above;
    }
    double mean = meanFrom(values, signals);
    for (int k = signals; k < n; k++) {
      values[k] = mean;
    }
    double[][] cleaned = spectrum.with(values);
    double[][] denoised = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        denoised[i][j] =
            cleaned[i][j]
                / Math.sqrt(cleaned[i][i] * cleaned[j][j])
                * Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    return denoised;
  }

  private static double meanFrom(double[] values, int first) {
    double sum = 0;
    for (int k = first; k < values.length; k++) {
      sum += values[k];
    }
    return sum / (values.length - first);
  }
}
