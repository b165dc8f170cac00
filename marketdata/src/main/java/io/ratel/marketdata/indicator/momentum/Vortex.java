package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.WindowSum;

/** Botes' and Siepman's movement up and down, each over the true range. */
final class Vortex implements IndicatorRun {
  private final WindowSum up;
  private final WindowSum down;
  private final WindowSum range;
  private double high = Double.NaN;
  private double low = Double.NaN;
  private double close = Double.NaN;

  Vortex(int period) {
    up = new WindowSum(period);
    down = new WindowSum(period);
    range = new WindowSum(period);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double rise = Double.NaN;
    double fall = Double.NaN;
    if (!Double.isNaN(close)) {
      double over = range.next(Math.max(in.high(at), close) - Math.min(in.low(at), close));
      rise = up.next(Math.abs(in.high(at) - low)) / over;
      fall = down.next(Math.abs(in.low(at) - high)) / over;
    }
    high = in.high(at);
    low = in.low(at);
    close = in.close(at);
    out[0][to] = rise - fall;
    out[1][to] = rise;
    out[2][to] = fall;
  }
}
