package io.ratel.quant.risk.factor;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.covariance.CrossProduct;
import io.ratel.quant.covariance.Estimator;
import io.ratel.quant.covariance.Spectrum;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.statistic.PublishedReturns;
import io.ratel.quant.statistic.Regression;
import java.util.Arrays;
import java.util.List;

/** Time-series factor models. */
public final class FactorModels {
  private FactorModels() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        QuantFunction.of(
                "risk", "factor-model", "Factor model", FactorQuestion.class, FactorAnswer.class)
            .formula("returns = alpha + exposures·factors + rest, by least squares for each asset")
            .convention(
                "Covariances and specific risks are divided by n − 1; standard errors by the"
                    + " degrees of freedom that are left. Statistical factors are principal"
                    + " components of the covariance, each eigenvector of length 1 with its largest"
                    + " element positive.")
            .reference(
                "G. Connor, The Three Types of Factor Models, Financial Analysts Journal 51 (1995),"
                    + " 42–46; R. Grinold and R. Kahn, Active Portfolio Management (1999), ch. 3")
            .example(
                "C. Bacon (2008), 24 months: the portfolio by its benchmark",
                "{\"returns\":"
                    + column(PublishedReturns.BACON_PORTFOLIO)
                    + ",\"factors\":"
                    + column(PublishedReturns.BACON_BENCHMARK)
                    + "}",
                "{\"exposures\":[[0.9988502]]}")
            .computes(FactorModels::answer));
  }

  /** A list as a matrix of one column. */
  private static String column(String list) {
    return "[" + list.replace(",", "],[") + "]";
  }

  private static FactorAnswer answer(FactorQuestion given) {
    return given.factors().isPresent()
        ? regressed(given.returns(), given.factors().get())
        : principal(given.returns(), given.statisticalFactors().orElseThrow());
  }

  private static FactorAnswer regressed(double[][] returns, double[][] factors) {
    Regression fit;
    try {
      fit = Regression.of(factors, returns);
    } catch (Regression.DependentFactorsException e) {
      throw new InvalidArgumentException(
          "factors", factors[0].length + " columns", "must be independent of each other");
    }
    return new FactorAnswer(
        fit.intercepts(),
        fit.slopes(),
        fit.interceptErrors(),
        fit.slopeErrors(),
        factors,
        Estimator.sample(factors),
        deviations(fit.residuals()),
        fit.rSquared(),
        new double[0]);
  }

  private static FactorAnswer principal(double[][] returns, int count) {
    int n = returns[0].length;
    double[] means = CrossProduct.means(returns);
    double[][] centred = CrossProduct.centred(returns, means);
    double[][] covariance = Estimator.sample(returns);
    Spectrum spectrum = Spectrum.of(covariance);
    double all = Arrays.stream(spectrum.values()).map(value -> Math.max(0, value)).sum();
    double[][] factors = new double[returns.length][count];
    double[][] exposures = new double[n][count];
    double[][] residuals = new double[returns.length][n];
    double[] alphas = new double[n];
    double[] missing = new double[n];
    Arrays.fill(missing, Double.NaN);
    double[] explained = new double[count];
    for (int k = 0; k < count; k++) {
      explained[k] = Math.max(0, spectrum.values()[k]) / all;
      for (int i = 0; i < n; i++) {
        exposures[i][k] = spectrum.vectors()[k][i];
      }
    }
    for (int t = 0; t < returns.length; t++) {
      residuals[t] = centred[t].clone();
      for (int k = 0; k < count; k++) {
        double[] vector = spectrum.vectors()[k];
        double meanless = 0;
        for (int i = 0; i < n; i++) {
          factors[t][k] += vector[i] * returns[t][i];
          meanless += vector[i] * centred[t][i];
        }
        for (int i = 0; i < n; i++) {
          residuals[t][i] -= meanless * vector[i];
        }
      }
    }
    double[] specific = deviations(residuals);
    double[] share = new double[n];
    for (int i = 0; i < n; i++) {
      alphas[i] = means[i];
      for (int k = 0; k < count; k++) {
        alphas[i] -= exposures[i][k] * Arrays.stream(column(factors, k)).average().orElseThrow();
      }
      share[i] =
          covariance[i][i] > 0 ? 1 - specific[i] * specific[i] / covariance[i][i] : Double.NaN;
    }
    double[][] noErrors = new double[n][count];
    for (double[] row : noErrors) {
      Arrays.fill(row, Double.NaN);
    }
    return new FactorAnswer(
        alphas,
        exposures,
        missing,
        noErrors,
        factors,
        Estimator.sample(factors),
        specific,
        share,
        explained);
  }

  private static double[] column(double[][] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
  }

  /** The root of each column's sum of squares over n − 1; the columns have no mean. */
  private static double[] deviations(double[][] residuals) {
    double[] sums = new double[residuals[0].length];
    for (double[] row : residuals) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[i] * row[i];
      }
    }
    return Arrays.stream(sums).map(sum -> Math.sqrt(sum / (residuals.length - 1))).toArray();
  }
}
