package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;

/** {@code rates/nelson-siegel-fit}. */
final class NelsonSiegelFitFunction {
  enum Model implements Choice {
    NELSON_SIEGEL("nelson-siegel"),
    SVENSSON("svensson");

    private final String label;

    Model(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  record Question(
      @Argument(value = "The times.", unit = "years", above = 0, max = 1_000, least = 4, most = 200)
          double[] times,
      @Argument(
              value = "The zero rates at the times, continuous.",
              unit = "per year",
              min = -100,
              max = 100,
              least = 4,
              most = 200)
          double[] rates,
      @Argument(value = "One hump, or two.", preset = "nelson-siegel") Model model) {
    Question {
      if (rates.length != times.length) {
        throw new InvalidArgumentException(
            "rates", rates.length + " numbers", "must be as many as the times, " + times.length);
      }
      if (model == Model.SVENSSON && times.length < 6) {
        throw new InvalidArgumentException(
            "times", Integer.toString(times.length), "must have at least 6 elements for svensson");
      }
    }
  }

  record Answer(
      @Result(value = "The level.", unit = "per year") double beta0,
      @Result(value = "What the shortest rate is above it.", unit = "per year") double beta1,
      @Result(value = "The weight of the hump.", unit = "per year") double beta2,
      @Result(value = "The weight of the second hump.", unit = "per year") double beta3,
      @Result(value = "The time by which slope and hump fade.", unit = "years") double tau1,
      @Result(value = "That of the second hump; not a number without one.", unit = "years")
          double tau2,
      @Result(value = "The root of the mean squared miss.", unit = "per year") double rmse,
      @Result(value = "The rates of the curve at the times.", unit = "per year") double[] fitted) {}

  private NelsonSiegelFitFunction() {}

  static Answer compute(Question asked) {
    boolean svensson = asked.model() == Model.SVENSSON;
    double[] best = new NelsonSiegelFit(asked.times(), asked.rates(), svensson).best();
    double[] fitted = new double[asked.times().length];
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] =
          NelsonSiegel.zero(best[0], best[1], best[2], best[3], best[4], best[5], asked.times()[i]);
    }
    return new Answer(
        best[0],
        best[1],
        best[2],
        best[3],
        best[4],
        svensson ? best[5] : Double.NaN,
        best[6],
        fitted);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "rates",
            "nelson-siegel-fit",
            "Nelson–Siegel and Svensson curve through rates",
            Question.class,
            Answer.class)
        .formula("least Σ (rate(t) − rates)², rate(t) as in rates/nelson-siegel")
        .convention(
            "Every rate weighs the same. Central banks fit prices weighted by durations instead."
                + " Decay times are searched from 0.005 to 300 years; far decays make betas that"
                + " offset each other.")
        .chosen(asked -> "Model " + asked.model().label() + ".")
        .reference(
            "C. R. Nelson and A. F. Siegel, Parsimonious Modeling of Yield Curves, Journal of"
                + " Business 60 (1987), 473-489; L. E. O. Svensson, NBER Working Paper 4871 (1994)")
        .example(
            "Gürkaynak, Sack and Wright, The U.S. Treasury Yield Curve (2006), data of 14 June"
                + " 1961",
            "{\"times\":[1,2,3,4,5,6,7],"
                + "\"rates\":[2.9825,3.3771,3.5530,3.6439,3.6987,3.7351,3.7612]}",
            "{\"fitted\":[2.98,3.38,3.55,3.64,3.70,3.74,3.76]}")
        .computes(NelsonSiegelFitFunction::compute);
  }
}
