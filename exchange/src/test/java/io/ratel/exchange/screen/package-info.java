/**
 * The exchange as a trader's screen shows it: a market with makers on it, orders that are sent, and
 * the story of what became of them.
 */
@NullMarked
package io.ratel.exchange.screen;

import org.jspecify.annotations.NullMarked;
