package io.ratel.marketdata.indicator.momentum;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;

/** Wilder's stop and reverse, with the first direction from the first two rows, as in TA-Lib. */
final class ParabolicSar implements IndicatorRun {
  private final double step;
  private final double most;
  private double high = Double.NaN;
  private double low = Double.NaN;
  private boolean begun;
  private boolean rising;
  private double extreme;
  private double speed;
  private double stop;

  ParabolicSar(double step, double most) {
    this.step = Math.min(step, most);
    this.most = most;
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double lastHigh = high;
    double lastLow = low;
    high = in.high(at);
    low = in.low(at);
    if (Double.isNaN(lastHigh)) {
      out[0][to] = Double.NaN;
      return;
    }
    if (!begun) {
      begin(lastHigh, lastLow);
      lastHigh = high;
      lastLow = low;
    }
    out[0][to] = rising ? up(lastHigh, lastLow) : down(lastHigh, lastLow);
  }

  private void begin(double lastHigh, double lastLow) {
    double fall = lastLow - low;
    begun = true;
    rising = !(fall > 0 && fall > high - lastHigh);
    extreme = rising ? high : low;
    stop = rising ? lastLow : lastHigh;
    speed = step;
  }

  private double up(double lastHigh, double lastLow) {
    if (low <= stop) {
      rising = false;
      double turn = Math.max(extreme, Math.max(lastHigh, high));
      speed = step;
      extreme = low;
      stop = Math.max(turn + speed * (extreme - turn), Math.max(lastHigh, high));
      return turn;
    }
    double now = stop;
    if (high > extreme) {
      extreme = high;
      speed = Math.min(speed + step, most);
    }
    stop = Math.min(stop + speed * (extreme - stop), Math.min(lastLow, low));
    return now;
  }

  private double down(double lastHigh, double lastLow) {
    if (high >= stop) {
      rising = true;
      double turn = Math.min(extreme, Math.min(lastLow, low));
      speed = step;
      extreme = high;
      stop = Math.min(turn + speed * (extreme - turn), Math.min(lastLow, low));
      return turn;
    }
    double now = stop;
    if (low < extreme) {
      extreme = low;
      speed = Math.min(speed + step, most);
    }
    stop = Math.max(stop + speed * (extreme - stop), Math.max(lastHigh, high));
    return now;
  }
}
