/**
 * Books from absolute levels. {@link io.ratel.marketdata.book.Sequencer} decides whether a change
 * follows the one before it, {@link io.ratel.marketdata.book.BookBuilder} keeps the levels and
 * shows them only while they are beyond doubt.
 */
@NullMarked
package io.ratel.marketdata.book;

import org.jspecify.annotations.NullMarked;
