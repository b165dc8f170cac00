package io.ratel.exchange;

/** The log did not answer in time; whether the command took effect is unknown. */
public final class ExchangeUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExchangeUnavailableException(String message) {
    super(message);
  }

  public ExchangeUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
