package io.ratel.marketdata;

import io.ratel.marketdata.MarketState.BarChange;
import io.ratel.marketdata.MarketViews.Listener;
import io.ratel.marketdata.MarketViews.Subscription;
import io.ratel.marketdata.pair.PairPrices;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** Those who are told of changes, on the thread that made them. Safe for any thread. */
final class Audience {
  private volatile Listener[] listeners = {};

  synchronized Subscription join(Listener listener) {
    Listener[] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[listeners.length] = listener;
    listeners = more;
    return () -> leave(listener);
  }

  private synchronized void leave(Listener listener) {
    listeners =
        Arrays.stream(listeners).filter(other -> other != listener).toArray(Listener[]::new);
  }

  boolean hears(Symbol symbol) {
    for (Listener listener : listeners) {
      if (listener.hears(symbol)) {
        return true;
      }
    }
    return false;
  }

  /** The intervals that at least one is to be told of. */
  List<Interval> intervals(Symbol symbol) {
    Listener only = null;
    int hearing = 0;
    for (Listener listener : listeners) {
      if (listener.hears(symbol)) {
        only = listener;
        hearing++;
      }
    }
    if (only == null) {
      return List.of();
    }
    if (hearing == 1) {
      return only.intervals(symbol);
    }
    EnumSet<Interval> all = EnumSet.noneOf(Interval.class);
    for (Listener listener : listeners) {
      if (listener.hears(symbol)) {
        all.addAll(listener.intervals(symbol));
      }
    }
    return List.copyOf(all);
  }

  void trade(Trade trade, List<BarChange> changed) {
    for (Listener listener : listeners) {
      listener.onTrade(trade);
      for (BarChange change : changed) {
        tell(listener, change.bar(), change.correction());
      }
    }
  }

  void bar(Bar bar, boolean correction) {
    for (Listener listener : listeners) {
      tell(listener, bar, correction);
    }
  }

  private static void tell(Listener listener, Bar bar, boolean correction) {
    if (correction) {
      listener.onCorrection(bar);
    } else {
      listener.onBar(bar);
    }
  }

  void quote(Quote quote) {
    for (Listener listener : listeners) {
      listener.onQuote(quote);
    }
  }

  void book(Symbol symbol) {
    for (Listener listener : listeners) {
      listener.onBook(symbol);
    }
  }

  void pair(PairPrices prices) {
    for (Listener listener : listeners) {
      listener.onPair(prices);
    }
  }

  void event(MarketEvent event) {
    for (Listener listener : listeners) {
      listener.onEvent(event);
    }
  }
}
