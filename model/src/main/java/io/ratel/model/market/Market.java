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

  public String formatPrice(long price) {
    return FixedPoint.format(price, priceScale);
  }

  public String formatQuantity(long quantity) {
    return FixedPoint.trimmed(quantity, quantityScale);
  }
}
