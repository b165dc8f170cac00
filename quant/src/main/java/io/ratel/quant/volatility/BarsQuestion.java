package io.ratel.quant.volatility;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;

/** Bars, a price of all in one list. */
record BarsQuestion(
    @Argument(value = "First prices.", unit = "price", above = 0) double[] open,
    @Argument(value = "Highest prices.", unit = "price", above = 0) double[] high,
    @Argument(value = "Lowest prices.", unit = "price", above = 0) double[] low,
    @Argument(value = "Last prices.", unit = "price", above = 0) double[] close,
    @Argument(value = "Bars of a year.", above = 0, max = 1e8, preset = "252")
        double periodsPerYear,
    @Argument(
            value = "Whether the mean square from a close to the next open is added.",
            preset = "false")
        boolean overnight) {

  BarsQuestion {
    sameLength("high", high, open.length);
    sameLength("low", low, open.length);
    sameLength("close", close, open.length);
    for (int i = 0; i < open.length; i++) {
      inside("open", open[i], low[i], high[i], i);
      inside("close", close[i], low[i], high[i], i);
    }
    if (overnight && open.length < 2) {
      throw new InvalidArgumentException("open", "1", "must have at least 2 bars for overnight");
    }
  }

  static void sameLength(String field, double[] row, int length) {
    if (row.length != length) {
      throw new InvalidArgumentException(
          field, row.length + " numbers", "must be as long as the other prices, " + length);
    }
  }

  private static void inside(String field, double price, double low, double high, int i) {
    if (price < low || price > high) {
      throw new InvalidArgumentException(
          field + "[" + i + "]",
          Double.toString(price),
          "must be from the bar's low " + low + " to its high " + high);
    }
  }
}
