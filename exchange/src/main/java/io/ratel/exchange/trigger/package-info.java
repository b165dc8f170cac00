/**
 * Orders that wait. A stop, an if-touched order and a trailing stop wait for a price, a child of a
 * linked group waits to be armed. They lie in one slab, are indexed by what would set them off, and
 * are handed back when the market has been there: what happens then is the machine's business.
 */
@NullMarked
package io.ratel.exchange.trigger;

import org.jspecify.annotations.NullMarked;
