package io.ratel.marketdata.adjustment;

import java.util.Locale;

/** What is taken out of a share's past prices. */
public enum Adjustment {
  /** Nothing: as it traded. */
  NONE,
  /** Splits. */
  SPLIT,
  /** Splits and dividends. */
  TOTAL;

  /** The name a client uses: {@code split}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
