package io.ratel.quant.rate.date;

import java.time.LocalDate;

/**
 * One period of interest.
 *
 * @param start when interest begins
 * @param end when it ends
 * @param referenceStart of the regular period by which a stub is measured, else the start
 * @param referenceEnd of it
 * @param payment when it is paid
 */
public record CouponPeriod(
    LocalDate start,
    LocalDate end,
    LocalDate referenceStart,
    LocalDate referenceEnd,
    LocalDate payment) {}
