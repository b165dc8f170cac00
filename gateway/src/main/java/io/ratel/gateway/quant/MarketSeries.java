package io.ratel.gateway.quant;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.Series;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * The bars that are shown, after those that warm the indicator up: ten times its warm-up, after
 * which what an exponential mean started with weighs less than a billionth; of a session's figure
 * all since midnight.
 *
 * @param earlier how many of the rows come before those that are shown
 */
record MarketSeries(List<Bar> bars, int earlier) {
  private static final int WARM_UPS = 10;
  private static final int MAX_EARLIER = 100_000;

  static MarketSeries read(
      MarketViews markets,
      Symbol symbol,
      Interval interval,
      long fromNs,
      long toNs,
      int limit,
      Indicator indicator,
      Arguments arguments) {
    List<Bar> shown = markets.bars(symbol, interval, fromNs, toNs, limit);
    if (shown.isEmpty()) {
      return new MarketSeries(shown, 0);
    }
    long first = shown.getFirst().timeNs();
    long wanted = (long) WARM_UPS * indicator.warmUp(arguments);
    long since = 0;
    if (indicator.ofSessions()) {
      since = Interval.DAY.floor(first);
      wanted = MAX_EARLIER;
    }
    int before = (int) Math.min(wanted, MAX_EARLIER);
    List<Bar> all =
        before == 0
            ? new ArrayList<>()
            : new ArrayList<>(markets.bars(symbol, interval, since, first, before));
    int earlier = all.size();
    all.addAll(shown);
    return new MarketSeries(all, earlier);
  }

  Series series() {
    Series series = Series.ofRows(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double price = Math.pow(10, bar.market().priceScale());
      double quantity = Math.pow(10, bar.market().quantityScale());
      series.set(
          i,
          bar.open() / price,
          bar.high() / price,
          bar.low() / price,
          bar.close() / price,
          bar.volume() / quantity,
          bar.timeNs());
    }
    return series;
  }
}
