package io.ratel.marketdata.bar;

import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Cuts one market's trades into bars. */
public final class Cutter {
  private Cutter() {}

  /**
   * @param trades oldest first, complete from the beginning of the first one's UTC day
   * @throws ArithmeticException when a volume does not fit a number
   */
  public static List<CutBar> cut(List<Trade> trades, BarCut cut) {
    List<CutBar> bars = new ArrayList<>();
    if (trades.isEmpty()) {
      return bars;
    }
    Market market = trades.get(0).market();
    for (Trade trade : trades) {
      market = market.widen(trade.market());
    }
    int begin = 0;
    BigDecimal counted = BigDecimal.ZERO;
    for (int i = 0; i < trades.size(); i++) {
      counted = counted.add(measure(trades.get(i), cut.kind()));
      boolean whole = counted.compareTo(cut.size()) >= 0;
      if (whole || i + 1 == trades.size() || day(trades.get(i + 1)) != day(trades.get(i))) {
        bars.add(bar(market, trades.subList(begin, i + 1), whole));
        begin = i + 1;
        counted = BigDecimal.ZERO;
      }
    }
    return bars;
  }

  private static long day(Trade trade) {
    return Interval.DAY.floor(trade.exchangeTimeNs());
  }

  private static BigDecimal measure(Trade trade, BarCut.Kind kind) {
    Market market = trade.market();
    return switch (kind) {
      case TRADES -> BigDecimal.ONE;
      case VOLUME -> BigDecimal.valueOf(trade.quantity(), market.quantityScale());
      case MONEY ->
          BigDecimal.valueOf(trade.quantity(), market.quantityScale())
              .multiply(BigDecimal.valueOf(trade.price(), market.priceScale()));
    };
  }

  private static CutBar bar(Market market, List<Trade> trades, boolean whole) {
    long high = Long.MIN_VALUE;
    long low = Long.MAX_VALUE;
    long volume = 0;
    for (Trade trade : trades) {
      long price = price(trade, market);
      high = Math.max(high, price);
      low = Math.min(low, price);
      volume =
          Math.addExact(
              volume,
              FixedPoint.rescale(
                  trade.quantity(), trade.market().quantityScale(), market.quantityScale()));
    }
    Trade first = trades.getFirst();
    Trade last = trades.getLast();
    return new CutBar(
        market,
        first.exchangeTimeNs(),
        last.exchangeTimeNs(),
        price(first, market),
        high,
        low,
        price(last, market),
        volume,
        trades.size(),
        whole);
  }

  private static long price(Trade trade, Market market) {
    return FixedPoint.rescale(trade.price(), trade.market().priceScale(), market.priceScale());
  }
}
