/**
 * Bonds: what a yield, a curve or a price says about each other, and what a change of one does.
 * Prices are per 100 of face value, coupons and yields fractions per year.
 */
@NullMarked
package io.ratel.quant.bond;

import org.jspecify.annotations.NullMarked;
