package io.ratel.gateway.topic;

import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Takes the markets' changes to the topics that somebody reads. Safe for any thread; a change
 * nobody reads costs one look-up.
 */
final class MarketChanges implements MarketViews.Listener {
  /** The bars of one length of one symbol. */
  record BarKey(Symbol symbol, Interval interval) {}

  final Map<Symbol, Runnable> books = new ConcurrentHashMap<>();
  final Map<Symbol, Runnable> quotes = new ConcurrentHashMap<>();
  final Map<Symbol, Consumer<Trade>> trades = new ConcurrentHashMap<>();
  final Map<Symbol, Consumer<MarketEvent>> events = new ConcurrentHashMap<>();
  final Map<BarKey, Consumer<Bar>> bars = new ConcurrentHashMap<>();

  @Override
  public void onTrade(Trade trade) {
    Consumer<Trade> topic = trades.get(trade.market().symbol());
    if (topic != null) {
      topic.accept(trade);
    }
  }

  @Override
  public void onQuote(Quote quote) {
    Runnable topic = quotes.get(quote.market().symbol());
    if (topic != null) {
      topic.run();
    }
  }

  @Override
  public void onBook(Symbol symbol) {
    Runnable topic = books.get(symbol);
    if (topic != null) {
      topic.run();
    }
  }

  @Override
  public void onEvent(MarketEvent event) {
    Consumer<MarketEvent> topic = events.get(event.symbol());
    if (topic != null) {
      topic.accept(event);
    }
  }

  @Override
  public void onBar(Bar bar) {
    Consumer<Bar> topic = bars.get(new BarKey(bar.market().symbol(), bar.interval()));
    if (topic != null) {
      topic.accept(bar);
    }
  }
}
