package io.ratel.quant.rate.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What some day counts need to know beside the two dates.
 *
 * @param start of the regular coupon period that the dates belong to
 * @param end of it
 * @param frequency coupons per year, 0 when it is to be told from the period's length
 * @param termination the last day of the contract
 * @param calendar whose business days are counted, where they are
 */
public record Reference(
    LocalDate start,
    LocalDate end,
    int frequency,
    Optional<LocalDate> termination,
    Optional<String> calendar) {
  /** A period that is its own reference. */
  public static Reference of(LocalDate start, LocalDate end) {
    return new Reference(start, end, 0, Optional.empty(), Optional.empty());
  }
}
