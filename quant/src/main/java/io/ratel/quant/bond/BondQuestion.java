package io.ratel.quant.bond;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.date.Calendars;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Roll;
import io.ratel.quant.rate.date.StubRule;
import java.time.LocalDate;
import java.util.Optional;

/** A bond of fixed coupons with its yield or its price: each tells the other. */
record BondQuestion(
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
    @Argument(
            "The day from which interest runs; without it, as many whole periods before the"
                + " maturity as reach the settlement.")
        Optional<LocalDate> issue,
    @Argument("The day of redemption.") LocalDate maturity,
    @Argument("The day on which the bond is paid for; one before the issue is taken to be it.")
        LocalDate settlement,
    @Argument(
            value = "The day count of the coupons: " + DayCount.LISTED + ".",
            preset = "act/act-icma")
        String dayCount,
    @Argument("The day count of the yield; that of the coupons when left out.")
        Optional<String> yieldDayCount,
    @Argument(value = "The yield; or else the clean or the dirty price.", unit = "per year")
        Optional<Double> yield,
    @Argument(value = "The price without accrued interest.", unit = "per 100", above = 0)
        Optional<Double> clean,
    @Argument(value = "The price with accrued interest.", unit = "per 100", above = 0)
        Optional<Double> dirty,
    @Argument(
            value =
                "How the yield is compounded: compounded (as often as there are coupons),"
                    + " simple-then-compounded, "
                    + Compounding.LISTED
                    + ".",
            preset = "compounded")
        String compounding,
    @Argument(
            value =
                "How a coupon is reckoned: simple (coupon·years) or annual ((1+coupon)^years−1).",
            preset = "simple")
        String couponCompounding,
    @Argument(value = "What is redeemed.", unit = "per 100", min = 0, preset = "100")
        double redemption,
    @Argument(value = "The face value for bpv.", unit = "money", above = 0, preset = "100")
        double notional,
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

  BondQuestion {
    int given =
        (yield.isPresent() ? 1 : 0) + (clean.isPresent() ? 1 : 0) + (dirty.isPresent() ? 1 : 0);
    if (given != 1) {
      throw new InvalidArgumentException(
          "yield",
          yield.map(Object::toString).orElse(""),
          "must be given, or clean, or dirty: one of the three");
    }
  }

  BondTerms terms() {
    return new BondTerms(
        coupons.orElse(new double[] {coupon}),
        frequency,
        issue,
        maturity,
        settlement,
        dayCount,
        couponCompounding,
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

  DayCount yields() {
    return yieldDayCount
        .map(name -> DayCount.ofBond("yieldDayCount", name))
        .orElseGet(() -> DayCount.ofBond("dayCount", dayCount));
  }

  Compounding compounded() {
    return Compounding.named("compounding", compounding, Math.max(1, frequency));
  }
}
