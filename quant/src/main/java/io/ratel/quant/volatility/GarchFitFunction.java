package io.ratel.quant.volatility;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.util.Arrays;
import java.util.Optional;

/** {@code volatility/garch-fit}. */
final class GarchFitFunction {
  private static final int LEAST = 50;

  record Question(
      @Argument(
              value = "Returns of bars, the newest last; or else prices.",
              unit = "per bar",
              most = 100_000)
          Optional<double[]> returns,
      @Argument(
              value = "Closing prices, whose log returns are taken.",
              unit = "price",
              above = 0,
              most = 100_001)
          Optional<double[]> prices,
      @Argument(value = "Whether a mean is estimated; else it is zero.", preset = "true")
          boolean mean,
      @Argument(
              value = "Whether the long-run variance is the sample's, and not estimated.",
              preset = "false")
          boolean varianceTargeting,
      @Argument(value = "Bars of a year.", above = 0, max = 1e8, preset = "252")
          double periodsPerYear) {}

  record Answer(
      @Result(value = "The mean return.", unit = "per bar") double mean,
      @Result(value = "The constant.", unit = "per bar") double omega,
      @Result("The weight of the last squared shock.") double alpha,
      @Result("The weight of the last variance.") double beta,
      @Result("alpha + beta.") double persistence,
      @Result(value = "When half of a difference from the long run is gone.", unit = "bars")
          double halfLife,
      @Result(value = "What the variance is drawn to.", unit = "per bar") double longRunVariance,
      @Result(value = "Its square root.", unit = "per bar") double longRunVolatility,
      @Result(value = "That times the square root of the bars of a year.", unit = "per year")
          double annualised,
      @Result("The logarithm of the Gaussian likelihood.") double logLikelihood,
      @Result("Akaike's criterion, 2·parameters − 2·logLikelihood.") double aic,
      @Result("Schwarz's criterion, parameters·ln(returns) − 2·logLikelihood.") double bic,
      @Result("Standard errors of mean, omega, alpha and beta.") double[] standardErrors,
      @Result(value = "The variance of the return that comes next.", unit = "per bar")
          double nextVariance,
      @Result(value = "The variance of each return, by those before it.", unit = "per bar")
          double[] variances) {}

  private GarchFitFunction() {}

  static Answer compute(Question asked, Progress progress) {
    double[] returns = Series.returns(asked.returns(), asked.prices(), LEAST);
    GarchFit fit = new GarchFit(returns, asked.mean(), asked.varianceTargeting(), progress);
    if (!(fit.scale() > 0)) {
      throw new InvalidArgumentException("returns", "all equal", "must vary");
    }
    double[] best = fit.best();
    double mean = best[0];
    double persistence = best[2] + best[3];
    double level = best[1] / (1 - persistence);
    double before = 0;
    for (double each : returns) {
      before += (each - mean) * (each - mean) / returns.length;
    }
    double[] all = new double[returns.length + 1];
    Garch.filter(returns, mean, best[1], best[2], best[3], best[1] + persistence * before, all);
    double likelihood = fit.logLikelihood(best);
    int parameters = 2 + (asked.mean() ? 1 : 0) + (asked.varianceTargeting() ? 0 : 1);
    return new Answer(
        mean,
        best[1],
        best[2],
        best[3],
        persistence,
        Math.log(0.5) / Math.log(persistence),
        level,
        Math.sqrt(level),
        Math.sqrt(level * asked.periodsPerYear()),
        likelihood,
        2 * parameters - 2 * likelihood,
        parameters * Math.log(returns.length) - 2 * likelihood,
        fit.standardErrors(best),
        all[returns.length],
        Arrays.copyOf(all, returns.length));
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "volatility", "garch-fit", "GARCH(1,1) of returns", Question.class, Answer.class)
        .formula(
            "likeliest mean, omega, alpha, beta of return = mean + √variance·normal, next"
                + " variance ="
                + " omega + alpha·(return − mean)² + beta·variance")
        .convention(
            "Gaussian likelihood. The variance and squared shock before the first return are the"
                + " sample's mean square; others begin with the long run's. alpha + beta stays"
                + " below"
                + " 1. Standard errors are by the curvature of the likelihood, not robust.")
        .chosen(
            asked ->
                (asked.mean() ? "Mean estimated" : "Mean zero")
                    + (asked.varianceTargeting() ? ", variance targeted." : "."))
        .reference(
            "T. Bollerslev, Generalized Autoregressive Conditional Heteroskedasticity, Journal of"
                + " Econometrics 31 (1986), 307-327; benchmark: G. Fiorentini, G. Calzolari and L."
                + " Panattoni, Journal of Applied Econometrics 11 (1996), 399-417")
        .example(
            "Fiorentini, Calzolari and Panattoni (1996), on Bollerslev and Ghysels's returns of the"
                + " mark against the pound, 1984 to 1991, in per cent",
            "{\"returns\":[" + MarkPound.returns() + "]}",
            "{\"mean\":-0.00619041,\"omega\":0.01076,\"alpha\":0.153134,\"beta\":0.805974}")
        .computes(GarchFitFunction::compute);
  }
}
