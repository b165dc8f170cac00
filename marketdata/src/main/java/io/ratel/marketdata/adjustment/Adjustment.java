package io.ratel.marketdata.adjustment;

/** What is taken out of a share's past prices. */
public enum Adjustment {
  /** Nothing: as it traded. */
  NONE,
  /** Splits. */
  SPLIT,
  /** Splits and dividends. */
  TOTAL
}
