package io.ratel.quant.volatility;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.util.Optional;

/** {@code risk/garch-forecast}. */
final class GarchForecastFunction {
  record Question(
      @Argument(value = "The constant.", unit = "per day", min = 0) double omega,
      @Argument(value = "The weight of the last squared return.", min = 0, max = 1) double alpha,
      @Argument(value = "The weight of the last variance.", min = 0, max = 1) double beta,
      @Argument(value = "The variance now; or else the volatility.", unit = "per day", min = 0)
          Optional<Double> variance,
      @Argument(value = "The volatility now.", unit = "per day", min = 0)
          Optional<Double> volatility,
      @Argument(
              value = "The return since: when given, the variance is first brought up by it.",
              unit = "per day")
          Optional<Double> lastReturn,
      @Argument(value = "How many days ahead.", unit = "days", min = 1, max = 10_000, preset = "10")
          int horizon,
      @Argument(value = "Days of a year.", above = 0, max = 1e6, preset = "252")
          double periodsPerYear) {
    Question {
      if (variance.isPresent() && volatility.isPresent()) {
        throw new InvalidArgumentException(
            "volatility", volatility.get().toString(), "must be left out when variance is given");
      }
      if (alpha + beta > 1 + 1e-12) {
        throw new InvalidArgumentException(
            "beta", Double.toString(beta), "must be at most 1 − alpha, or the variance explodes");
      }
      if (variance.isEmpty() && volatility.isEmpty() && alpha + beta >= 1) {
        throw new InvalidArgumentException(
            "variance", "", "must be given, for alpha + beta of 1 have no long run");
      }
    }
  }

  record Answer(
      @Result(value = "What the variance is drawn to.", unit = "per day") double longRunVariance,
      @Result(value = "Its square root.", unit = "per day") double longRunVolatility,
      @Result("alpha + beta.") double persistence,
      @Result(value = "When half of a difference from the long run is gone.", unit = "days")
          double halfLife,
      @Result(value = "The variance now, the return since counted in.", unit = "per day")
          double currentVariance,
      @Result(value = "Its square root.", unit = "per day") double currentVolatility,
      @Result(value = "The variance expected at the horizon.", unit = "per day") double variance,
      @Result(value = "Its square root.", unit = "per day") double volatility,
      @Result(value = "The mean variance expected until the horizon.", unit = "per day")
          double averageVariance,
      @Result(value = "The volatility of an option that lasts to the horizon.", unit = "per year")
          double annualisedVolatility,
      @Result(
              value = "How much that changes with the volatility now.",
              unit = "per 1.00 of annualised volatility now")
          double termVega,
      @Result(value = "The variance expected 1, 2, … days ahead.", unit = "per day")
          double[] variances,
      @Result(value = "The volatility of options that last 1, 2, … days.", unit = "per year")
          double[] termStructure) {}

  private GarchForecastFunction() {}

  static Answer compute(Question asked) {
    double omega = asked.omega();
    double alpha = asked.alpha();
    double beta = asked.beta();
    double level = Garch.longRunVariance(omega, alpha, beta);
    double before = asked.variance().or(() -> asked.volatility().map(v -> v * v)).orElse(level);
    double now = asked.lastReturn().map(r -> omega + alpha * r * r + beta * before).orElse(before);
    int days = asked.horizon();
    double[] variances = new double[days];
    double[] term = new double[days];
    for (int t = 1; t <= days; t++) {
      variances[t - 1] = Garch.expected(omega, alpha, beta, now, t);
      term[t - 1] = Math.sqrt(asked.periodsPerYear() * Garch.average(omega, alpha, beta, now, t));
    }
    double persistence = alpha + beta;
    double decay = -Math.log(persistence) * days;
    double share = decay > 0 ? -Math.expm1(-decay) / decay : 1;
    return new Answer(
        level,
        Math.sqrt(level),
        persistence,
        persistence < 1 ? Math.log(0.5) / Math.log(persistence) : Double.NaN,
        now,
        Math.sqrt(now),
        variances[days - 1],
        Math.sqrt(variances[days - 1]),
        Garch.average(omega, alpha, beta, now, days),
        term[days - 1],
        share * Math.sqrt(asked.periodsPerYear() * now) / term[days - 1],
        variances,
        term);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "risk",
            "garch-forecast",
            "Variance forecast by GARCH(1,1)",
            Question.class,
            Answer.class)
        .formula(
            "expected variance in t days = V + (alpha + beta)^t·(variance − V), V = omega / (1 −"
                + " alpha − beta); annualised until T: √(periodsPerYear·(V + (1 − e^(−aT))/(aT)·"
                + "(variance − V))), a = ln(1 / (alpha + beta))")
        .convention(
            "Per day, of variances of daily returns with mean zero. The term structure lets the"
                + " variance decay continuously, as Hull does; a mean of the daily forecasts"
                + " differs a little. Without a variance the long run's is taken.")
        .reference(
            "T. Bollerslev, Generalized Autoregressive Conditional Heteroskedasticity, Journal of"
                + " Econometrics 31 (1986), 307-327; J. C. Hull, Options, Futures and Other"
                + " Derivatives, 8th ed., sections 22.3 and 22.6")
        .example(
            "Hull, Options, Futures and Other Derivatives, 8th ed., example 22.2",
            "{\"omega\":0.000002,\"alpha\":0.13,\"beta\":0.86,\"volatility\":0.016,"
                + "\"lastReturn\":0.01}",
            "{\"longRunVariance\":0.0002,\"longRunVolatility\":0.014,"
                + "\"currentVariance\":0.00023516,\"currentVolatility\":0.0153}")
        .computes(GarchForecastFunction::compute);
  }
}
