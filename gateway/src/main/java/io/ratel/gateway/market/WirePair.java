package io.ratel.gateway.market;

import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.pair.Offer;
import io.ratel.marketdata.pair.PairPrices;
import io.ratel.model.market.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pair over all the markets that trade it; what is not known is null.
 *
 * @param slot of both its legs
 * @param spread ask less bid; below zero when two venues differ so
 * @param mark the middle of bid and ask, else {@code vwap}
 * @param vwap what traded over the last five minutes, or as set, on average by volume
 * @param volume of that time
 * @param venues every market of the pair, those that are not good among them
 */
public record WirePair(
    String pair,
    int slot,
    @Nullable Best bid,
    @Nullable Best ask,
    @Nullable Decimal spread,
    @Nullable Decimal mark,
    @Nullable Decimal vwap,
    Decimal volume,
    List<Venue> venues,
    Instant time) {
  /** The best price of a side, and who gives it. */
  public record Best(Decimal price, Decimal quantity, String source, String symbol) {}

  /** One market of the pair. */
  public record Venue(
      String symbol,
      String source,
      Quality state,
      @Nullable Decimal bid,
      @Nullable Decimal ask,
      Decimal volume) {}

  public static WirePair of(PairPrices prices) {
    return new WirePair(
        prices.pair().text(),
        prices.pair().slot(),
        best(prices.bid()),
        best(prices.ask()),
        decimal(prices.spread()),
        decimal(prices.mark()),
        decimal(prices.average()),
        Decimal.of(prices.volume(), 0),
        prices.offers().stream().map(WirePair::venue).toList(),
        Times.instant(prices.timeNs()));
  }

  private static @Nullable Best best(Optional<PairPrices.Best> best) {
    return best.map(
            b ->
                new Best(
                    Decimal.of(b.price(), 0), Decimal.of(b.quantity(), 0), b.source(), b.symbol()))
        .orElse(null);
  }

  private static Venue venue(Offer offer) {
    Optional<Quote> quote = offer.quote();
    return new Venue(
        offer.symbol().text(),
        offer.source(),
        offer.good() ? Quality.GOOD : quote.isPresent() ? Quality.STALE : Quality.UNKNOWN,
        quote.filter(q -> q.bid() != 0).map(q -> price(q, q.bid())).orElse(null),
        quote.filter(q -> q.ask() != 0).map(q -> price(q, q.ask())).orElse(null),
        Decimal.of(offer.volume(), 0));
  }

  private static Decimal price(Quote quote, long price) {
    return new Decimal(quote.market().formatPrice(price));
  }

  private static @Nullable Decimal decimal(Optional<BigDecimal> value) {
    return value.map(v -> Decimal.of(v, 0)).orElse(null);
  }
}
