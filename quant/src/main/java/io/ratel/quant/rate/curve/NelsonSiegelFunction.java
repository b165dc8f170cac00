package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.util.Optional;

/** {@code rates/nelson-siegel}. */
final class NelsonSiegelFunction {
  record Question(
      @Argument(value = "The level: the rate of the longest times.", unit = "per year")
          double beta0,
      @Argument(value = "What the shortest rate is above it.", unit = "per year") double beta1,
      @Argument(value = "The weight of the hump.", unit = "per year") double beta2,
      @Argument(value = "Svensson's second hump.", unit = "per year", preset = "0") double beta3,
      @Argument(value = "The time by which slope and hump fade.", unit = "years", above = 0)
          double tau1,
      @Argument(
              value = "The time by which the second hump fades; needed with beta3.",
              unit = "years",
              above = 0)
          Optional<Double> tau2,
      @Argument(value = "For which times.", unit = "years", min = 0, max = 1_000, most = 10_000)
          double[] times) {
    Question {
      if (beta3 != 0 && tau2.isEmpty()) {
        throw new InvalidArgumentException("tau2", "", "must be given when beta3 is not 0");
      }
    }
  }

  record Answer(
      @Result(value = "The zero rates, continuous.", unit = "as the betas") double[] rates,
      @Result(value = "The rates for a moment.", unit = "as the betas") double[] forwards,
      @Result("What one of money is worth now, the betas being fractions.")
          double[] discountFactors) {}

  private NelsonSiegelFunction() {}

  static Answer compute(Question asked) {
    double[] times = asked.times();
    double tau2 = asked.tau2().orElse(1.0);
    double[] rates = new double[times.length];
    double[] forwards = new double[times.length];
    double[] discounts = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      rates[i] =
          NelsonSiegel.zero(
              asked.beta0(),
              asked.beta1(),
              asked.beta2(),
              asked.beta3(),
              asked.tau1(),
              tau2,
              times[i]);
      forwards[i] =
          NelsonSiegel.forward(
              asked.beta0(),
              asked.beta1(),
              asked.beta2(),
              asked.beta3(),
              asked.tau1(),
              tau2,
              times[i]);
      discounts[i] = Math.exp(-rates[i] * times[i]);
    }
    return new Answer(rates, forwards, discounts);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "rates",
            "nelson-siegel",
            "Nelson–Siegel and Svensson curve",
            Question.class,
            Answer.class)
        .formula(
            "rate(t) = beta0 + beta1·s(t/tau1) + beta2·(s(t/tau1) − e^(−t/tau1)) + beta3·(s(t/tau2)"
                + " − e^(−t/tau2)), s(x) = (1 − e^(−x))/x")
        .convention(
            "Rates are continuous and in the unit of the betas: fractions here, per cent where"
                + " central banks print them so (then divide by 100 for discount factors).")
        .reference(
            "C. R. Nelson and A. F. Siegel, Parsimonious Modeling of Yield Curves, Journal of"
                + " Business 60 (1987), 473-489; L. E. O. Svensson, NBER Working Paper 4871 (1994)")
        .example(
            "Gürkaynak, Sack and Wright, The U.S. Treasury Yield Curve (2006), data of 14 June"
                + " 1961",
            "{\"beta0\":3.917606,\"beta1\":-1.277955,\"beta2\":-1.949397,\"tau1\":0.339218,"
                + "\"times\":[1,2,3,4,5,6,7]}",
            "{\"rates\":[2.9825,3.3771,3.5530,3.6439,3.6987,3.7351,3.7612]}")
        .computes(NelsonSiegelFunction::compute);
  }
}
