package io.ratel.quant.risk.portfolio;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.covariance.RepairQuestion;
import io.ratel.quant.function.Argument;
import java.util.Optional;

/** Positions in money, and how their prices move. */
public record PositionsQuestion(
    @Argument(
            value =
                "Each position's value, or its change by a price's relative change; short ones"
                    + " are negative.",
            unit = "money",
            most = 2_000)
        double[] positions,
    @Argument(
            value = "The standard deviation of each one's daily return; with correlation.",
            unit = "per day",
            min = 0)
        Optional<double[]> volatilities,
    @Argument(
            value = "The correlations of the returns; left out with volatilities, none.",
            min = -1.0000001,
            max = 1.0000001,
            most = 4_000_000)
        Optional<double[][]> correlation,
    @Argument(
            value = "The covariances of daily returns, instead of both.",
            unit = "per day",
            most = 4_000_000)
        Optional<double[][]> covariance,
    @Argument(value = "The mean of each one's daily return; left out, 0.", unit = "per day")
        Optional<double[]> means,
    @Argument(
            value = "How often the loss is to be no worse.",
            unit = "probability",
            above = 0.5,
            below = 1,
            preset = "0.95")
        double confidence,
    @Argument(
            value = "How long the loss is over.",
            unit = "days",
            above = 0,
            max = 10_000,
            preset = "1")
        double days,
    @Argument(
            value =
                "The normal quantile, where a textbook rounds it; left out, that of confidence.",
            above = 0,
            max = 40)
        Optional<Double> z) {
  public PositionsQuestion {
    int n = positions.length;
    if (covariance.isPresent() == volatilities.isPresent()) {
      throw new InvalidArgumentException(
          "covariance",
          covariance.isPresent() ? "given with volatilities" : "left out",
          "must be given, or volatilities");
    }
    volatilities.ifPresent(list -> alike("volatilities", list.length, n));
    means.ifPresent(list -> alike("means", list.length, n));
    correlation.ifPresent(
        matrix -> {
          square("correlation", matrix, n);
          ones(matrix);
        });
    covariance.ifPresent(matrix -> square("covariance", matrix, n));
    if (correlation.isPresent() && covariance.isPresent()) {
      throw new InvalidArgumentException(
          "correlation", "given with covariance", "must be left out");
    }
  }

  private static void square(String field, double[][] matrix, int n) {
    RepairQuestion.square(field, matrix);
    alike(field, matrix.length, n);
  }

  private static void ones(double[][] correlation) {
    for (int i = 0; i < correlation.length; i++) {
      if (!(Math.abs(correlation[i][i] - 1) <= 1e-6)) {
        throw new InvalidArgumentException(
            "correlation[" + i + "][" + i + "]",
            Double.toString(correlation[i][i]),
            "must be 1 on the diagonal");
      }
    }
  }

  private static void alike(String field, int length, int n) {
    if (length != n) {
      throw new InvalidArgumentException(
          field, Integer.toString(length), "must be as many as positions, " + n);
    }
  }

  /**
   * Of daily returns.
   *
   * @throws InvalidArgumentException when no returns can have them
   */
  double[][] covariances() {
    covariance.ifPresent(matrix -> CholeskyRoot.require("covariance", matrix));
    correlation.ifPresent(matrix -> CholeskyRoot.require("correlation", matrix));
    if (covariance.isPresent()) {
      return covariance.get();
    }
    double[] deviations = volatilities.orElseThrow();
    double[][] shared =
        correlation.orElseGet(
            () -> {
              double[][] none = new double[deviations.length][deviations.length];
              for (int i = 0; i < none.length; i++) {
                none[i][i] = 1;
              }
              return none;
            });
    return Quadratic.covariance(deviations, shared);
  }
}
