package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;

/**
 * Lambert's commodity channel index. The mean deviation needs every row of the window, so a row
 * costs as many steps as the window has.
 */
final class Cci implements IndicatorRun {
  private static final double SCALE = 0.015;

  private final double[] ring;
  private int at;
  private long seen;

  Cci(int period) {
    ring = new double[period];
  }

  @Override
  public void next(Series in, int row, double[][] out, int to) {
    double value = in.typical(row);
    ring[at] = value;
    at = at + 1 == ring.length ? 0 : at + 1;
    seen++;
    out[0][to] = seen < ring.length ? Double.NaN : index(value);
  }

  private double index(double value) {
    double sum = 0;
    for (double each : ring) {
      sum += each;
    }
    double mean = sum / ring.length;
    double deviation = 0;
    for (double each : ring) {
      deviation += Math.abs(each - mean);
    }
    return deviation == 0 ? 0 : (value - mean) / (SCALE * deviation / ring.length);
  }
}
