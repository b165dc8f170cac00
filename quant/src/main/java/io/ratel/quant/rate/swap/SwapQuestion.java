package io.ratel.quant.rate.swap;

import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.rate.curve.CurveQuestion;
import io.ratel.quant.rate.date.Calendars;
import io.ratel.quant.rate.date.Dates;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Roll;
import io.ratel.quant.rate.date.Schedule;
import io.ratel.quant.rate.date.StubRule;
import java.time.LocalDate;
import java.util.Optional;

/** A swap of fixed for floating interest in one currency. */
record SwapQuestion(
    @Argument(value = "The fixed rate.", unit = "per year", above = -1, max = 10) double fixedRate,
    @Argument("The day from which interest runs.") LocalDate start,
    @Argument("The day until which it runs.") LocalDate maturity,
    @Argument("The day of the curve's time 0; the start when left out.")
        Optional<LocalDate> valuation,
    @Argument("The curve that discounts.") CurveQuestion curve,
    @Argument("The curve that projects the floating rate; the one that discounts when left out.")
        Optional<CurveQuestion> projection,
    @Argument(
            value = "Fixed payments per year: 1, 2, 3, 4, 6 or 12.",
            min = 1,
            max = 12,
            preset = "2")
        int fixedFrequency,
    @Argument(
            value = "Floating payments per year: 1, 2, 3, 4, 6 or 12.",
            min = 1,
            max = 12,
            preset = "4")
        int floatingFrequency,
    @Argument(value = "The fixed side's day count: " + DayCount.LISTED + ".", preset = "30/360")
        String fixedDayCount,
    @Argument(value = "The floating side's day count.", preset = "act/360") String floatingDayCount,
    @Argument(
            value = "What is paid on top of the floating rate.",
            unit = "per year",
            min = -1,
            max = 1,
            preset = "0")
        double spread,
    @Argument(
            value = "The floating rate of a period that began before the valuation.",
            unit = "per year",
            above = -1,
            max = 10)
        Optional<Double> fixing,
    @Argument(value = "Who pays the fixed rate.", preset = "payer") Side side,
    @Argument(value = "The notional.", unit = "money", above = 0, preset = "100") double notional,
    @Argument(value = "Whose holidays are avoided: " + Calendars.LISTED + ".", preset = "none")
        String calendar,
    @Argument(value = "Where a date goes from a holiday.", preset = "modifiedFollowing") Roll roll,
    @Argument(
            value = "Whether the fixed side's periods are rolled too, not its payments alone.",
            preset = "false")
        boolean fixedAdjusted,
    @Argument(value = "From which end the periods are counted.", preset = "forward")
        StubRule rule) {
  SwapQuestion {
    Dates.within("start", start);
    Dates.within("maturity", maturity);
    valuation.ifPresent(date -> Dates.within("valuation", date));
    Dates.inOrder(valuation.orElse(start), "maturity", maturity, "the valuation");
    if (projection.isPresent() && !projection.get().dayCount().equals(curve.dayCount())) {
      throw new InvalidArgumentException(
          "projection.dayCount",
          projection.get().dayCount(),
          "must be the discounting curve's, " + curve.dayCount());
    }
  }

  Leg fixed() {
    return leg(
        "fixedFrequency",
        fixedFrequency,
        DayCount.named("fixedDayCount", fixedDayCount),
        fixedAdjusted ? roll : Roll.UNADJUSTED);
  }

  Leg floating() {
    Leg leg =
        leg(
            "floatingFrequency",
            floatingFrequency,
            DayCount.named("floatingDayCount", floatingDayCount),
            roll);
    if (leg.starts()[0] < 0 && fixing.isEmpty()) {
      throw new InvalidArgumentException(
          "fixing", "", "must be given for a floating period that has begun");
    }
    return leg;
  }

  private Leg leg(String field, int frequency, DayCount dayCount, Roll accrual) {
    HolidayCalendar holidays = Calendars.named("calendar", calendar);
    Schedule schedule =
        new Schedule(
            start,
            maturity,
            Schedule.months(field, frequency),
            rule,
            false,
            Optional.empty(),
            Optional.empty());
    return Leg.of(
        schedule.periods(holidays, accrual, roll),
        frequency,
        maturity,
        dayCount,
        valuation.orElse(start),
        curve.counted());
  }
}
