package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Ema;

/** The difference of two means, the mean of that, and the difference of both. */
final class Macd implements IndicatorRun {
  private final Ema fast;
  private final Ema slow;
  private final Ema signal;

  Macd(int fast, int slow, int signal) {
    this.fast = new Ema(fast);
    this.slow = new Ema(slow);
    this.signal = new Ema(signal);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double value = in.close(at);
    double line = fast.next(value) - slow.next(value);
    double mean = signal.next(line);
    out[0][to] = line;
    out[1][to] = mean;
    out[2][to] = line - mean;
  }

  @Override
  public void run(Series in, double[][] out) {
    for (int i = 0; i < in.size(); i++) {
      next(in, i, out, i);
    }
  }
}
