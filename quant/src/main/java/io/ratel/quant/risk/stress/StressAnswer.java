package io.ratel.quant.risk.stress;

import io.ratel.quant.function.Result;
import java.util.List;

/** What shocks, days and the likeliest bad day do. */
public record StressAnswer(
    @Result("Each named shock.") List<Outcome> scenarios,
    @Result("The name of the one that loses most; empty without shocks.") String worstScenario,
    @Result("The worst days of the history, worst first.") List<Day> worstDays,
    @Result(value = "The loss over the history that is not exceeded, positive.", unit = "money")
        double var,
    @Result(value = "The mean loss when it is exceeded, positive.", unit = "money") double es,
    @Result(value = "Each factor's part of es; without gammas they add up to it.", unit = "money")
        double[] componentEs,
    @Result("The likeliest shock that loses the amount, to first order; empty without loss.")
        double[] reverseShock,
    @Result("How many deviations it is away: Mahalanobis' distance.") double reverseDistance,
    @Result("The probability of losing as much, were factors normal.") double reverseProbability) {
  /**
   * A shock's profit.
   *
   * @param contributions of each factor
   */
  public record Outcome(
      @Result("The shock's name.") String name,
      @Result(value = "The profit, negative for a loss.", unit = "money") double profit,
      @Result(value = "Each factor's part of it.", unit = "money") double[] contributions) {}

  /** A day of the history. */
  public record Day(
      @Result("Its row in the history, from 0.") int row,
      @Result(value = "The profit, negative for a loss.", unit = "money") double profit) {}
}
