package io.ratel.model.market;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.FixedPoint;

/**
 * A symbol and the decimals in which its events are counted. A venue that starts to use finer
 * decimals gets a wider {@code Market}; events keep the one they were made with.
 */
public record Market(Symbol symbol, int priceScale, int quantityScale) {
  public Market {
    FixedPoint.powerOfTen(priceScale);
    FixedPoint.powerOfTen(quantityScale);
  }

  /** This market with at least the decimals of the other; itself when it has them. */
  public Market widen(Market other) {
    return priceScale >= other.priceScale && quantityScale >= other.quantityScale
        ? this
        : new Market(
            symbol,
            Math.max(priceScale, other.priceScale),
            Math.max(quantityScale, other.quantityScale));
  }

  public String formatPrice(long price) {
    return FixedPoint.format(price, priceScale);
  }

  public String formatQuantity(long quantity) {
    return FixedPoint.trimmed(quantity, quantityScale);
  }
}
