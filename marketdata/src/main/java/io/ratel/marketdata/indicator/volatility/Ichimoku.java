package io.ratel.marketdata.indicator.volatility;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.Delay;
import io.ratel.marketdata.indicator.window.WindowExtreme;

/** Middles of three ranges, and the cloud between two of them as it is drawn ahead. */
final class Ichimoku implements IndicatorRun {
  /** The middle of the range of the newest rows. */
  private static final class Middle {
    private final WindowExtreme highest;
    private final WindowExtreme lowest;

    Middle(int period) {
      highest = WindowExtreme.highest(period);
      lowest = WindowExtreme.lowest(period);
    }

    double next(Series in, int at) {
      return (highest.next(in.high(at)) + lowest.next(in.low(at))) / 2;
    }
  }

  private final Middle conversion;
  private final Middle base;
  private final Middle span;
  private final Delay first;
  private final Delay second;

  Ichimoku(int conversion, int base, int span, int displacement) {
    this.conversion = new Middle(conversion);
    this.base = new Middle(base);
    this.span = new Middle(span);
    this.first = new Delay(displacement);
    this.second = new Delay(displacement);
  }

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    double quick = conversion.next(in, at);
    double steady = base.next(in, at);
    out[0][to] = quick;
    out[1][to] = steady;
    out[2][to] = first.next((quick + steady) / 2);
    out[3][to] = second.next(span.next(in, at));
  }
}
