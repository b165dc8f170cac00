package io.ratel.quant.rate.date;

import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The periods of a contract that pays several times a year.
 *
 * @param months of a regular period
 * @param endOfMonth whether periods counted from a month's last day end on last days
 * @param first when the first period ends, where that is irregular
 * @param penultimate when the last period begins, where that is irregular
 */
public record Schedule(
    LocalDate start,
    LocalDate end,
    int months,
    StubRule rule,
    boolean endOfMonth,
    Optional<LocalDate> first,
    Optional<LocalDate> penultimate) {
  private static final int MOST_PERIODS = 2_400;

  public Schedule {
    Dates.inOrder(start, "maturity", end, "the start");
    first.ifPresent(date -> between(start, "firstCoupon", date, end));
    penultimate.ifPresent(date -> between(first.orElse(start), "penultimateCoupon", date, end));
    if ((end.toEpochDay() - start.toEpochDay()) / (28L * months) > MOST_PERIODS) {
      throw new InvalidArgumentException(
          "maturity", end.toString(), "must leave at most " + MOST_PERIODS + " periods");
    }
  }

  private static void between(LocalDate low, String field, LocalDate date, LocalDate high) {
    if (date.isBefore(low) || date.isAfter(high)) {
      throw new InvalidArgumentException(
          field, date.toString(), "must be from " + low + " to " + high);
    }
  }

  /**
   * How many months a period has.
   *
   * @throws InvalidArgumentException when a year cannot be cut into so many periods
   */
  public static int months(String field, int frequency) {
    if (frequency < 1 || frequency > 12 || 12 % frequency != 0) {
      throw new InvalidArgumentException(
          field, Integer.toString(frequency), "must be 1, 2, 3, 4, 6 or 12");
    }
    return 12 / frequency;
  }

  /** A date some periods from another. */
  private LocalDate moved(LocalDate from, int periods) {
    LocalDate date = from.plusMonths((long) periods * months);
    boolean last = endOfMonth && from.getDayOfMonth() == from.lengthOfMonth();
    return last ? date.withDayOfMonth(date.lengthOfMonth()) : date;
  }

  /** The days on which periods begin and end, unadjusted, in order. */
  List<LocalDate> dates() {
    LocalDate low = first.orElse(start);
    LocalDate high = penultimate.orElse(end);
    List<LocalDate> dates = new ArrayList<>();
    dates.add(start);
    if (rule == StubRule.BACKWARD) {
      List<LocalDate> grid = new ArrayList<>();
      for (int i = 0; moved(high, -i).isAfter(low); i++) {
        grid.add(moved(high, -i));
      }
      add(dates, low);
      grid.reversed().forEach(date -> add(dates, date));
    } else {
      for (int i = 0; moved(low, i).isBefore(high); i++) {
        add(dates, moved(low, i));
      }
      add(dates, high);
    }
    add(dates, end);
    return dates;
  }

  private static void add(List<LocalDate> dates, LocalDate date) {
    if (date.isAfter(dates.getLast())) {
      dates.add(date);
    }
  }

  /**
   * The periods, in order.
   *
   * @param calendar whose holidays are avoided
   * @param accrual where the days between periods go from holidays
   * @param payment where payments go
   */
  public List<CouponPeriod> periods(HolidayCalendar calendar, Roll accrual, Roll payment) {
    List<LocalDate> dates = dates();
    List<CouponPeriod> periods = new ArrayList<>();
    for (int i = 1; i < dates.size(); i++) {
      LocalDate from = dates.get(i - 1);
      LocalDate to = dates.get(i);
      LocalDate referenceStart = from;
      LocalDate referenceEnd = to;
      if (!regular(from, to)) {
        if (i == 1) {
          referenceStart = moved(to, -1);
        } else {
          referenceEnd = moved(from, 1);
        }
      }
      periods.add(
          new CouponPeriod(
              accrual.rolled(from, calendar),
              accrual.rolled(to, calendar),
              accrual.rolled(referenceStart, calendar),
              accrual.rolled(referenceEnd, calendar),
              payment.rolled(to, calendar)));
    }
    return periods;
  }

  private boolean regular(LocalDate from, LocalDate to) {
    return moved(from, 1).equals(to) || moved(to, -1).equals(from);
  }
}
