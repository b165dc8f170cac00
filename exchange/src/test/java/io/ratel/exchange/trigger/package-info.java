/** Tests of the orders that wait: the heaps against a list that is searched each time. */
@NullMarked
package io.ratel.exchange.trigger;

import org.jspecify.annotations.NullMarked;
