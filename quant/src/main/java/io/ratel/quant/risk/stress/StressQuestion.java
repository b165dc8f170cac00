package io.ratel.quant.risk.stress;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.covariance.RepairQuestion;
import io.ratel.quant.function.Argument;
import java.util.List;
import java.util.Optional;

/** Exposures, and what happens to their factors. */
public record StressQuestion(
    @Argument(
            value =
                "The profit when a factor changes by 1: for a relative change, the position's"
                    + " value.",
            unit = "money",
            most = 2_000)
        double[] exposures,
    @Argument(value = "The exposure's own change when its factor changes by 1.", unit = "money")
        Optional<double[]> gammas,
    @Argument(value = "The factors' names, for people.", most = 2_000)
        Optional<List<String>> factors,
    @Argument(value = "Shocks with a name.", most = 10_000) Optional<List<Scenario>> scenarios,
    @Argument(
            value = "Changes that have been: a row for each day, a column for each factor.",
            most = 2_500_000)
        Optional<double[][]> history,
    @Argument(value = "The covariance of the factors, for the reverse stress.", most = 4_000_000)
        Optional<double[][]> covariance,
    @Argument(value = "The amount that the reverse stress is to lose.", unit = "money", above = 0)
        Optional<Double> loss,
    @Argument(
            value = "Of value at risk over the history.",
            unit = "probability",
            above = 0.5,
            below = 1,
            preset = "0.95")
        double confidence,
    @Argument(value = "How many of the worst days are told.", min = 1, max = 1_000, preset = "10")
        int worst) {
  /**
   * A shock.
   *
   * @param shocks of every factor
   */
  public record Scenario(
      @Argument("What it is called.") String name,
      @Argument("The change of each factor.") double[] shocks) {}

  public StressQuestion {
    int n = exposures.length;
    gammas.ifPresent(list -> alike("gammas", list.length, n));
    factors.ifPresent(list -> alike("factors", list.size(), n));
    covariance.ifPresent(
        matrix -> {
          RepairQuestion.square("covariance", matrix);
          alike("covariance", matrix.length, n);
        });
    history.ifPresent(rows -> alike("history[0]", rows.length == 0 ? 0 : rows[0].length, n));
    List<Scenario> named = scenarios.orElse(List.of());
    for (int i = 0; i < named.size(); i++) {
      alike("scenarios[" + i + "].shocks", named.get(i).shocks().length, n);
    }
    if (covariance.isPresent() != loss.isPresent()) {
      throw new InvalidArgumentException(
          covariance.isPresent() ? "loss" : "covariance",
          "left out",
          "must be given with " + (covariance.isPresent() ? "covariance" : "loss"));
    }
    if (scenarios.isEmpty() && history.isEmpty() && loss.isEmpty()) {
      throw new InvalidArgumentException(
          "scenarios", "left out", "must be given, or history, or covariance and loss");
    }
  }

  private static void alike(String field, int length, int n) {
    if (length != n) {
      throw new InvalidArgumentException(
          field, Integer.toString(length), "must be as many as exposures, " + n);
    }
  }
}
