package io.ratel.adapters;

import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A platform on which nothing is traded. */
final class NoMarkets implements MarketViews {
  @Override
  public List<Market> markets() {
    return List.of();
  }

  @Override
  public Optional<BookView> book(Symbol symbol, int depth) {
    return Optional.empty();
  }

  @Override
  public Optional<Quote> quote(Symbol symbol) {
    return Optional.empty();
  }

  @Override
  public Optional<BigDecimal> mark(Symbol symbol) {
    return Optional.empty();
  }

  @Override
  public List<MarketEvent> events(Symbol symbol, int limit) {
    return List.of();
  }

  @Override
  public List<Trade> trades(Symbol symbol, int limit) {
    return List.of();
  }

  @Override
  public List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    return List.of();
  }

  @Override
  public Subscription listen(Listener listener) {
    return () -> {};
  }
}
