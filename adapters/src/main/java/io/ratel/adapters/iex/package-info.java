/** Quotes in the shape of IEX Cloud's {@code /stock/{symbol}/quote}, which others offer too. */
@NullMarked
package io.ratel.adapters.iex;

import org.jspecify.annotations.NullMarked;
