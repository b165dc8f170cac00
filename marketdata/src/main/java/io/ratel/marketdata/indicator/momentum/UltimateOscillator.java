package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.WindowSum;

/** Williams' ratio of buying pressure to range, over three lengths weighted 4, 2 and 1. */
final class UltimateOscillator implements IndicatorRun {
  private static final double[] WEIGHTS = {4, 2, 1};

  private final WindowSum[] pressures = new WindowSum[3];
  private final WindowSum[] ranges = new WindowSum[3];
  private double close = Double.NaN;

  UltimateOscillator(int shortest, int middle, int longest) {
    int[] sizes = {shortest, middle, longest};
    for (int i = 0; i < sizes.length; i++) {
      pressures[i] = new WindowSum(sizes[i]);
      ranges[i] = new WindowSum(sizes[i]);
    }
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double before = close;
    close = in.close(at);
    if (Double.isNaN(before)) {
      out[0][to] = Double.NaN;
      return;
    }
    double low = Math.min(in.low(at), before);
    double range = Math.max(in.high(at), before) - low;
    double sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      double pressure = pressures[i].next(close - low);
      double over = ranges[i].next(range);
      sum += WEIGHTS[i] * (over == 0 ? 0.5 : pressure / over);
    }
    out[0][to] = 100 * sum / 7;
  }
}
