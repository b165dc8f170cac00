package io.ratel.marketdata.history;

/** What is asked for is older than what is kept. */
public final class MomentNotRetainedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long oldestNs;

  public MomentNotRetainedException(long oldestNs) {
    super("older than what is kept", null, false, false);
    this.oldestNs = oldestNs;
  }

  /** The oldest moment that is kept. */
  public long oldestNs() {
    return oldestNs;
  }
}
