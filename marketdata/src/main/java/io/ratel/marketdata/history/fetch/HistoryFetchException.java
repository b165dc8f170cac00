package io.ratel.marketdata.history.fetch;

/** A venue does not give what was asked for, or it is not wanted any more. */
public final class HistoryFetchException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param why in words for who asked
   */
  public HistoryFetchException(String why) {
    super(why, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
