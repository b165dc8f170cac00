package io.ratel.marketdata.indicator.volume;

import io.ratel.marketdata.indicator.IndicatorRun;
import io.ratel.marketdata.indicator.Series;
import io.ratel.marketdata.indicator.window.WindowSum;

/** How much of what was traded was traded at rising prices. */
final class MoneyFlowIndex implements IndicatorRun {
  private final WindowSum in;
  private final WindowSum out;
  private double last = Double.NaN;

  MoneyFlowIndex(int period) {
    in = new WindowSum(period);
    out = new WindowSum(period);
  }

  @Override
  public void next(Series rows, int at, double[][] columns, int to) {
    double before = last;
    last = rows.typical(at);
    if (Double.isNaN(before)) {
      columns[0][to] = Double.NaN;
      return;
    }
    double flow = last * rows.volume(at);
    double came = in.next(last > before ? flow : 0);
    double went = out.next(last < before ? flow : 0);
    columns[0][to] = came + went == 0 ? 50 : 100 * came / (came + went);
  }
}
