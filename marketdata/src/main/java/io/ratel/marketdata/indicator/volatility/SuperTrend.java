package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;

/** A band that only follows the price, and changes sides when the price crosses it. */
final class SuperTrend implements IndicatorRun {
  private final Atr range;
  private final double ranges;
  private double upper = Double.NaN;
  private double lower = Double.NaN;
  private double close = Double.NaN;
  private boolean rising = true;

  SuperTrend(int period, double ranges) {
    this.range = new Atr(period);
    this.ranges = ranges;
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double band = ranges * range.next(in, at);
    double before = close;
    close = in.close(at);
    if (Double.isNaN(band)) {
      out[0][to] = Double.NaN;
      out[1][to] = Double.NaN;
      return;
    }
    double above = in.middle(at) + band;
    double below = in.middle(at) - band;
    upper = !(above > upper) || before > upper ? above : upper;
    lower = !(below < lower) || before < lower ? below : lower;
    rising = rising ? close >= lower : close > upper;
    out[0][to] = rising ? lower : upper;
    out[1][to] = rising ? 1 : -1;
  }
}
