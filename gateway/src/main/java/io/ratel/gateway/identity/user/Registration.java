package io.ratel.gateway.identity.user;

import java.util.function.LongConsumer;

/**
 * Whether people may join by themselves.
 *
 * @param isOpen as configured
 * @param firstAccount opens the first account of a new user at the exchange; may block
 */
public record Registration(boolean isOpen, LongConsumer firstAccount) {
  /** A user has come to be. */
  public void opened(long userId) {
    firstAccount.accept(userId);
  }
}
