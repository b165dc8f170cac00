package io.ratel.quant.rate.date;

import java.time.LocalDate;
import java.time.Month;

/**
 * Days between two dates when every month has thirty: 2006 ISDA Definitions, section 4.16 (f) to
 * (h), and for the American rule J. J. Lynch and J. H. Mayle, Standard Securities Calculation
 * Methods (1986), with its rule for the end of February.
 */
final class Thirty {
  private Thirty() {}

  private static long days(LocalDate from, int first, LocalDate to, int last) {
    return 360L * (to.getYear() - from.getYear())
        + 30L * (to.getMonthValue() - from.getMonthValue())
        + (last - first);
  }

  private static boolean endsFebruary(LocalDate date) {
    return date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == date.lengthOfMonth();
  }

  /** The 31st becomes the 30th; at the end only if the beginning is the 30th too. */
  static long bondBasis(LocalDate from, LocalDate to) {
    int first = Math.min(30, from.getDayOfMonth());
    int last = to.getDayOfMonth();
    return days(from, first, to, last == 31 && first == 30 ? 30 : last);
  }

  /** The 31st becomes the 30th. */
  static long eurobond(LocalDate from, LocalDate to) {
    return days(from, Math.min(30, from.getDayOfMonth()), to, Math.min(30, to.getDayOfMonth()));
  }

  /** The 31st becomes the 30th at the beginning, the first of the next month at the end. */
  static long eurobondPlus(LocalDate from, LocalDate to) {
    LocalDate last = to.getDayOfMonth() == 31 ? to.plusDays(1) : to;
    return days(from, Math.min(30, from.getDayOfMonth()), last, last.getDayOfMonth());
  }

  /** The last day of February counts as the 30th: at the end, only if it does at the beginning. */
  static long american(LocalDate from, LocalDate to) {
    int first = endsFebruary(from) ? 30 : Math.min(30, from.getDayOfMonth());
    int last = to.getDayOfMonth();
    if (endsFebruary(from) && endsFebruary(to) || last == 31 && first == 30) {
      last = 30;
    }
    return days(from, first, to, last);
  }

  /** The last day of any month counts as the 30th, but for the termination date in February. */
  static long isda(LocalDate from, LocalDate to, LocalDate termination) {
    int first = endsFebruary(from) ? 30 : Math.min(30, from.getDayOfMonth());
    boolean thirty = endsFebruary(to) && !to.equals(termination);
    return days(from, first, to, thirty ? 30 : Math.min(30, to.getDayOfMonth()));
  }
}
