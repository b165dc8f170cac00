package io.ratel.quant.performance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.util.Optional;

/** How sure a Sharpe ratio is. */
final class SharpeFunction {
  private SharpeFunction() {}

  record Question(
      @Argument(value = "The ratio that was seen.", unit = "per root of a period") double sharpe,
      @Argument(
              value = "The ratio that the true one is to be above.",
              unit = "per root of a period",
              preset = "0")
          double reference,
      @Argument(value = "How many returns it was seen in.", above = 1, max = 1e9)
          double observations,
      @Argument(value = "The skewness of the returns.", preset = "0") double skewness,
      @Argument(value = "Their kurtosis, 3 when normal.", min = 1, preset = "3") double kurtosis,
      @Argument(
              value = "Of the minimum track record.",
              unit = "probability",
              above = 0,
              below = 1,
              preset = "0.95")
          double confidence,
      @Argument(
              value = "Out of how many trials it is the best; more than 1 deflates it.",
              min = 1,
              max = 1e9,
              preset = "1")
          double trials,
      @Argument(
              value = "The variance of the trials' ratios; left out, that of one ratio's error.",
              min = 0)
          Optional<Double> trialVariance) {
    Question {
      if (1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe <= 0) {
        throw new InvalidArgumentException(
            "kurtosis", Double.toString(kurtosis), "must be possible with this skewness");
      }
    }
  }

  record Answer(
      @Result("The probability that the true ratio is above the reference.") double probability,
      @Result("The standard error of the ratio.") double standardError,
      @Result("How many returns would show it with the confidence; null of a ratio not above it.")
          double minimumTrackRecord,
      @Result("The best ratio to expect of as many trials without worth.") double expectedMaximum,
      @Result("The probability that the true ratio is above that: the deflated Sharpe ratio.")
          double deflatedProbability) {}

  static QuantFunction<Question, Answer> function() {
    return QuantFunction.of(
            "risk",
            "probabilistic-sharpe",
            "Probabilistic and deflated Sharpe ratio",
            Question.class,
            Answer.class)
        .formula(
            "N((sharpe − reference)·√(observations − 1)/√(1 − skewness·sharpe + (kurtosis −"
                + " 1)/4·sharpe²))")
        .convention(
            "Ratios are per period, not yearly; kurtosis is 3 when normal, so leaving it out is not"
                + " leaving it at 0.")
        .reference(
            "D. Bailey and M. López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk"
                + " 15 (2012), 3–44; The Deflated Sharpe Ratio, Journal of Portfolio Management 40"
                + " (2014), 94–107")
        .example(
            "PerformanceAnalytics, ProbSharpeRatio",
            "{\"sharpe\":0.5773502691896258,\"reference\":0.2886751345948129,"
                + "\"observations\":59,\"skewness\":-0.72,\"kurtosis\":5.78}",
            "{\"probability\":0.9486925}")
        .computes(SharpeFunction::answer);
  }

  private static Answer answer(Question given) {
    double error =
        Ratios.spread(given.sharpe(), given.skewness(), given.kurtosis())
            / Math.sqrt(given.observations() - 1);
    double variance = given.trialVariance().orElse(error * error);
    double expected = Ratios.expectedMaximum(given.trials(), variance);
    return new Answer(
        probability(given, given.reference()),
        error,
        Ratios.minimumTrackRecord(
            given.sharpe(),
            given.reference(),
            given.skewness(),
            given.kurtosis(),
            given.confidence()),
        expected,
        probability(given, expected));
  }

  private static double probability(Question given, double reference) {
    return Ratios.probabilistic(
        given.sharpe(), reference, given.skewness(), given.kurtosis(), given.observations());
  }
}
