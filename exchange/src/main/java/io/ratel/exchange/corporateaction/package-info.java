/**
 * What a company's decisions do to holdings and orders, as arithmetic alone: who holds what, and
 * where cash comes from, is decided elsewhere. Lots stay whole: a fraction that a ratio leaves is
 * cut off and paid out. Nothing is lost: what a holding had cost is still in its cost, in another
 * holding's, or in what the fraction realized.
 */
@NullMarked
package io.ratel.exchange.corporateaction;

import org.jspecify.annotations.NullMarked;
