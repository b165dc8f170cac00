/**
 * The figures of the exchange alone: one seeded stream of orders goes through our book and through
 * exchange-core's, by turns, on one thread; then through both with their accounts. The books that
 * come out must be the same on every level, or there is no figure.
 */
@NullMarked
package io.ratel.benchmarks.book;

import org.jspecify.annotations.NullMarked;
