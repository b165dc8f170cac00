package io.ratel.exchange.reconciliation;

import io.ratel.exchange.Exchange;

/** The machine as it stood at past events, made again from the log. */
public interface ExchangeHistory {
  /**
   * An exchange of the caller's own that has just made an event. Commands are whole, so it stands
   * at a later event when that one was not its command's last, and at an earlier one when the log
   * does not go so far.
   */
  Exchange at(long sequence);
}
