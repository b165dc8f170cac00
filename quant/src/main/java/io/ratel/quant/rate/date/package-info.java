/**
 * What contracts mean by time: day counts, calendars of holidays, the rolling of dates off
 * holidays, and the periods of a coupon.
 */
@NullMarked
package io.ratel.quant.rate.date;

import org.jspecify.annotations.NullMarked;
