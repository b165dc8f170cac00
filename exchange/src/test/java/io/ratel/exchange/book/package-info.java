/** Tests of the book's structures. */
@NullMarked
package io.ratel.exchange.book;

import org.jspecify.annotations.NullMarked;
