package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.WindowMoments;

/** A mean and so many deviations on both sides of it. */
final class Bollinger implements IndicatorRun {
  private final WindowMoments window;
  private final double deviations;

  Bollinger(int period, double deviations) {
    this.window = new WindowMoments(period);
    this.deviations = deviations;
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double value = in.close(at);
    if (!Double.isNaN(value)) {
      window.next(value);
    }
    double mean = window.mean();
    double band = deviations * Math.sqrt(window.variance());
    out[0][to] = mean;
    out[1][to] = mean + band;
    out[2][to] = mean - band;
  }

  @Override
  public void run(Series in, double[][] out) {
    for (int i = 0; i < in.size(); i++) {
      next(in, i, out, i);
    }
  }
}
