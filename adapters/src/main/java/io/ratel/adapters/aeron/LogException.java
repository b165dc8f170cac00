package io.ratel.adapters.aeron;

/** The log cannot be used: it is damaged, held by another process, or its engine did not start. */
public final class LogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogException(String message) {
    super(message);
  }

  public LogException(String message, Throwable cause) {
    super(message, cause);
  }
}
