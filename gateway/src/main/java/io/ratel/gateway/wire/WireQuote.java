package io.ratel.gateway.wire;

import io.ratel.gateway.market.Quality;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Best bid and ask; a side that is missing or unknown is null, and so is a quantity that the venue
 * does not tell.
 *
 * @param state whether it can be relied on
 */
public record WireQuote(
    String symbol,
    @Nullable Decimal bid,
    @Nullable Decimal bidQuantity,
    @Nullable Decimal ask,
    @Nullable Decimal askQuantity,
    @Nullable Instant time,
    String source,
    @Nullable Long ageMs,
    Quality state) {
  /**
   * @param staleAfterNs how old it may be, see MarketViews
   */
  public static WireQuote of(
      Symbol symbol, Optional<Quote> quote, long staleAfterNs, InstantSource clock) {
    String source = WireBook.source(symbol);
    if (quote.isEmpty()) {
      return new WireQuote(
          symbol.text(), null, null, null, null, null, source, null, Quality.UNKNOWN);
    }
    Quote known = quote.get();
    Market market = known.market();
    boolean bid = known.bid() != 0 || known.bidQuantity() != 0;
    boolean ask = known.ask() != 0 || known.askQuantity() != 0;
    return new WireQuote(
        symbol.text(),
        bid ? new Decimal(market.formatPrice(known.bid())) : null,
        quantity(market, known.bidQuantity()),
        ask ? new Decimal(market.formatPrice(known.ask())) : null,
        quantity(market, known.askQuantity()),
        Times.instant(known.exchangeTimeNs()),
        source,
        Times.ageMs(known.localTimeNs(), clock),
        Quality.of(known.localTimeNs(), staleAfterNs, clock));
  }

  private static @Nullable Decimal quantity(Market market, long quantity) {
    return quantity == 0 ? null : new Decimal(market.formatQuantity(quantity));
  }
}
