package io.ratel.gateway.risk;

import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.gateway.topic.MarketTopics;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.quant.portfolio.LiveRisk;
import io.ratel.quant.portfolio.Stakes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Where the risk of accounts is read from. Safe for any thread; calls may block. */
public final class RiskSource {
  /** Of so many bars, the newest. */
  static final int BARS = 500;

  /** With fewer hours than this, minutes are taken. */
  private static final int LEAST_HOURS = 48;

  private final AccountViews accounts;
  private final MarketTopics markets;

  public RiskSource(AccountViews accounts, MarketTopics markets) {
    this.accounts = accounts;
    this.markets = markets;
  }

  /** The markets as they are listed now. */
  public List<MarketView> markets() {
    return accounts.markets();
  }

  /** The past of what is at stake: hours where all of its markets have two days of them. */
  public LiveRisk read(Stakes stakes) {
    Map<Symbol, NavigableMap<Long, Double>> closes = closes(stakes, Interval.HOUR);
    Interval interval = Interval.HOUR;
    if (closes.values().stream().anyMatch(each -> each.size() < LEAST_HOURS)) {
      interval = Interval.MINUTE;
      closes = closes(stakes, interval);
    }
    LiveRisk live = new LiveRisk(closes, interval.nanos());
    live.hold(stakes.units());
    mark(live);
    return live;
  }

  private Map<Symbol, NavigableMap<Long, Double>> closes(Stakes stakes, Interval interval) {
    Map<Symbol, NavigableMap<Long, Double>> closes = new HashMap<>();
    for (Symbol symbol : stakes.units().keySet()) {
      closes.put(symbol, markets.closes(symbol, interval, BARS));
    }
    return closes;
  }

  /** Takes the marks of now; never blocks. */
  public void mark(LiveRisk live) {
    for (Symbol symbol : live.symbols()) {
      markets.mark(symbol).ifPresent(mark -> live.price(symbol, mark.doubleValue()));
    }
  }
}
