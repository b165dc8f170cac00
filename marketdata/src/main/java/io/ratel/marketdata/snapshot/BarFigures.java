package io.ratel.marketdata.snapshot;

import io.ratel.model.market.Bar;
import java.math.BigDecimal;
import java.util.List;

/** What bars tell of an hour. */
final class BarFigures {
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  private BarFigures() {}

  static double close(Bar bar) {
    return BigDecimal.valueOf(bar.close(), bar.market().priceScale()).doubleValue();
  }

  static double volume(Bar bar) {
    return BigDecimal.valueOf(bar.volume(), bar.market().quantityScale()).doubleValue();
  }

  /**
   * The volume of each minute at the mean of its open, high, low and close: bars do not say more,
   * and the same can be said of an hour at any later time.
   */
  static double turnover(List<Bar> minutes) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Bar bar : minutes) {
      BigDecimal prices =
          BigDecimal.valueOf(bar.open())
              .add(BigDecimal.valueOf(bar.high()))
              .add(BigDecimal.valueOf(bar.low()))
              .add(BigDecimal.valueOf(bar.close()));
      BigDecimal mean = prices.divide(FOUR).movePointLeft(bar.market().priceScale());
      sum = sum.add(mean.multiply(BigDecimal.valueOf(bar.volume(), bar.market().quantityScale())));
    }
    return sum.doubleValue();
  }
}
