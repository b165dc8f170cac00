package io.ratel.quant.bond;

import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.rate.Compounding;
import io.ratel.quant.rate.date.Calendars;
import io.ratel.quant.rate.date.CouponPeriod;
import io.ratel.quant.rate.date.Dates;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Roll;
import io.ratel.quant.rate.date.Schedule;
import io.ratel.quant.rate.date.StubRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The terms of a bond as they are asked, with their names not yet looked up. */
record BondTerms(
    double[] coupons,
    int frequency,
    Optional<LocalDate> issue,
    LocalDate maturity,
    LocalDate settlement,
    String dayCount,
    String couponCompounding,
    double redemption,
    String calendar,
    Roll roll,
    StubRule rule,
    boolean endOfMonth,
    Optional<LocalDate> firstCoupon,
    Optional<LocalDate> penultimateCoupon,
    int exCouponDays,
    String exCouponCalendar) {

  /**
   * @throws InvalidArgumentException when the terms do not go together
   */
  Bond bond() {
    Dates.within("maturity", maturity);
    Dates.within("settlement", settlement);
    issue.ifPresent(date -> Dates.within("issue", date));
    Dates.inOrder(settlement, "maturity", maturity, "the settlement");
    HolidayCalendar holidays = Calendars.named("calendar", calendar);
    LocalDate start = issue.orElseGet(this::wholePeriods);
    List<CouponPeriod> periods = frequency == 0 ? List.of() : periods(start, holidays);
    double[] rates = Arrays.copyOf(coupons, periods.size());
    if (rates.length > coupons.length) {
      Arrays.fill(rates, coupons.length, rates.length, coupons[coupons.length - 1]);
    }
    if (frequency == 0 && coupons[0] > 0) {
      throw new InvalidArgumentException(
          "frequency", "0", "must be at least 1 for a bond with coupons");
    }
    return new Bond(
        start,
        maturity,
        periods,
        rates,
        compoundedCoupon(),
        frequency,
        DayCount.ofBond("dayCount", dayCount),
        redemption,
        roll.rolled(maturity, holidays),
        exCouponDays,
        Calendars.named("exCouponCalendar", exCouponCalendar));
  }

  /** When the bond is paid for: not before it is issued. */
  LocalDate settles() {
    return issue.filter(settlement::isBefore).orElse(settlement);
  }

  private boolean compoundedCoupon() {
    Compounding named = Compounding.named("couponCompounding", couponCompounding, 0);
    if (named.equals(Compounding.SIMPLE) || named.equals(Compounding.ANNUAL)) {
      return named.equals(Compounding.ANNUAL);
    }
    throw new InvalidArgumentException(
        "couponCompounding", couponCompounding, "must be simple or annual");
  }

  private LocalDate wholePeriods() {
    int months = frequency == 0 ? 12 : Schedule.months("frequency", frequency);
    LocalDate start = maturity;
    for (int i = 1; start.isAfter(settlement); i++) {
      start = maturity.minusMonths((long) i * months);
    }
    return start;
  }

  private List<CouponPeriod> periods(LocalDate start, HolidayCalendar holidays) {
    return new Schedule(
            start,
            maturity,
            Schedule.months("frequency", frequency),
            rule,
            endOfMonth,
            firstCoupon,
            penultimateCoupon)
        .periods(holidays, Roll.UNADJUSTED, roll);
  }
}
