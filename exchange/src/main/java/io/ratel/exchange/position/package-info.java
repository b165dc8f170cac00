/**
 * What an account has bought and sold of an instrument and not closed yet. A {@link
 * io.ratel.exchange.position.Position} is made from fills alone: money that is moved in or out
 * changes balances, never positions.
 */
@NullMarked
package io.ratel.exchange.position;

import org.jspecify.annotations.NullMarked;
