package io.ratel.quant.volatility;

import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.statistic.Moments;
import java.util.Optional;

/** {@code volatility/realised}. */
final class RealisedFunction {
  record Question(
      @Argument(value = "Returns of bars; or else prices.", unit = "per bar")
          Optional<double[]> returns,
      @Argument(value = "Closing prices, whose log returns are taken.", unit = "price", above = 0)
          Optional<double[]> prices,
      @Argument(
              value = "Whether the mean is taken as zero: a mean square instead of a variance.",
              preset = "false")
          boolean zeroMean,
      @Argument(value = "Bars of a year.", above = 0, max = 1e8, preset = "252")
          double periodsPerYear) {}

  record Answer(
      @Result(value = "The standard deviation of the returns.", unit = "per bar") double volatility,
      @Result(value = "It times the square root of the bars of a year.", unit = "per year")
          double annualised,
      @Result(value = "The variance of the returns.", unit = "per bar") double variance,
      @Result(value = "The sum of the squared returns: the realised variance.", unit = "in all")
          double realisedVariance,
      @Result(value = "The standard error of the annualised volatility.", unit = "per year")
          double standardError,
      @Result("How many returns there are.") int observations) {}

  private RealisedFunction() {}

  static Answer compute(Question asked) {
    double[] returns = Series.returns(asked.returns(), asked.prices(), asked.zeroMean() ? 1 : 2);
    double squares = 0;
    for (double each : returns) {
      squares += each * each;
    }
    int n = returns.length;
    double variance = asked.zeroMean() ? squares / n : Moments.variance(returns);
    double annualised = Math.sqrt(variance * asked.periodsPerYear());
    return new Answer(
        Math.sqrt(variance), annualised, variance, squares, annualised / Math.sqrt(2.0 * n), n);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "volatility",
            "realised",
            "Realised volatility, from close to close",
            Question.class,
            Answer.class)
        .formula("variance = Σ (return − mean)² / (n − 1); annualised = √(variance·periodsPerYear)")
        .convention("A sample variance (n − 1); with zeroMean a mean square over n.")
        .reference("J. C. Hull, Options, Futures and Other Derivatives, 8th ed., section 14.4")
        .example(
            "Hull, Options, Futures and Other Derivatives, example 14.4 and table 14.1",
            "{\"prices\":[20,20.1,19.9,20,20.5,20.25,20.9,20.9,20.9,20.75,20.75,21,21.1,20.9,20.9,"
                + "21.25,21.4,21.4,21.25,21.75,22]}",
            "{\"volatility\":0.01216,\"annualised\":0.193,\"standardError\":0.031}")
        .computes(RealisedFunction::compute);
  }
}
