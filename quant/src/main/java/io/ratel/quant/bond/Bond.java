package io.ratel.quant.bond;

import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.quant.rate.date.CouponPeriod;
import io.ratel.quant.rate.date.DayCount;
import io.ratel.quant.rate.date.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A bond of fixed coupons, per 100 of face value.
 *
 * @param periods of its coupons, in order; none of a bond that pays nothing before its end
 * @param coupons rate of each period, a fraction per year
 * @param compoundedCoupon whether a coupon is (1 + rate)^years − 1 instead of rate·years
 * @param frequency coupons per year, 0 where there are none
 * @param redemptionDate when it is redeemed, rolled off holidays
 * @param exCouponDays how long before its payment a coupon goes to the former holder
 * @param exCalendar in whose business days that is counted
 */
record Bond(
    LocalDate issue,
    LocalDate maturity,
    List<CouponPeriod> periods,
    double[] coupons,
    boolean compoundedCoupon,
    int frequency,
    DayCount dayCount,
    double redemption,
    LocalDate redemptionDate,
    int exCouponDays,
    HolidayCalendar exCalendar) {

  /** The same bond with a coupon of 100 % a year: its interest is the length of each period. */
  Bond ofUnitCoupon() {
    double[] units = new double[coupons.length];
    Arrays.fill(units, 1);
    return new Bond(
        issue,
        maturity,
        periods,
        units,
        false,
        frequency,
        dayCount,
        redemption,
        redemptionDate,
        exCouponDays,
        exCalendar);
  }

  private Reference reference(CouponPeriod period) {
    return new Reference(
        period.referenceStart(),
        period.referenceEnd(),
        frequency,
        Optional.of(maturity),
        Optional.empty());
  }

  private double interest(int i, LocalDate from, LocalDate to) {
    double years = dayCount.years(from, to, reference(periods.get(i)));
    return 100 * (compoundedCoupon ? Math.pow(1 + coupons[i], years) - 1 : coupons[i] * years);
  }

  /** The first period whose coupon is still to be paid, −1 when there is none. */
  private int current(LocalDate settlement) {
    for (int i = 0; i < periods.size(); i++) {
      if (periods.get(i).payment().isAfter(settlement)) {
        return i;
      }
    }
    return -1;
  }

  Optional<CouponPeriod> period(LocalDate settlement) {
    int current = current(settlement);
    return current < 0 ? Optional.empty() : Optional.of(periods.get(current));
  }

  private boolean exCoupon(CouponPeriod period, LocalDate settlement) {
    return exCouponDays > 0
        && !settlement.isBefore(exCalendar.shift(period.payment(), -exCouponDays));
  }

  /** Interest that a buyer owes the seller; negative while the next coupon is the seller's. */
  double accrued(LocalDate settlement) {
    int i = current(settlement);
    if (i < 0 || !settlement.isAfter(periods.get(i).start())) {
      return 0;
    }
    CouponPeriod period = periods.get(i);
    LocalDate until = settlement.isBefore(period.end()) ? settlement : period.end();
    return exCoupon(period, settlement)
        ? -interest(i, until, period.end())
        : interest(i, period.start(), until);
  }

  /** The days of the accrued interest, as the day count counts them. */
  long accruedDays(LocalDate settlement) {
    int i = current(settlement);
    if (i < 0 || !settlement.isAfter(periods.get(i).start())) {
      return 0;
    }
    CouponPeriod period = periods.get(i);
    LocalDate until = settlement.isBefore(period.end()) ? settlement : period.end();
    return exCoupon(period, settlement)
        ? -dayCount.days(until, period.end(), reference(period))
        : dayCount.days(period.start(), until, reference(period));
  }

  /** What a buyer is paid, in order; a coupon that is the seller's stays, with nothing to pay. */
  List<Flow> flows(LocalDate settlement) {
    List<Flow> flows = new ArrayList<>();
    int from = current(settlement);
    for (int i = from; i >= 0 && i < periods.size(); i++) {
      CouponPeriod period = periods.get(i);
      double amount = exCoupon(period, settlement) ? 0 : interest(i, period.start(), period.end());
      flows.add(new Flow(period.payment(), amount, Optional.of(period)));
    }
    flows.add(new Flow(redemptionDate, redemption, Optional.empty()));
    return flows;
  }

  /**
   * The times of the flows after settlement, each measured from the one before in its own coupon
   * period, as the street does; with a day count of plain days that is the time from settlement.
   */
  double[] years(List<Flow> flows, LocalDate settlement, DayCount yieldDayCount) {
    double[] years = new double[flows.size()];
    LocalDate last = settlement;
    double sum = 0;
    for (int i = 0; i < years.length; i++) {
      LocalDate date = flows.get(i).date();
      Optional<CouponPeriod> period = flows.get(i).period();
      if (period.isPresent()) {
        sum += step(period.get(), last, yieldDayCount);
      } else if (last.isBefore(date)) {
        LocalDate start = last.equals(settlement) ? date.minusYears(1) : last;
        sum +=
            yieldDayCount.years(
                last,
                date,
                new Reference(start, date, frequency, Optional.of(maturity), Optional.empty()));
      }
      years[i] = sum;
      last = date;
    }
    return years;
  }

  private double step(CouponPeriod period, LocalDate last, DayCount yieldDayCount) {
    Reference reference = reference(period);
    if (last.equals(period.start())) {
      return yieldDayCount.years(last, period.payment(), reference);
    }
    return yieldDayCount.years(period.start(), period.payment(), reference)
        - yieldDayCount.years(period.start(), last, reference);
  }
}
