package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Ema;

/** A mean and so many average true ranges on both sides of it. */
final class Keltner implements IndicatorRun {
  private final Ema mean;
  private final Atr range;
  private final double ranges;

  Keltner(int period, int rangePeriod, double ranges) {
    this.mean = new Ema(period);
    this.range = new Atr(rangePeriod);
    this.ranges = ranges;
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double middle = mean.next(in.close(at));
    double band = ranges * range.next(in, at);
    out[0][to] = middle;
    out[1][to] = middle + band;
    out[2][to] = middle - band;
  }
}
