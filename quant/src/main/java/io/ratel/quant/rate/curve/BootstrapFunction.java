package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.util.Comparator;
import java.util.List;

/** {@code rates/bootstrap}. */
final class BootstrapFunction {
  record Question(
      @Argument(value = "The quotes, each with an end of its own.", most = 100)
          List<Quoted> instruments,
      @Argument(value = "What the curve is between the ends.", preset = "log-linear-discount")
          Interpolation interpolation) {
    Question {
      instruments = instruments.stream().sorted(Comparator.comparingDouble(Quoted::end)).toList();
      CurveQuestion.rising(
          "instruments.end", instruments.stream().mapToDouble(Quoted::end).toArray());
    }
  }

  record Answer(
      @Result(value = "The ends of the quotes, rising.", unit = "years") double[] times,
      @Result("What one of money at each end is worth now.") double[] discountFactors,
      @Result(value = "The zero rates, continuous.", unit = "per year") double[] zeroRates,
      @Result(value = "The zero rates, compounded once a year.", unit = "per year")
          double[] annualRates,
      @Result(value = "The rates from end to end, continuous.", unit = "per year")
          double[] forwards,
      @Result("The largest amount by which a quote is missed, per 1 of face value.")
          double largestError) {}

  private BootstrapFunction() {}

  static Answer compute(Question asked) {
    double[] times = asked.instruments().stream().mapToDouble(Quoted::end).toArray();
    double[] zeros = Bootstrap.zeros(asked.instruments(), asked.interpolation());
    DiscountCurve curve = asked.interpolation().through(times, zeros);
    int n = times.length;
    double[] discounts = new double[n];
    double[] annual = new double[n];
    double[] forwards = new double[n];
    for (int i = 0; i < n; i++) {
      discounts[i] = curve.discount(times[i]);
      annual[i] = Math.expm1(zeros[i]);
      forwards[i] = curve.forward(i == 0 ? 0 : times[i - 1], times[i]);
    }
    double largest =
        asked.instruments().stream().mapToDouble(q -> Math.abs(q.error(curve))).max().orElse(0);
    if (!(largest < 1e-9)) {
      throw new InvalidArgumentException(
          "instruments", Double.toString(largest), "must fit one curve; this much was missed");
    }
    return new Answer(times, discounts, zeros, annual, forwards, largest);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "rates", "bootstrap", "Zero curve from quotes", Question.class, Answer.class)
        .formula(
            "deposit, fra, future: D(end)·(1 + rate·(end − start)) = D(start); swap: rate·Σ"
                + " accrual·D + D(end) = D(start); bond: coupon/frequency·Σ D + D(end) = price/100")
        .convention(
            "Times in years, by the market's own day count, and accruals as differences of times."
                + " Payments count back from the end. One curve discounts and projects. A bond's"
                + " price is per 100, what it costs in all, its next coupon being whole.")
        .chosen(asked -> "Interpolation " + asked.interpolation().label() + ".")
        .reference(
            "J. C. Hull, Options, Futures and Other Derivatives, 8th ed., sections 4.5 and 7.5; P."
                + " S. Hagan and G. West, Interpolation Methods for Curve Construction (2006)")
        .example(
            "Hull, Options, Futures and Other Derivatives, 8th ed., tables 4.3 and 4.4",
            "{\"instruments\":[{\"type\":\"bond\",\"end\":0.25,\"price\":97.5},"
                + "{\"type\":\"bond\",\"end\":0.5,\"price\":94.9},"
                + "{\"type\":\"bond\",\"end\":1,\"price\":90},"
                + "{\"type\":\"bond\",\"end\":1.5,\"coupon\":0.08,\"price\":96},"
                + "{\"type\":\"bond\",\"end\":2,\"coupon\":0.12,\"price\":101.6}],"
                + "\"interpolation\":\"linear-zero\"}",
            "{\"zeroRates\":[0.10127,0.10469,0.10536,0.10681,0.10808]}")
        .computes(BootstrapFunction::compute);
  }
}
