package io.ratel.quant.rate.curve;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.date.DayCount;
import java.util.Optional;

/** A curve of interest as part of a question. */
public record CurveQuestion(
    @Argument(
            value = "One rate for all times; or else times with rates or discountFactors.",
            unit = "per year",
            above = -1,
            max = 10)
        Optional<Double> rate,
    @Argument(value = "The times, rising.", unit = "years", above = 0, max = 1_000, most = 2_000)
        Optional<double[]> times,
    @Argument(
            value = "The zero rates at the times.",
            unit = "per year",
            above = -1,
            max = 10,
            most = 2_000)
        Optional<double[]> rates,
    @Argument(
            value = "The discount factors at the times, instead of rates.",
            above = 0,
            max = 100,
            most = 2_000)
        Optional<double[]> discountFactors,
    @Argument(
            value = "How the rates are compounded: " + Compounding.LISTED + ".",
            preset = "continuous")
        String compounding,
    @Argument(value = "What the curve is between the times.", preset = "linear-zero")
        Interpolation interpolation,
    @Argument(
            value = "The day count that makes times of dates: " + DayCount.LISTED + ".",
            preset = "act/365f")
        String dayCount) {

  public CurveQuestion {
    if (rate.isPresent() == times.isPresent()) {
      throw new InvalidArgumentException(
          "curve.rate", rate.map(Object::toString).orElse(""), "must be given, or else times");
    }
    if (times.isPresent() && rates.isPresent() == discountFactors.isPresent()) {
      throw new InvalidArgumentException(
          "curve.rates", "", "must be given with the times, or else discountFactors");
    }
    times.ifPresent(
        all -> {
          rising("curve.times", all);
          sameLength("curve.rates", rates, all);
          sameLength("curve.discountFactors", discountFactors, all);
        });
  }

  private static void sameLength(String field, Optional<double[]> row, double[] times) {
    if (row.isPresent() && row.get().length != times.length) {
      throw new InvalidArgumentException(
          field, row.get().length + " numbers", "must be as many as the times, " + times.length);
    }
  }

  static void rising(String field, double[] times) {
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new InvalidArgumentException(
            field + "[" + i + "]",
            Double.toString(times[i]),
            "must be above the time before it, " + times[i - 1]);
      }
    }
  }

  public DayCount counted() {
    return DayCount.named("curve.dayCount", dayCount);
  }

  /**
   * The curve.
   *
   * @throws InvalidArgumentException when a rate gives no discount factor
   */
  public DiscountCurve curve() {
    Compounding compounded = Compounding.named("curve.compounding", compounding, 0);
    if (rate.isPresent()) {
      return years -> flat(compounded, rate.get(), years);
    }
    double[] at = times.orElseThrow();
    double[] zeros = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      int index = i;
      double discount =
          discountFactors.isPresent()
              ? discountFactors.get()[i]
              : compounded.discount(rates.orElseThrow()[i], at[i]);
      zeros[i] = -Math.log(discount) / at[i];
      if (!Double.isFinite(zeros[i])) {
        throw new InvalidArgumentException(
            "curve.rates[" + i + "]",
            Double.toString(rates.map(all -> all[index]).orElse(0.0)),
            "must give a positive discount factor when it is " + compounded.label());
      }
    }
    return interpolation.through(at, zeros);
  }

  private static double flat(Compounding compounded, double rate, double years) {
    double discount = compounded.discount(rate, years);
    if (discount > 0) {
      return discount;
    }
    throw new InvalidArgumentException(
        "curve.rate",
        Double.toString(rate),
        "must give a positive discount factor at %s years when it is %s"
            .formatted(years, compounded.label()));
  }

  /** In words. */
  public String label() {
    String rates = Compounding.named("curve.compounding", compounding, 0).label();
    return rate.isPresent()
        ? "Flat curve, " + rates + ", " + counted().label() + "."
        : "Curve " + interpolation.label() + ", " + rates + ", " + counted().label() + ".";
  }
}
