/**
 * What markets tell beyond their prices: how far a quote or a book can be relied on, when a book
 * was not known, and what a pair costs over all the venues that trade it.
 */
@NullMarked
package io.ratel.gateway.market;

import org.jspecify.annotations.NullMarked;
