package io.ratel.quant.covariance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import java.util.Optional;

/** Returns of several assets, and how their covariance is to be estimated. */
public record EstimateQuestion(
    @Argument(
            value =
                "Returns: a row for each observation, a column for each asset; null if missing.",
            missing = true,
            most = 2_500_000)
        double[][] returns,
    @Argument(value = "The estimator.", preset = "sample") EstimateMethod method,
    @Argument(value = "Shrinkage: what is shrunk to.", preset = "identity") Targets.Target target,
    @Argument(
            value = "Shrinkage: how far; left out, the estimate of Ledoit and Wolf.",
            min = 0,
            max = 1)
        Optional<Double> intensity,
    @Argument(
            value = "EWMA: the weight kept from one observation to the next.",
            above = 0,
            max = 1,
            preset = "0.94")
        double decay,
    @Argument(value = "Newey–West: how many lags; left out, 4·(n/100)^(2/9).", min = 0, max = 1_000)
        Optional<Integer> lags,
    @Argument(value = "What is done with missing returns.", preset = "drop") Gaps missing,
    @Argument(
            value = "Whether means are taken to be 0; left out, only by EWMA, as RiskMetrics does.")
        Optional<Boolean> zeroMean,
    @Argument(
            value = "Covariances are multiplied by it: 252 makes those of days yearly.",
            above = 0,
            max = 1e6,
            preset = "1")
        double periodsPerYear) {
  private static final int MOST_ASSETS = 2_000;

  /** Eigenvalues take longer. */
  private static final int MOST_DENOISED = 1_000;

  public EstimateQuestion {
    int most = method == EstimateMethod.DENOISED ? MOST_DENOISED : MOST_ASSETS;
    if (returns.length > 0 && returns[0].length > most) {
      throw new InvalidArgumentException(
          "returns[0]", returns[0].length + " numbers", "must have at most " + most);
    }
  }

  /** What is done with missing returns. */
  public enum Gaps implements Choice {
    DROP("drop"),
    PAIRWISE("pairwise");

    private final String label;

    Gaps(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  boolean assumesZeroMean() {
    return zeroMean.orElse(method == EstimateMethod.EWMA);
  }
}
