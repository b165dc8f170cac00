package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Ema;

/** Wilder's directional movement: the index's mean, and both sides of it. */
final class Adx implements IndicatorRun {
  private final Ema range;
  private final Ema plus;
  private final Ema minus;
  private final Ema index;
  private double high = Double.NaN;
  private double low = Double.NaN;
  private double close = Double.NaN;

  Adx(int period) {
    range = Ema.wilder(period);
    plus = Ema.wilder(period);
    minus = Ema.wilder(period);
    index = Ema.wilder(period);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double up = in.high(at) - high;
    double down = low - in.low(at);
    double moved = Math.max(in.high(at), close) - Math.min(in.low(at), close);
    high = in.high(at);
    low = in.low(at);
    close = in.close(at);
    double over = range.next(moved); // what is smoothed has no unit: sums and means are alike
    double above = plus.next(Double.isNaN(moved) ? Double.NaN : up > down && up > 0 ? up : 0);
    double below = minus.next(Double.isNaN(moved) ? Double.NaN : down > up && down > 0 ? down : 0);
    double rise = over == 0 ? 0 : 100 * above / over;
    double fall = over == 0 ? 0 : 100 * below / over;
    double both = rise + fall;
    out[0][to] = index.next(both == 0 ? 0 : 100 * Math.abs(rise - fall) / both);
    out[1][to] = rise;
    out[2][to] = fall;
  }

  @Override
  public void run(Series in, double[][] out) {
    for (int i = 0; i < in.size(); i++) {
      next(in, i, out, i);
    }
  }
}
