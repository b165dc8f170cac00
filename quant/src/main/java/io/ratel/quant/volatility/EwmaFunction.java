package io.ratel.quant.volatility;

import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.util.Optional;

/** {@code volatility/ewma}. */
final class EwmaFunction {
  record Question(
      @Argument(value = "Returns of bars, the newest last; or else prices.", unit = "per bar")
          Optional<double[]> returns,
      @Argument(value = "Closing prices, whose log returns are taken.", unit = "price", above = 0)
          Optional<double[]> prices,
      @Argument(
              value = "What a bar's weight keeps with each bar that passes.",
              above = 0,
              below = 1,
              preset = "0.94")
          double lambda,
      @Argument(
              value = "The variance before the first return; its square when left out.",
              unit = "per bar",
              min = 0)
          Optional<Double> initialVariance,
      @Argument(value = "Bars of a year.", above = 0, max = 1e8, preset = "252")
          double periodsPerYear) {}

  record Answer(
      @Result(value = "The volatility for the next bar.", unit = "per bar") double volatility,
      @Result(value = "It times the square root of the bars of a year.", unit = "per year")
          double annualised,
      @Result(value = "The variance for the next bar.", unit = "per bar") double variance,
      @Result("How many bars the weights amount to.") double effectiveObservations,
      @Result(value = "The variance after each return.", unit = "per bar") double[] variances) {}

  private EwmaFunction() {}

  /**
   * The variance after each return.
   *
   * @param initial before the first; NaN to begin with the first return's square
   */
  static double[] variances(double[] returns, double lambda, double initial) {
    double[] variances = new double[returns.length];
    double variance = Double.isNaN(initial) ? returns[0] * returns[0] : initial;
    for (int i = 0; i < returns.length; i++) {
      variance = lambda * variance + (1 - lambda) * returns[i] * returns[i];
      variances[i] = variance;
    }
    return variances;
  }

  static Answer compute(Question asked) {
    double[] returns = Series.returns(asked.returns(), asked.prices(), 1);
    double lambda = asked.lambda();
    double[] variances = variances(returns, lambda, asked.initialVariance().orElse(Double.NaN));
    double variance = variances[variances.length - 1];
    return new Answer(
        Math.sqrt(variance),
        Math.sqrt(variance * asked.periodsPerYear()),
        variance,
        (1 + lambda) / (1 - lambda),
        variances);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "volatility", "ewma", "Exponentially weighted volatility", Question.class, Answer.class)
        .formula("variance = lambda·variance before + (1 − lambda)·return²")
        .convention(
            "RiskMetrics: the mean is zero, λ = 0.94 for days. It begins with the first return's"
                + " square unless an initial variance is given; others divide by the sum of"
                + " weights instead.")
        .reference(
            "J. P. Morgan and Reuters, RiskMetrics Technical Document, 4th ed. (1996), section"
                + " 5.2; J. C. Hull, Options, Futures and Other Derivatives, section 22.2")
        .example(
            "Hull, Options, Futures and Other Derivatives, 8th ed., example 22.1",
            "{\"returns\":[0.02],\"lambda\":0.9,\"initialVariance\":0.0001}",
            "{\"variance\":0.00013,\"volatility\":0.0114}")
        .computes(EwmaFunction::compute);
  }
}
