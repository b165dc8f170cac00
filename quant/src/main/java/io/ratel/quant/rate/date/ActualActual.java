package io.ratel.quant.rate.date;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Month;

/**
 * Years between two dates by their actual days and the actual lengths of years or coupon periods:
 * ISDA, EMU and Market Conventions: Recent Developments (1998), and ICMA rule 251. In every method
 * {@code from} is not after {@code to}.
 */
final class ActualActual {
  private ActualActual() {}

  /** Days of each calendar year over that year's length; ISDA (2006), 4.16 (b). */
  static double isda(LocalDate from, LocalDate to) {
    if (from.getYear() == to.getYear()) {
      return DAYS.between(from, to) / (double) from.lengthOfYear();
    }
    LocalDate second = LocalDate.of(from.getYear() + 1, 1, 1);
    LocalDate last = LocalDate.of(to.getYear(), 1, 1);
    return DAYS.between(from, second) / (double) from.lengthOfYear()
        + (to.getYear() - from.getYear() - 1)
        + DAYS.between(last, to) / (double) to.lengthOfYear();
  }

  /**
   * Days over those of the coupon period times the frequency; a stub longer than a period is cut
   * into regular ones, backward from the reference's start or forward from its end.
   */
  static double icma(LocalDate from, LocalDate to, Reference reference) {
    if (from.equals(to)) {
      return 0;
    }
    LocalDate start = reference.start();
    LocalDate end = reference.end();
    long months = reference.frequency() > 0 ? 12 / reference.frequency() : months(start, end);
    if (months == 0) {
      start = from;
      end = from.plusYears(1);
      months = 12;
    }
    boolean whole = end.minusMonths(months).equals(start);
    double years = 0;
    LocalDate head = start;
    for (int back = 1; from.isBefore(head); back++) {
      LocalDate earlier =
          whole ? end.minusMonths((back + 1) * months) : start.minusMonths(back * months);
      years += share(from, to, earlier, head, months);
      head = earlier;
    }
    years += share(from, to, start, end, months);
    LocalDate tail = end;
    for (int ahead = 1; to.isAfter(tail); ahead++) {
      LocalDate later = end.plusMonths(ahead * months);
      years += share(from, to, tail, later, months);
      tail = later;
    }
    return years;
  }

  /** Whole months that a regular period of so many days has. */
  private static long months(LocalDate start, LocalDate end) {
    return Math.round(12.0 * DAYS.between(start, end) / 365);
  }

  /** The part of a quasi-coupon period that lies between two dates, in years. */
  private static double share(
      LocalDate from, LocalDate to, LocalDate start, LocalDate end, long months) {
    LocalDate first = from.isAfter(start) ? from : start;
    LocalDate last = to.isBefore(end) ? to : end;
    return first.isBefore(last)
        ? months / 12.0 * DAYS.between(first, last) / DAYS.between(start, end)
        : 0;
  }

  /**
   * Whole years counted back from the end, to 29 February rather than the 28th, then days over 366
   * if they hold a 29 February, else 365; Association Française des Banques (1994).
   */
  static double afb(LocalDate from, LocalDate to) {
    int years = 0;
    LocalDate rest = to;
    while (true) {
      LocalDate earlier = to.minusYears(years + 1L);
      if (earlier.isLeapYear()
          && earlier.getMonth() == Month.FEBRUARY
          && earlier.getDayOfMonth() == 28) {
        earlier = earlier.plusDays(1);
      }
      if (earlier.isBefore(from)) {
        break;
      }
      years++;
      rest = earlier;
    }
    boolean leap = leapDays(from, rest.minusDays(1)) > 0;
    return years + DAYS.between(from, rest) / (leap ? 366.0 : 365.0);
  }

  /** How many 29 Februaries there are from one date to another, both included. */
  static long leapDays(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return 0;
    }
    long years = leapYears(to.getYear()) - leapYears(from.getYear() - 1L);
    if (from.isLeapYear() && from.isAfter(LocalDate.of(from.getYear(), 2, 29))) {
      years--;
    }
    if (to.isLeapYear() && to.isBefore(LocalDate.of(to.getYear(), 2, 29))) {
      years--;
    }
    return years;
  }

  private static long leapYears(long upTo) {
    return Math.floorDiv(upTo, 4L) - Math.floorDiv(upTo, 100L) + Math.floorDiv(upTo, 400L);
  }

  /**
   * Days over 366 or 365: with annual coupons by whether a 29 February lies in the period, with
   * others by whether the period ends in a leap year; 2006 ISDA Definitions as amended, Act/365L.
   */
  static double sterling(LocalDate from, LocalDate to, Reference reference) {
    boolean annual =
        reference.frequency() == 1
            || (reference.frequency() == 0 && months(reference.start(), reference.end()) >= 12);
    boolean leap =
        annual
            ? leapDays(reference.start().plusDays(1), reference.end()) > 0
            : reference.end().isLeapYear();
    return DAYS.between(from, to) / (leap ? 366.0 : 365.0);
  }

  /**
   * Days over 365, but a whole coupon less what is left of it where more than its share has passed;
   * Canadian bonds, IIAC, Canadian Conventions in Fixed Income Markets (2007).
   */
  static double canadian(LocalDate from, LocalDate to, Reference reference) {
    long months =
        reference.frequency() > 0
            ? 12 / reference.frequency()
            : Math.max(1, months(reference.start(), reference.end()));
    double days = DAYS.between(from, to);
    if (days < 365 * months / 12.0) {
      return days / 365;
    }
    double left = DAYS.between(reference.start(), reference.end()) - days;
    return months / 12.0 - left / 365;
  }
}
