package io.ratel.security.secret;

/**
 * A secret that cannot be kept or opened; the message names which and why, and shows none of it.
 */
public final class SecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Reason {
    /** There is no such secret. */
    UNKNOWN,
    /** The row was not made for this place: moved, renamed, replayed or damaged. */
    NOT_AUTHENTIC,
    /** The key that sealed it is retired, or was never here. */
    NO_KEY,
    /** The key has sealed as much as one key may. */
    KEY_WORN,
    /** Somebody else wrote meanwhile. */
    CONFLICT,
    /** A key or its file is not what it must be. */
    BAD_KEY
  }

  private final Reason reason;

  public SecretException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
