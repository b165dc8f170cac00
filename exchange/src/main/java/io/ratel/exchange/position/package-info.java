/**
 * What an account has bought and sold of an instrument and not closed yet. It is made from fills
 * alone: money that is moved in or out changes balances, never positions. {@link
 * io.ratel.exchange.position.Positions} keeps the machine's, for either way of counting what a
 * closed part had cost, together with what resting orders could add to them; {@link
 * io.ratel.exchange.position.Position} is one position at average cost, for those who read events.
 */
@NullMarked
package io.ratel.exchange.position;

import org.jspecify.annotations.NullMarked;
