package io.ratel.gateway.operation;

import java.util.Optional;

/**
 * Whether an operation is written to the audit log.
 *
 * @param watches the operation that shows what this one changes, asked before and after
 */
public record Audited(By mode, Optional<String> watches) {
  /** Who writes it, and when. */
  public enum By {
    NEVER,
    /** The door, when an operator does it. */
    DOOR,
    /** The operation, in the transaction of what it does. */
    ITSELF
  }

  static final Audited NEVER = new Audited(By.NEVER, Optional.empty());

  Audited by(By other) {
    return new Audited(other, watches);
  }

  Audited watching(String operation) {
    return new Audited(By.DOOR, Optional.of(operation));
  }

  /** Whether the door writes it when this one asks. */
  public boolean by(Caller caller) {
    return mode == By.DOOR && caller.isOperator();
  }
}
