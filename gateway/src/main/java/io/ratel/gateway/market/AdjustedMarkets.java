package io.ratel.gateway.market;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.adjustment.AdjustedBars;
import io.ratel.marketdata.adjustment.Adjustment;
import io.ratel.marketdata.adjustment.PriceFactors;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.List;

/** Bars as they traded, or without what splits and dividends did to them. */
public final class AdjustedMarkets {
  private final MarketViews markets;
  private final AnalyticsStore store;

  public AdjustedMarkets(MarketViews markets, AnalyticsStore store) {
    this.markets = markets;
    this.store = store;
  }

  /**
   * See {@link MarketViews#bars}.
   *
   * @throws RefusedException when no factors of the market are known, and some are needed
   */
  public List<Bar> bars(
      Symbol symbol, Interval interval, Adjustment adjustment, long fromNs, long toNs, int limit) {
    if (adjustment == Adjustment.NONE) {
      return markets.bars(symbol, interval, fromNs, toNs, limit);
    }
    PriceFactors factors =
        PriceFactors.read(store, symbol)
            .orElseThrow(
                () -> refused(adjustment, "must be none where no price factors are known"));
    try {
      return new AdjustedBars(factors, adjustment)
          .read(markets, symbol, interval, fromNs, toNs, limit);
    } catch (ArithmeticException e) {
      throw refused(adjustment, "must be none for prices and volumes as large as these");
    }
  }

  /** Bars that a cut made follow what traded, and are told as it was. */
  public static void requireNone(Adjustment adjustment) {
    if (adjustment != Adjustment.NONE) {
      throw refused(adjustment, "must be none for bars that a cut makes");
    }
  }

  private static RefusedException refused(Adjustment adjustment, String rule) {
    return RefusedException.value(ErrorCode.INVALID_FIELD, "adjust", adjustment.label(), rule);
  }
}
