package io.ratel.marketdata.series;

/** The store of series cannot be used now: its disk, its network or its server is at fault. */
public final class AnalyticsStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AnalyticsStoreException(String message) {
    super(message);
  }

  public AnalyticsStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
