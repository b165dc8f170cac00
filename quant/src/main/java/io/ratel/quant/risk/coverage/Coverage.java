package io.ratel.quant.risk.coverage;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.numeric.Normal;
import java.util.List;
import java.util.Optional;

/** Backtests of value at risk. */
public final class Coverage {
  private static final String LEVEL = "At which confidence the model is rejected.";

  private Coverage() {}

  record Counts(
      @Argument(value = "How many days there are.", min = 1, max = 1e6) int observations,
      @Argument(value = "On how many the loss was worse.", min = 0, max = 1e6) int exceptions,
      @Argument(
              value = "How often it should be: 1 less the confidence.",
              above = 0,
              below = 1,
              preset = "0.05")
          double probability,
      @Argument(value = LEVEL, above = 0, below = 1, preset = "0.95") double testLevel,
      @Argument(value = "The day of the first one, from 1.", min = 1, max = 1e6)
          Optional<Integer> firstException) {
    Counts {
      if (exceptions > observations) {
        throw new InvalidArgumentException(
            "exceptions", Integer.toString(exceptions), "must not be more than observations");
      }
      int last = observations - exceptions + 1;
      if (firstException.isPresent() && (exceptions == 0 || firstException.get() > last)) {
        throw new InvalidArgumentException(
            "firstException",
            firstException.get().toString(),
            exceptions == 0
                ? "must be left out without exceptions"
                : "must be at most " + last + ", for all exceptions to follow");
      }
    }
  }

  record Verdict(
      @Result("The likelihood ratio of the proportion of exceptions.") double likelihoodRatio,
      @Result("The probability of as much, were the model right.") double pValue,
      @Result("What the ratio must not exceed.") double criticalValue,
      @Result("Whether the model is rejected.") boolean rejected,
      @Result("Exceptions over observations.") double rate,
      @Result("How many exceptions there should be.") double expected,
      @Result("Their number, standardised.") double z,
      @Result("The probability of as far from 0, on both sides.") double zPValue,
      @Result("The probability of at most as many, by which the Basel committee sets its zones.")
          double cumulativeProbability,
      @Result("green, yellow from 95 %, red from 99.99 %.") String zone,
      @Result("The likelihood ratio of the time until the first; null when it is not given.")
          double firstLikelihoodRatio,
      @Result("The probability of as much.") double firstPValue) {}

  record Sequence(
      @Argument(
              value = "1 for a day with an exception, 0 for one without, in the order of time.",
              min = 0,
              max = 1,
              least = 2)
          Optional<double[]> hits,
      @Argument(
              value =
                  "Instead: days without after without, with after without, without after with,"
                      + " with after with.",
              min = 0,
              least = 4,
              most = 4)
          Optional<double[]> transitions,
      @Argument(value = "Of all days, with transitions; left out, one more than they.", min = 1)
          Optional<Integer> observations,
      @Argument(
              value = "Of all days, with transitions; left out, those after another day.",
              min = 0)
          Optional<Integer> exceptions,
      @Argument(
              value = "How often there should be one: 1 less the confidence.",
              above = 0,
              below = 1,
              preset = "0.05")
          double probability,
      @Argument(value = LEVEL, above = 0, below = 1, preset = "0.95") double testLevel) {
    Sequence {
      if (hits.isPresent() == transitions.isPresent()) {
        throw new InvalidArgumentException(
            "hits",
            hits.isPresent() ? "given with transitions" : "left out",
            "must be given, or transitions");
      }
      if (hits.isPresent() && (observations.isPresent() || exceptions.isPresent())) {
        String field = observations.isPresent() ? "observations" : "exceptions";
        throw new InvalidArgumentException(field, "given with hits", "must be left out");
      }
      transitions.ifPresent(Sequence::whole);
    }

    private static void whole(double[] transitions) {
      for (int i = 0; i < transitions.length; i++) {
        if (transitions[i] != Math.rint(transitions[i])) {
          throw new InvalidArgumentException(
              "transitions[" + i + "]", Double.toString(transitions[i]), "must be a whole number");
        }
      }
    }
  }

  record Conditional(
      @Result("The likelihood ratio of independence.") double independenceLikelihoodRatio,
      @Result("The probability of as much, were days independent.") double independencePValue,
      @Result("The likelihood ratio of the proportion.") double unconditionalLikelihoodRatio,
      @Result("The probability of as much, were the proportion right.") double unconditionalPValue,
      @Result("The sum of both ratios.") double likelihoodRatio,
      @Result("The probability of as much, were the model right.") double pValue,
      @Result("What the sum must not exceed.") double criticalValue,
      @Result("Whether the model is rejected.") boolean rejected,
      @Result("Days without after without.") long n00,
      @Result("Days with after without.") long n01,
      @Result("Days without after with.") long n10,
      @Result("Days with after with.") long n11) {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(kupiec(), christoffersen());
  }

  private static QuantFunction<Counts, Verdict> kupiec() {
    return QuantFunction.of(
            "risk", "kupiec", "Proportion of exceptions", Counts.class, Verdict.class)
        .formula(
            "−2·ln((1−p)^(n−x)·p^x) + 2·ln((1−x/n)^(n−x)·(x/n)^x), x exceptions of n observations")
        .convention("The ratio is χ² with one degree of freedom.")
        .reference(
            "P. Kupiec, Techniques for Verifying the Accuracy of Risk Measurement Models, Journal"
                + " of Derivatives 3 (1995), 73–84")
        .example(
            "MathWorks, varbacktest of an equity index",
            "{\"observations\":1043,\"exceptions\":57,\"probability\":0.05}",
            "{\"likelihoodRatio\":0.46147,\"pValue\":0.49694}")
        .computes(Coverage::verdict);
  }

  private static Verdict verdict(Counts given) {
    int n = given.observations();
    double p = given.probability();
    double ratio = Likelihood.proportion(p, given.exceptions(), n);
    double critical = Likelihood.critical1(given.testLevel());
    double z = (given.exceptions() - n * p) / Math.sqrt(n * p * (1 - p));
    double atMost = 1 - Likelihood.moreThan(given.exceptions(), p, n);
    double first =
        given.firstException().map(time -> Likelihood.untilFirst(p, time)).orElse(Double.NaN);
    return new Verdict(
        ratio,
        Likelihood.tail1(ratio),
        critical,
        ratio > critical,
        (double) given.exceptions() / n,
        n * p,
        z,
        2 * Normal.cumulative(-Math.abs(z)),
        atMost,
        atMost < 0.95 ? "green" : atMost < 0.9999 ? "yellow" : "red",
        first,
        Likelihood.tail1(first));
  }

  private static QuantFunction<Sequence, Conditional> christoffersen() {
    return QuantFunction.of(
            "risk",
            "christoffersen",
            "Independence of exceptions",
            Sequence.class,
            Conditional.class)
        .formula(
            "independence: 2·ln((1−π01)^n00·π01^n01·(1−π11)^n10·π11^n11) − 2·ln((1−π)^(n00+n10)·"
                + "π^(n01+n11)); likelihoodRatio = independence + proportion")
        .convention(
            "Independence is χ² with one degree of freedom, the sum with two; the proportion is of"
                + " all days, also the first.")
        .reference(
            "P. Christoffersen, Evaluating Interval Forecasts, International Economic Review 39"
                + " (1998), 841–862")
        .example(
            "MathWorks, varbacktest cc of an equity index",
            "{\"transitions\":[932,53,53,4],\"observations\":1043,\"exceptions\":57,"
                + "\"probability\":0.05}",
            "{\"independenceLikelihoodRatio\":0.25866,\"independencePValue\":0.61104,"
                + "\"likelihoodRatio\":0.72013,\"pValue\":0.69763}")
        .computes(Coverage::conditional);
  }

  private static Conditional conditional(Sequence given) {
    double[] counts = given.transitions().orElseGet(() -> counted(given.hits().orElseThrow()));
    double pairs = counts[0] + counts[1] + counts[2] + counts[3];
    double all = given.observations().map(Integer::doubleValue).orElse(pairs + 1);
    double exceptions =
        given
            .hits()
            .map(hits -> java.util.Arrays.stream(hits).sum())
            .or(() -> given.exceptions().map(Integer::doubleValue))
            .orElse(counts[1] + counts[3]);
    if (exceptions > all) {
      throw new InvalidArgumentException(
          "exceptions", Double.toString(exceptions), "must not be more than observations");
    }
    double independence = Likelihood.independence(counts[0], counts[1], counts[2], counts[3]);
    double proportion = Likelihood.proportion(given.probability(), exceptions, all);
    double critical = Likelihood.critical2(given.testLevel());
    return new Conditional(
        independence,
        Likelihood.tail1(independence),
        proportion,
        Likelihood.tail1(proportion),
        independence + proportion,
        Likelihood.tail2(independence + proportion),
        critical,
        independence + proportion > critical,
        (long) counts[0],
        (long) counts[1],
        (long) counts[2],
        (long) counts[3]);
  }

  private static double[] counted(double[] hits) {
    double[] counts = new double[4];
    for (int t = 0; t < hits.length; t++) {
      if (hits[t] != 0 && hits[t] != 1) {
        throw new InvalidArgumentException(
            "hits[" + t + "]", Double.toString(hits[t]), "must be 0 or 1");
      }
      if (t > 0) {
        counts[(int) (2 * hits[t - 1] + hits[t])]++;
      }
    }
    return counts;
  }
}
