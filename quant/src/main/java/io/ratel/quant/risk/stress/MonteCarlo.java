package io.ratel.quant.risk.stress;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.covariance.CholeskyRoot;
import io.ratel.quant.covariance.RepairQuestion;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.numeric.Normal;
import io.ratel.quant.risk.portfolio.Quadratic;
import java.util.Optional;

/** Value at risk of positions by drawn scenarios. */
public final class MonteCarlo {
  private static final double MOST_DRAWS = 1e7;

  private MonteCarlo() {}

  record Question(
      @Argument(
              value =
                  "The profit when a factor changes by 1: for a relative change, the"
                      + " position's value.",
              unit = "money",
              most = 2_000)
          double[] exposures,
      @Argument(value = "The exposure's own change when its factor changes by 1.", unit = "money")
          Optional<double[]> gammas,
      @Argument(
              value = "The covariance of the factors' changes.",
              unit = "per day",
              most = 4_000_000)
          double[][] covariance,
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
      @Argument(value = "How many scenarios are drawn.", min = 100, max = 1e6, preset = "10000")
          int paths,
      @Argument(value = "Where the draws begin.", preset = "1") int seed,
      @Argument(
              value = "Of Student's distribution; left out, the normal one.",
              above = 2,
              max = 1_000)
          Optional<Double> degreesOfFreedom) {
    Question {
      RepairQuestion.square("covariance", covariance);
      alike("covariance", covariance.length, exposures.length);
      gammas.ifPresent(list -> alike("gammas", list.length, exposures.length));
      if ((double) paths * exposures.length > MOST_DRAWS) {
        throw new InvalidArgumentException(
            "paths",
            Integer.toString(paths),
            "must not be more than 10,000,000 over the exposures");
      }
    }

    private static void alike(String field, int length, int n) {
      if (length != n) {
        throw new InvalidArgumentException(
            field, Integer.toString(length), "must be as many as exposures, " + n);
      }
    }
  }

  record Answer(
      @Result(value = "The loss that is not exceeded with the confidence.", unit = "money")
          double var,
      @Result(value = "The mean loss when it is exceeded.", unit = "money") double es,
      @Result(value = "The standard error of var by the draws.", unit = "money")
          double standardError,
      @Result(
              value = "The same without gammas and with the normal distribution, exact.",
              unit = "money")
          double gaussianVar,
      @Result(value = "Each position's part of es; they add up to it.", unit = "money")
          double[] componentEs) {}

  public static QuantFunction<Question, Answer> function() {
    return QuantFunction.of(
            "risk",
            "monte-carlo-var",
            "Value at risk by drawn scenarios",
            Question.class,
            Answer.class)
        .formula("profit = exposuresᵀx + ½·Σ gamma·x², x = L·z·√days, covariance = L·Lᵀ")
        .convention(
            "Losses are positive; quantile type 7; the covariance is daily and grows with time.")
        .chosen(
            given ->
                given.paths()
                    + " draws from seed "
                    + given.seed()
                    + given
                        .degreesOfFreedom()
                        .map(degrees -> " of Student's distribution, degrees " + degrees + ".")
                        .orElse(" of the normal distribution."))
        .reference(
            "P. Glasserman, Monte Carlo Methods in Financial Engineering (2004), ch. 9; J. Hull,"
                + " Options, Futures, and Other Derivatives (2014), ch. 22")
        .example(
            "J. Hull (2014), section 22.3: Microsoft and AT&T over 10 days at 99 %, in closed form",
            "{\"exposures\":[10000000,5000000],\"covariance\":[[0.0004,0.00006],[0.00006,0.0001]],"
                + "\"confidence\":0.99,\"days\":10}",
            "{\"gaussianVar\":1.6201e6}")
        .computes(MonteCarlo::answer);
  }

  private static Answer answer(Question given, Progress progress) {
    double[] exposures = given.exposures();
    double root = Math.sqrt(given.days());
    double[][] triangle = CholeskyRoot.of("covariance", given.covariance());
    double[][] drawn =
        NormalScenarios.independent(
            given.paths(),
            exposures.length,
            given.degreesOfFreedom().orElse(Double.POSITIVE_INFINITY),
            given.seed(),
            progress);
    double[] loads = NormalScenarios.loads(triangle, exposures);
    for (int i = 0; i < loads.length; i++) {
      loads[i] *= root;
    }
    double[] profits = new double[drawn.length];
    double[] components;
    double var;
    if (given.gammas().isEmpty()) {
      ScenarioProfits.profits(loads, drawn, profits);
      var = ScenarioProfits.valueAtRisk(profits, given.confidence());
      components = linear(exposures, triangle, root, drawn, profits, var);
    } else {
      double[][] scenarios = NormalScenarios.correlated(triangle, drawn, progress);
      double[] scaled = exposures.clone();
      double[] curved = given.gammas().get().clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= root;
        curved[i] *= given.days();
      }
      ScenarioProfits.profits(scaled, scenarios, profits);
      ScenarioProfits.addCurvature(curved, scenarios, profits);
      var = ScenarioProfits.valueAtRisk(profits, given.confidence());
      components = curved(scaled, curved, scenarios, profits, var);
    }
    return new Answer(
        var,
        ScenarioProfits.shortfall(profits, var),
        error(profits, given.confidence()),
        Normal.quantile(given.confidence()) * Math.sqrt(Quadratic.dot(loads, loads)),
        components);
  }

  /** By the mean of the independent numbers in the tail, which L takes to that of the factors. */
  private static double[] linear(
      double[] exposures,
      double[][] triangle,
      double root,
      double[][] drawn,
      double[] profits,
      double var) {
    double[] ones = new double[exposures.length];
    java.util.Arrays.fill(ones, 1);
    double[] tail = ScenarioProfits.components(ones, drawn, profits, var);
    double[] components = new double[exposures.length];
    for (int i = 0; i < components.length; i++) {
      for (int k = 0; k <= i; k++) {
        components[i] += triangle[i][k] * tail[k];
      }
      components[i] *= exposures[i] * root;
    }
    return components;
  }

  private static double[] curved(
      double[] exposures, double[] gammas, double[][] scenarios, double[] profits, double var) {
    double[] components = new double[exposures.length];
    int count = 0;
    for (int s = 0; s < profits.length; s++) {
      if (profits[s] <= -var) {
        count++;
        for (int i = 0; i < components.length; i++) {
          double x = scenarios[s][i];
          components[i] -= exposures[i] * x + 0.5 * gammas[i] * x * x;
        }
      }
    }
    for (int i = 0; i < components.length; i++) {
      components[i] /= count;
    }
    return components;
  }

  /**
   * √(p(1 − p)/n) over the density at the quantile, which is told from the quantiles around it: P.
   * Glasserman (2004), p. 490.
   */
  private static double error(double[] profits, double confidence) {
    double p = 1 - confidence;
    double width = Math.sqrt(p * confidence / profits.length);
    double low = ScenarioProfits.valueAtRisk(profits, 1 - Math.min(1, p + width));
    double high = ScenarioProfits.valueAtRisk(profits, 1 - Math.max(0, p - width));
    return (high - low) / 2;
  }
}
