package io.ratel.quant.bond;

import io.ratel.quant.rate.date.CouponPeriod;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A payment of a bond, per 100 of face value.
 *
 * @param date when it is paid
 * @param period whose interest it is; empty of the redemption
 */
record Flow(LocalDate date, double amount, Optional<CouponPeriod> period) {}
