package io.ratel.marketdata.snapshot;

import java.util.Locale;

/** What a sample is the sum or the mean over, which is the source of its series. */
public enum Binning {
  /** One market of one venue; the subject is its symbol. */
  MARKET,
  /** All markets and holdings of an asset; the subject is its code. */
  ASSET,
  /** One feed; the subject is its name. */
  VENUE,
  /** One account; the subject is its number. */
  ACCOUNT;

  /** The source in a series' name: {@code market}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
