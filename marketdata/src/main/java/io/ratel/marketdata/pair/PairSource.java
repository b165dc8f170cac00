package io.ratel.marketdata.pair;

import io.ratel.model.instrument.Symbol;

/** A market as its pair sees it. Safe for any thread. */
public interface PairSource {
  Symbol symbol();

  /** Grows with every change. */
  long version();

  Offer offer(long nowNs);
}
