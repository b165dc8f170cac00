package io.ratel.quant.volatility;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.Optional;

/** Returns as they are given: as such, or as prices. */
final class Series {
  private Series() {}

  /**
   * @throws InvalidArgumentException when not exactly one of the two is given, or too few
   */
  static double[] returns(Optional<double[]> returns, Optional<double[]> prices, int least) {
    if (returns.isPresent() == prices.isPresent()) {
      throw new InvalidArgumentException(
          "returns",
          returns.map(given -> given.length + " numbers").orElse(""),
          "must be given, or else prices");
    }
    double[] all = returns.orElseGet(() -> logReturns(prices.orElseThrow()));
    if (all.length < least) {
      throw new InvalidArgumentException(
          returns.isPresent() ? "returns" : "prices",
          Integer.toString(all.length),
          "must give at least " + least + " returns");
    }
    return all;
  }

  private static double[] logReturns(double[] prices) {
    double[] returns = new double[prices.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.log(prices[i + 1] / prices[i]);
    }
    return returns;
  }
}
