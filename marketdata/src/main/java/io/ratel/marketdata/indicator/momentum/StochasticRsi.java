package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Sma;
import io.ratel.marketdata.indicator.window.WindowExtreme;

/** Where the relative strength index lies in its own range. */
final class StochasticRsi implements IndicatorRun {
  private final Rsi rsi;
  private final WindowExtreme highest;
  private final WindowExtreme lowest;
  private final Sma slow;
  private final Sma signal;

  StochasticRsi(int period, int range, int slowing, int signal) {
    this.rsi = new Rsi(period);
    this.highest = WindowExtreme.highest(range);
    this.lowest = WindowExtreme.lowest(range);
    this.slow = new Sma(slowing);
    this.signal = new Sma(signal);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double index = rsi.next(in.close(at));
    double k = Double.NaN;
    if (!Double.isNaN(index)) {
      double high = highest.next(index);
      double low = lowest.next(index);
      k = slow.next(Stochastic.place(index, low, high));
    }
    out[0][to] = k;
    out[1][to] = signal.next(k);
  }
}
