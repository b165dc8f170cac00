package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.average.Ema;

/** Wilder's average true range; the first row has no close before it and is passed over. */
final class Atr implements IndicatorRun {
  private final Ema mean;
  private double close = Double.NaN;

  Atr(int period) {
    mean = Ema.wilder(period);
  }

  double next(Series in, int at) {
    double range = Math.max(in.high(at), close) - Math.min(in.low(at), close);
    close = in.close(at);
    return mean.next(range);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    out[0][to] = next(in, at);
  }

  @Override
  public void run(Series in, double[][] out) {
    for (int i = 0; i < in.size(); i++) {
      out[0][i] = next(in, i);
    }
  }
}
