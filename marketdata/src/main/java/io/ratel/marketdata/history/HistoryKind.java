package io.ratel.marketdata.history;

import java.util.Locale;

/** What history is kept of a market. */
public enum HistoryKind {
  BARS,
  TRADES,
  QUOTES,
  BOOK;

  /** The name a client uses: {@code bars}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
