package io.ratel.marketdata.rule;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.OptionalLong;

/**
 * A condition, and when it counts.
 *
 * @param cooldownMs how long after it fired it fires no more; what comes meanwhile is not made up
 *     for
 * @param expiresNs from this time on it does not fire; nanoseconds since 1970 UTC
 */
public record Rule(Condition condition, Repeat repeat, long cooldownMs, OptionalLong expiresNs) {
  public Rule {
    if (cooldownMs < 0 || cooldownMs > Condition.MAX_WITHIN_MS) {
      throw new InvalidArgumentException(
          "cooldownMs", Long.toString(cooldownMs), "must be 0 to " + Condition.MAX_WITHIN_MS);
    }
  }
}
