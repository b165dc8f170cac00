/** The machine against a naive twin, published cases and its own invariants. */
package io.ratel.exchange;
