package io.ratel.exchange.trigger;

import io.ratel.exchange.order.OrderTerms;

/** Hears what a move of the market did to waiting orders. */
public interface FiredHandler {
  /**
   * An order has been set off and is no longer among those that wait.
   *
   * @param terms filled anew for the next one; the trigger is the one that was reached
   */
  void onFired(OrderTerms terms);

  /** The trigger of a trailing stop that still waits has followed the market. */
  void onTrigger(long id, long trigger);
}
