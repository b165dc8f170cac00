package io.ratel.quant.bond;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.curve.CurveQuestion;
import io.ratel.quant.rate.date.Calendars;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Roll;
import io.ratel.quant.rate.date.StubRule;
import java.time.LocalDate;
import java.util.Optional;

/** A bond of fixed coupons with a curve, and a spread over it or a price. */
record CurveBondQuestion(
    @Argument(value = "The coupon.", unit = "per year", min = 0, max = 10, preset = "0")
        double coupon,
    @Argument(
            value = "Coupons of the periods where they differ; the last one stays.",
            unit = "per year",
            min = 0,
            max = 10,
            most = 2_400)
        Optional<double[]> coupons,
    @Argument(
            value = "Coupons per year: 1, 2, 3, 4, 6 or 12; 0 for none.",
            min = 0,
            max = 12,
            preset = "2")
        int frequency,
    @Argument("The day from which interest runs; see bonds/price.") Optional<LocalDate> issue,
    @Argument("The day of redemption.") LocalDate maturity,
    @Argument("The day on which the bond is paid for; one before the issue is taken to be it.")
        LocalDate settlement,
    @Argument(
            value = "The day count of the coupons: " + DayCount.LISTED + ".",
            preset = "act/act-icma")
        String dayCount,
    @Argument("The curve of interest.") CurveQuestion curve,
    @Argument("The day of the curve's time 0; the settlement when left out.")
        Optional<LocalDate> curveDate,
    @Argument(
            value = "What is added to every zero rate; found when a price is given.",
            unit = "per year",
            above = -1,
            max = 10)
        Optional<Double> spread,
    @Argument(value = "The price without accrued interest.", unit = "per 100", above = 0)
        Optional<Double> clean,
    @Argument(value = "The price with accrued interest.", unit = "per 100", above = 0)
        Optional<Double> dirty,
    @Argument(
            value =
                "How the zero rates are compounded that the spread is added to: compounded (as"
                    + " often as there are coupons), "
                    + Compounding.LISTED
                    + ".",
            preset = "continuous")
        String spreadCompounding,
    @Argument(value = "What is redeemed.", unit = "per 100", min = 0, preset = "100")
        double redemption,
    @Argument(value = "Whose holidays payments avoid: " + Calendars.LISTED + ".", preset = "none")
        String calendar,
    @Argument(value = "Where a payment goes from a holiday.", preset = "modifiedFollowing")
        Roll roll,
    @Argument(value = "From which end the periods are counted.", preset = "backward") StubRule rule,
    @Argument(value = "Whether periods from a month's last day end on last days.", preset = "false")
        boolean endOfMonth,
    @Argument("When the first coupon period ends, where it is odd.")
        Optional<LocalDate> firstCoupon,
    @Argument("When the last coupon period begins, where it is odd.")
        Optional<LocalDate> penultimateCoupon,
    @Argument(
            value = "How many days before its payment a coupon stays with the seller.",
            unit = "days",
            min = 0,
            max = 60,
            preset = "0")
        int exCouponDays,
    @Argument(value = "In whose business days that is counted; none: in days.", preset = "none")
        String exCouponCalendar) {

  CurveBondQuestion {
    int given =
        (spread.isPresent() ? 1 : 0) + (clean.isPresent() ? 1 : 0) + (dirty.isPresent() ? 1 : 0);
    if (given > 1) {
      throw new InvalidArgumentException(
          "spread",
          spread.map(Object::toString).orElse(""),
          "must be the only one given of spread, clean and dirty");
    }
    curveDate.ifPresent(
        date -> {
          if (date.isAfter(settlement)) {
            throw new InvalidArgumentException(
                "curveDate", date.toString(), "must not be after the settlement, " + settlement);
          }
        });
  }

  BondTerms terms() {
    return new BondTerms(
        coupons.orElse(new double[] {coupon}),
        frequency,
        issue,
        maturity,
        settlement,
        dayCount,
        "simple",
        redemption,
        calendar,
        roll,
        rule,
        endOfMonth,
        firstCoupon,
        penultimateCoupon,
        exCouponDays,
        exCouponCalendar);
  }

  Compounding spreads() {
    return Compounding.named("spreadCompounding", spreadCompounding, Math.max(1, frequency));
  }
}
