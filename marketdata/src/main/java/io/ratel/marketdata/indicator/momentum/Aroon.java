package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.WindowExtreme;

/** How long ago the high and the low of the newest {@code n + 1} rows were. */
final class Aroon implements IndicatorRun {
  private final WindowExtreme highest;
  private final WindowExtreme lowest;
  private final int period;

  Aroon(int period) {
    this.period = period;
    this.highest = WindowExtreme.highest(period + 1);
    this.lowest = WindowExtreme.lowest(period + 1);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double high = highest.next(in.high(at));
    double low = lowest.next(in.low(at));
    double up = Double.isNaN(high) ? Double.NaN : 100.0 * (period - highest.age()) / period;
    double down = Double.isNaN(low) ? Double.NaN : 100.0 * (period - lowest.age()) / period;
    out[0][to] = up - down;
    out[1][to] = up;
    out[2][to] = down;
  }
}
