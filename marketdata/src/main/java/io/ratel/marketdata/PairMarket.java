package io.ratel.marketdata;

import io.ratel.marketdata.pair.Offer;
import io.ratel.marketdata.pair.PairSource;
import io.ratel.model.instrument.Symbol;

/** A market as its pair sees it. */
record PairMarket(Symbol symbol, MarketState state, long staleAfterNs) implements PairSource {
  @Override
  public long version() {
    return state.version();
  }

  @Override
  public Offer offer(long nowNs) {
    return state.offer(nowNs, staleAfterNs);
  }
}
