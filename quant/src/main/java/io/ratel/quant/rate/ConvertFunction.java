package io.ratel.quant.rate;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;

/** {@code rates/convert}. */
final class ConvertFunction {
  record Question(
      @Argument(value = "The rate.", unit = "per year", above = -100, max = 100) double rate,
      @Argument("How it is compounded: " + Compounding.LISTED + ".") String from,
      @Argument("How the answer is to be compounded, likewise.") String to,
      @Argument(
              value = "Over what time they are equal; it matters to simple and discount rates.",
              unit = "years",
              above = 0,
              max = 1_000,
              preset = "1")
          double years) {}

  record Answer(
      @Result(value = "The rate that gives as much.", unit = "per year") double rate,
      @Result(value = "It, compounded continuously.", unit = "per year") double continuous,
      @Result(value = "It, compounded once a year.", unit = "per year") double effectiveAnnual,
      @Result("What one of money at the end of the time is worth now.") double discountFactor) {}

  private ConvertFunction() {}

  static Answer compute(Question asked) {
    Compounding from = Compounding.named("from", asked.from(), 0);
    Compounding to = Compounding.named("to", asked.to(), 0);
    double years = asked.years();
    double discount = from.discount(asked.rate(), years);
    if (!(discount > 0 && discount < Double.POSITIVE_INFINITY)) {
      throw new InvalidArgumentException(
          "rate",
          Double.toString(asked.rate()),
          "must leave a positive discount factor when it is " + from.label());
    }
    return new Answer(
        to.rate(discount, years),
        Compounding.CONTINUOUS.rate(discount, years),
        Compounding.ANNUAL.rate(discount, years),
        discount);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of("rates", "convert", "Compounding", Question.class, Answer.class)
        .formula("the rate that makes one of money grow to the same over the years")
        .convention(
            "Daily is 365 times a year, weekly 52. A discount rate is taken off in advance: the"
                + " discount factor is 1 − rate·years.")
        .chosen(
            asked ->
                "From "
                    + Compounding.named("from", asked.from(), 0).label()
                    + " to "
                    + Compounding.named("to", asked.to(), 0).label()
                    + ".")
        .reference(
            "J. C. Hull, Options, Futures and Other Derivatives, section 4.2; E. G. Haug, Option"
                + " Pricing Formulas (1998), pp. 181-182")
        .example(
            "Haug, Option Pricing Formulas (1998), p. 181",
            "{\"rate\":0.08,\"from\":\"quarterly\",\"to\":\"continuous\"}",
            "{\"rate\":0.0792}")
        .computes(ConvertFunction::compute);
  }
}
