package io.ratel.exchange;

import io.ratel.exchange.command.Command;

/**
 * The way in: sends a command to the exchange that owns it and waits for the durable answer. Safe
 * for any number of threads; meant for virtual ones.
 */
public interface OrderEntry {
  /**
   * @return the answer, which may be a refusal
   * @throws ExchangeUnavailableException when no answer came: the effect is unknown, and the same
   *     command with the same key may be sent again
   * @throws IllegalArgumentException when the command cannot be put on the wire (a key of more than
   *     36 characters, a character that is not ASCII)
   */
  Reply submit(Command command);
}
