package io.ratel.quant.risk.portfolio;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import io.ratel.quant.statistic.Divisor;

/** Returns of several assets, and how much of each is held. */
public record ComponentQuestion(
    @Argument(
            value =
                "Returns: a row for each observation, a column for each asset; rows with null"
                    + " are left out.",
            missing = true,
            most = 2_500_000)
        double[][] returns,
    @Argument("How much of each asset is held; weights give losses as returns, money as money.")
        double[] weights,
    @Argument(
            value = "How often the loss is to be no worse.",
            unit = "probability",
            above = 0.5,
            below = 1,
            preset = "0.95")
        double confidence,
    @Argument(value = "How the tail is told.", preset = "gaussian") Method method,
    @Argument(value = "Gaussian, modified: what the squares are divided by.", preset = "sample")
        Divisor variance,
    @Argument(
            value = "Historical: the quantile of Hyndman and Fan.",
            min = 1,
            max = 9,
            preset = "7")
        int quantileType) {
  /** How the tail is told. */
  public enum Method implements Choice {
    GAUSSIAN("gaussian"),
    HISTORICAL("historical"),
    MODIFIED("modified");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  public ComponentQuestion {
    if (returns.length > 0 && returns[0].length != weights.length) {
      throw new InvalidArgumentException(
          "weights",
          Integer.toString(weights.length),
          "must be as many as columns of returns, " + returns[0].length);
    }
  }
}
