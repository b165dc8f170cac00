package io.ratel.marketdata.tick;

/** The store of ticks cannot be used now: its disk, its files or its process is at fault. */
public final class TickStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TickStoreException(String message) {
    super(message);
  }

  public TickStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
