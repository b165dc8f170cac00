/**
 * What readers have made of the events: the tables that accounts look at. The ports are implemented
 * by the projection, which may lag the exchange by a flush; {@link
 * io.ratel.exchange.view.Projection} says how far it is.
 */
@NullMarked
package io.ratel.exchange.view;

import org.jspecify.annotations.NullMarked;
