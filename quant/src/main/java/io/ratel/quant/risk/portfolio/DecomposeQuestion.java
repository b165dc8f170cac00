package io.ratel.quant.risk.portfolio;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.covariance.CrossProduct;
import io.ratel.quant.covariance.RepairQuestion;
import io.ratel.quant.function.Argument;
import java.util.Optional;

/** Weights, and the covariance of assets, whole or by factors. */
public record DecomposeQuestion(
    @Argument(value = "How much of each asset is held.", most = 2_000) double[] weights,
    @Argument(value = "The covariance of the assets; or the three below.", most = 4_000_000)
        Optional<double[][]> covariance,
    @Argument(value = "By factors: a row for each asset, a column for each factor.")
        Optional<double[][]> exposures,
    @Argument(value = "By factors: the covariance of the factors.")
        Optional<double[][]> factorCovariance,
    @Argument(value = "By factors: the deviation of each asset that no factor explains.", min = 0)
        Optional<double[]> specificRisk) {
  public DecomposeQuestion {
    int n = weights.length;
    if (covariance.isPresent() == exposures.isPresent()) {
      throw new InvalidArgumentException(
          "covariance",
          covariance.isPresent() ? "given with exposures" : "left out",
          "must be given, or exposures with factorCovariance and specificRisk");
    }
    if (covariance.isPresent()) {
      if (factorCovariance.isPresent() || specificRisk.isPresent()) {
        throw new InvalidArgumentException(
            factorCovariance.isPresent() ? "factorCovariance" : "specificRisk",
            "given with covariance",
            "must be left out");
      }
      RepairQuestion.square("covariance", covariance.get());
      alike("covariance", covariance.get().length, "weights", n);
    } else {
      if (factorCovariance.isEmpty() || specificRisk.isEmpty()) {
        throw new InvalidArgumentException(
            factorCovariance.isEmpty() ? "factorCovariance" : "specificRisk",
            "left out",
            "must be given with exposures");
      }
      RepairQuestion.square("factorCovariance", factorCovariance.get());
      alike("exposures", exposures.get().length, "weights", n);
      alike(
          "factorCovariance",
          factorCovariance.get().length,
          "columns of exposures",
          exposures.get()[0].length);
      alike("specificRisk", specificRisk.get().length, "weights", n);
    }
  }

  private static void alike(String field, int length, String other, int expected) {
    if (length != expected) {
      throw new InvalidArgumentException(
          field, Integer.toString(length), "must be as many as " + other + ", " + expected);
    }
  }

  /**
   * Σ, or Σ = B F Bᵀ + D.
   *
   * @throws InvalidArgumentException when no returns can have it
   */
  double[][] whole() {
    covariance.ifPresent(matrix -> CholeskyRoot.require("covariance", matrix));
    factorCovariance.ifPresent(matrix -> CholeskyRoot.require("factorCovariance", matrix));
    if (covariance.isPresent()) {
      return covariance.get();
    }
    double[][] loads = exposures.orElseThrow();
    double[][] factors = factorCovariance.orElseThrow();
    double[] specific = specificRisk.orElseThrow();
    double[][] transposed = new double[factors.length][loads.length];
    double[][] moved = new double[factors.length][loads.length];
    for (int i = 0; i < loads.length; i++) {
      double[] product = Quadratic.times(factors, loads[i]);
      for (int k = 0; k < factors.length; k++) {
        transposed[k][i] = loads[i][k];
        moved[k][i] = product[k];
      }
    }
    double[][] sum = CrossProduct.of(transposed, moved);
    for (int i = 0; i < specific.length; i++) {
      sum[i][i] += specific[i] * specific[i];
    }
    return sum;
  }
}
