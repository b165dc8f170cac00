package io.ratel.gateway.history;

import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.wire.Times;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Best bid and ask as they were; a side that was missing is null, and so is a quantity that the
 * venue does not tell.
 */
public record WirePastQuote(
    Instant time,
    @Nullable Decimal bid,
    @Nullable Decimal bidQuantity,
    @Nullable Decimal ask,
    @Nullable Decimal askQuantity,
    Instant received) {
  static WirePastQuote of(Quote quote) {
    Market market = quote.market();
    return new WirePastQuote(
        Times.instant(quote.exchangeTimeNs()),
        price(market, quote.bid(), quote.bidQuantity()),
        quantity(market, quote.bidQuantity()),
        price(market, quote.ask(), quote.askQuantity()),
        quantity(market, quote.askQuantity()),
        Times.instant(quote.localTimeNs()));
  }

  private static @Nullable Decimal price(Market market, long price, long quantity) {
    return price == 0 && quantity == 0 ? null : new Decimal(market.formatPrice(price));
  }

  private static @Nullable Decimal quantity(Market market, long quantity) {
    return quantity == 0 ? null : new Decimal(market.formatQuantity(quantity));
  }
}
