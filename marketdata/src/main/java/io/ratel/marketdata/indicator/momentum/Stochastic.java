package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Sma;
import io.ratel.marketdata.indicator.window.WindowExtreme;

/** Where the close lies in the range of the newest rows, smoothed, and the mean of that. */
final class Stochastic implements IndicatorRun {
  private final WindowExtreme highest;
  private final WindowExtreme lowest;
  private final Sma slow;
  private final Sma signal;

  Stochastic(int period, int slowing, int signal) {
    this.highest = WindowExtreme.highest(period);
    this.lowest = WindowExtreme.lowest(period);
    this.slow = new Sma(slowing);
    this.signal = new Sma(signal);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double high = highest.next(in.high(at));
    double low = lowest.next(in.low(at));
    double k = slow.next(place(in.close(at), low, high));
    out[0][to] = k;
    out[1][to] = signal.next(k);
  }

  /** In per cent of the way from the low to the high; the middle where they are the same. */
  static double place(double value, double low, double high) {
    return high == low ? 50 : 100 * (value - low) / (high - low);
  }
}
