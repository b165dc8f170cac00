package io.ratel.quant.risk.stress;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.risk.portfolio.Quadratic;
import io.ratel.quant.risk.stress.StressAnswer.Day;
import io.ratel.quant.risk.stress.StressAnswer.Outcome;
import io.ratel.quant.statistic.Ranks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stress tests, forwards and in reverse. */
public final class Stresses {
  private Stresses() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        MonteCarlo.function(),
        QuantFunction.of("risk", "stress", "Stress test", StressQuestion.class, StressAnswer.class)
            .formula(
                "profit = exposuresᵀx + ½·Σ gamma·x²; reverse: min xᵀΣ⁻¹x with exposuresᵀx = −loss,"
                    + " which is x = −loss·Σe/(eᵀΣe)")
            .convention(
                "Profits are negative for a loss; var, es and loss are positive. Value at risk over"
                    + " the history by quantile type 7. The reverse stress leaves gammas out.")
            .reference(
                "P. Jorion, Value at Risk (2007), ch. 14; T. Breuer and I. Csiszár, Systematic"
                    + " Stress Tests with Entropic Plausibility Constraints, Journal of Banking and"
                    + " Finance 37 (2013), 1552–1559, section 2")
            .example(
                "J. Hull, Options, Futures, and Other Derivatives (2012), section 21.5: the loss"
                    + " that 5 days exceed with 5 % is 1.65 deviations away",
                "{\"exposures\":[120000,600000],\"covariance\":[[0.002,0.0003],[0.0003,0.0005]],"
                    + "\"loss\":26193}",
                "{\"reverseDistance\":1.65}")
            .computes(Stresses::answer));
  }

  private static StressAnswer answer(StressQuestion given) {
    double[] exposures = given.exposures();
    List<Outcome> outcomes = outcomes(given);
    String worst =
        outcomes.stream()
            .min(Comparator.comparingDouble(Outcome::profit))
            .map(Outcome::name)
            .orElse("");
    List<Day> days = new ArrayList<>();
    double var = Double.NaN;
    double es = Double.NaN;
    double[] components = {};
    if (given.history().isPresent()) {
      double[][] history = given.history().get();
      double[] profits = new double[history.length];
      ScenarioProfits.profits(exposures, history, profits);
      given.gammas().ifPresent(gammas -> ScenarioProfits.addCurvature(gammas, history, profits));
      var = ScenarioProfits.valueAtRisk(profits, given.confidence());
      es = ScenarioProfits.shortfall(profits, var);
      components = ScenarioProfits.components(exposures, history, profits, var);
      int[] order = Ranks.ascending(profits);
      for (int i = 0; i < Math.min(given.worst(), order.length); i++) {
        days.add(new Day(order[i], profits[order[i]]));
      }
    }
    double[] shock = {};
    double distance = Double.NaN;
    if (given.loss().isPresent()) {
      double loss = given.loss().get();
      CholeskyRoot.require("covariance", given.covariance().orElseThrow());
      shock = Quadratic.times(given.covariance().orElseThrow(), exposures);
      double variance = Quadratic.dot(exposures, shock);
      if (!(variance > 0)) {
        throw new InvalidArgumentException(
            "covariance", "variance " + variance, "must let the exposures vary");
      }
      for (int i = 0; i < shock.length; i++) {
        shock[i] *= -loss / variance;
      }
      distance = loss / Math.sqrt(variance);
    }
    return new StressAnswer(
        outcomes, worst, days, var, es, components, shock, distance, Normal.cumulative(-distance));
  }

  private static List<Outcome> outcomes(StressQuestion given) {
    double[] exposures = given.exposures();
    double[] gammas = given.gammas().orElseGet(() -> new double[exposures.length]);
    return given.scenarios().orElse(List.of()).stream()
        .map(
            scenario -> {
              double[] parts = new double[exposures.length];
              double sum = 0;
              for (int i = 0; i < parts.length; i++) {
                double x = scenario.shocks()[i];
                parts[i] = exposures[i] * x + 0.5 * gammas[i] * x * x;
                sum += parts[i];
              }
              return new Outcome(scenario.name(), sum, parts);
            })
        .toList();
  }
}
