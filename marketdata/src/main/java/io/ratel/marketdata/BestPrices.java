package io.ratel.marketdata;

import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quote of a market as numbers, made a record when somebody asks. One thread at a time. */
final class BestPrices {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private @Nullable Market market; // null while there is no quote
  private long bid;
  private long bidQuantity;
  private long ask;
  private long askQuantity;
  private long exchangeTimeNs;
  private long localTimeNs;

  /** Whether it is another quote than before, times apart. */
  boolean set(Quote quote) {
    return set(
        quote.market(),
        quote.bid(),
        quote.bidQuantity(),
        quote.ask(),
        quote.askQuantity(),
        quote.exchangeTimeNs(),
        quote.localTimeNs());
  }

  /** As {@link #set(Quote)}. */
  boolean set(
      Market of,
      long newBid,
      long newBidQuantity,
      long newAsk,
      long newAskQuantity,
      long newExchangeTimeNs,
      long newLocalTimeNs) {
    boolean changed =
        bid != newBid
            || bidQuantity != newBidQuantity
            || ask != newAsk
            || askQuantity != newAskQuantity
            || (market != of && !of.equals(market));
    market = of;
    bid = newBid;
    bidQuantity = newBidQuantity;
    ask = newAsk;
    askQuantity = newAskQuantity;
    exchangeTimeNs = newExchangeTimeNs;
    localTimeNs = newLocalTimeNs;
    return changed;
  }

  void clear() {
    market = null;
  }

  Optional<Quote> quote() {
    Market of = market;
    return of == null
        ? Optional.empty()
        : Optional.of(
            new Quote(of, bid, bidQuantity, ask, askQuantity, exchangeTimeNs, localTimeNs));
  }

  /** Whether it is known, not crossed, and not older than that. */
  boolean isGood(long nowNs, long staleAfterNs) {
    boolean crossed = bid != 0 && ask != 0 && bid >= ask;
    return market != null && !crossed && !isOld(nowNs, staleAfterNs);
  }

  /** Whether it is known and older than that. */
  boolean isOld(long nowNs, long staleAfterNs) {
    return market != null && nowNs - localTimeNs > staleAfterNs;
  }

  /** Exactly between bid and ask; empty when one is missing. */
  Optional<BigDecimal> middle() {
    Market of = market;
    if (of == null || bidQuantity == 0 || askQuantity == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(bid, of.priceScale())
            .add(BigDecimal.valueOf(ask, of.priceScale()))
            .multiply(HALF));
  }
}
