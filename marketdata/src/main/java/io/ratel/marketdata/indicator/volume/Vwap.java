package io.ratel.marketdata.indicator.volume;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.CompensatedSum;

/** The price that volume was traded at since midnight UTC. */
final class Vwap implements IndicatorRun {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final CompensatedSum worth = new CompensatedSum();
  private final CompensatedSum volume = new CompensatedSum();
  private long day;

  @Override
  public void next(Series in, int at, double[][] out, int to) {
    long now = Math.floorDiv(in.timeNs(at), DAY_NS);
    if (now != day) {
      day = now;
      worth.clear();
      volume.clear();
    }
    worth.add(in.typical(at) * in.volume(at));
    volume.add(in.volume(at));
    double all = volume.value();
    out[0][to] = all == 0 ? Double.NaN : worth.value() / all;
  }
}
