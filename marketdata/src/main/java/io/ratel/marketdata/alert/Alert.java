package io.ratel.marketdata.alert;

import io.ratel.marketdata.rule.Rule;
import io.ratel.model.instrument.Symbol;
import java.util.OptionalLong;

/**
 * A user's rule on a market.
 *
 * @param id 0 before it is kept
 * @param name the user's word for it
 * @param lastNs by the market's time, when it fired last since it was made or changed
 */
public record Alert(
    long id,
    long userId,
    String name,
    Symbol symbol,
    Rule rule,
    State state,
    long createdNs,
    OptionalLong lastNs) {
  /** What becomes of an alert. */
  public enum State {
    ACTIVE,
    PAUSED,
    /** It fired, and was to fire once; or it expired. */
    ENDED
  }

  /** The same with another state. */
  public Alert in(State other) {
    return new Alert(id, userId, name, symbol, rule, other, createdNs, lastNs);
  }

  /** The same with a number. */
  public Alert numbered(long number) {
    return new Alert(number, userId, name, symbol, rule, state, createdNs, lastNs);
  }
}
