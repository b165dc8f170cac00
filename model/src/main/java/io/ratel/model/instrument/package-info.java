/** What is traded, under which symbol, and in which steps of price and quantity. */
@NullMarked
package io.ratel.model.instrument;

import org.jspecify.annotations.NullMarked;
