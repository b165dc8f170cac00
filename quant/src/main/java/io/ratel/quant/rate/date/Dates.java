package io.ratel.quant.rate.date;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.time.LocalDate;

/** Bounds on dates, so that what is computed from them is bounded too. */
public final class Dates {
  private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2299, 12, 31);

  private Dates() {}

  /**
   * @throws InvalidArgumentException when it is too far from our time
   */
  public static void within(String field, LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new InvalidArgumentException(
          field, date.toString(), "must be from " + FIRST + " to " + LAST);
    }
  }

  /**
   * @throws InvalidArgumentException when the first is not before the second
   */
  public static void inOrder(LocalDate first, String field, LocalDate second, String before) {
    if (!first.isBefore(second)) {
      throw new InvalidArgumentException(
          field, second.toString(), "must be after " + before + ", " + first);
    }
  }
}
