package io.ratel.quant.bond;

import static java.time.temporal.ChronoUnit.DAYS;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.rate.date.Dates;
import java.time.LocalDate;
import java.util.Optional;

/** {@code bonds/bill}. */
final class BillFunction {
  private static final double HALF_YEAR_DAYS = 182.5;

  record Question(
      @Argument("The day on which the bill is paid for.") LocalDate settlement,
      @Argument("The day of redemption, within a year or so.") LocalDate maturity,
      @Argument(
              value = "The discount on the face value; or else the price.",
              unit = "per year of 360 days",
              above = -1,
              max = 10)
          Optional<Double> discountRate,
      @Argument(value = "The price.", unit = "per 100", above = 0) Optional<Double> price) {
    Question {
      Dates.within("settlement", settlement);
      Dates.within("maturity", maturity);
      Dates.inOrder(settlement, "maturity", maturity, "the settlement");
      if (DAYS.between(settlement, maturity) > 732) {
        throw new InvalidArgumentException(
            "maturity", maturity.toString(), "must be within two years of the settlement");
      }
      if (discountRate.isPresent() == price.isPresent()) {
        throw new InvalidArgumentException(
            "discountRate",
            discountRate.map(Object::toString).orElse(""),
            "must be given, or else price");
      }
    }
  }

  record Answer(
      @Result(value = "The price.", unit = "per 100") double price,
      @Result(value = "The discount on the face value.", unit = "per year of 360 days")
          double discountRate,
      @Result(value = "The simple yield on the price.", unit = "per year of 360 days")
          double moneyMarketYield,
      @Result(
              value = "The yield of a bond with half-yearly coupons that would earn as much.",
              unit = "per year of 365 days")
          double bondEquivalentYield,
      @Result(value = "The days to the maturity.", unit = "days") long days) {}

  private BillFunction() {}

  static Answer compute(Question asked) {
    long days = DAYS.between(asked.settlement(), asked.maturity());
    double price =
        asked.price().orElseGet(() -> 100 * (1 - asked.discountRate().orElseThrow() * days / 360));
    if (!(price > 0)) {
      throw new InvalidArgumentException(
          "discountRate",
          Double.toString(asked.discountRate().orElse(0.0)),
          "must leave a positive price over " + days + " days");
    }
    return new Answer(
        price,
        (1 - price / 100) * 360 / days,
        (100 / price - 1) * 360 / days,
        bondEquivalent(price, days),
        days);
  }

  /**
   * Simple over up to half a year; beyond, the root of (1 + y/2)·(1 + (days/365 − ½)·y) =
   * 100/price: F. J. Fabozzi, Fixed Income Mathematics (2006), chapter 7.
   */
  private static double bondEquivalent(double price, long days) {
    double growth = 100 / price;
    if (days <= HALF_YEAR_DAYS) {
      return (growth - 1) * 365 / days;
    }
    double years = days / 365.0;
    double a = years / 2 - 0.25;
    return (-years + Math.sqrt(years * years + 4 * a * (growth - 1))) / (2 * a);
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of("bonds", "bill", "Treasury bill", Question.class, Answer.class)
        .formula("price = 100·(1 − discountRate·days/360)")
        .convention(
            "Discount and money market yield on actual days over 360, the bond-equivalent yield on"
                + " 365, beyond half a year with one half-yearly coupon reinvested.")
        .reference(
            "F. J. Fabozzi, Fixed Income Mathematics (2006), chapter 7; J. C. Hull, Options,"
                + " Futures and Other Derivatives, 8th ed., section 6.1")
        .example(
            "Microsoft Excel, examples of TBILLPRICE and TBILLYIELD",
            "{\"settlement\":\"2008-03-31\",\"maturity\":\"2008-06-01\",\"discountRate\":0.09}",
            "{\"price\":98.45,\"moneyMarketYield\":0.0914}")
        .computes(BillFunction::compute);
  }
}
