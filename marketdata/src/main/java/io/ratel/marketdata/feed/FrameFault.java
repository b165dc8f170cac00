package io.ratel.marketdata.feed;

import java.util.Locale;

/** Why a frame, or a row of a file, was rejected. */
public enum FrameFault {
  TOO_LARGE,
  NOT_JSON,
  NOT_XML,
  NOT_A_ROW,
  UNKNOWN_TYPE,
  VENUE_ERROR,
  MISSING_FIELD,
  BAD_FIELD,
  BAD_SYMBOL,
  UNKNOWN_SYMBOL,
  BAD_NUMBER,
  NEGATIVE,
  DOES_NOT_FIT,
  BAD_TIME,
  BAD_CHECKSUM,
  OUT_OF_ORDER,
  TOO_MANY_SYMBOLS,
  SUSPICIOUS;

  /** The name a client sees: {@code not-json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
