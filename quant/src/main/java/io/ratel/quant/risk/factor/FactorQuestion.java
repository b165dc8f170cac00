package io.ratel.quant.risk.factor;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import java.util.Optional;

/** Returns, and the factors that explain them, or how many to look for. */
public record FactorQuestion(
    @Argument(
            value = "Returns: a row for each observation, a column for each asset.",
            least = 3,
            most = 2_500_000)
        double[][] returns,
    @Argument(
            value = "The factors' returns: as many rows, a column for each factor.",
            least = 3,
            most = 1_000_000)
        Optional<double[][]> factors,
    @Argument(
            value = "Instead: how many principal components to take as factors.",
            min = 1,
            max = 200)
        Optional<Integer> statisticalFactors) {
  /** Eigenvalues of more take too long. */
  private static final int MOST_ASSETS = 1_000;

  public FactorQuestion {
    if (factors.isPresent() == statisticalFactors.isPresent()) {
      throw new InvalidArgumentException(
          "factors",
          factors.isPresent() ? "given with statisticalFactors" : "left out",
          "must be given, or statisticalFactors");
    }
    int columns =
        factors
            .map(rows -> rows.length == 0 ? 0 : rows[0].length)
            .or(() -> statisticalFactors)
            .orElseThrow();
    factors.ifPresent(
        rows -> {
          if (rows.length != returns.length) {
            throw new InvalidArgumentException(
                "factors",
                Integer.toString(rows.length),
                "must have as many rows as returns, " + returns.length);
          }
        });
    if (columns == 0 || (returns.length > 0 && returns[0].length == 0)) {
      throw new InvalidArgumentException(
          columns == 0 ? "factors" : "returns", "0 columns", "must have at least 1 column");
    }
    if (returns.length < columns + 2) {
      throw new InvalidArgumentException(
          "returns",
          Integer.toString(returns.length),
          "must have at least 2 rows more than factors, " + columns);
    }
    if (statisticalFactors.isPresent() && returns.length > 0 && returns[0].length > MOST_ASSETS) {
      throw new InvalidArgumentException(
          "returns[0]",
          returns[0].length + " numbers",
          "must have at most " + MOST_ASSETS + " for statistical factors");
    }
    if (statisticalFactors.isPresent()
        && returns.length > 0
        && statisticalFactors.get() > returns[0].length) {
      throw new InvalidArgumentException(
          "statisticalFactors",
          statisticalFactors.get().toString(),
          "must not be more than assets, " + returns[0].length);
    }
  }
}
