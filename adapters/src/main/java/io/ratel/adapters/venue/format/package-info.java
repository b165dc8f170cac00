/**
 * What several venues' formats share: pairs written in one word, arrays of trades, and books in the
 * digits that a checksum is over.
 */
@NullMarked
package io.ratel.adapters.venue.format;

import org.jspecify.annotations.NullMarked;
