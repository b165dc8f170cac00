package io.ratel.benchmarks.market;

import io.ratel.marketdata.MarketState;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The markets of a tape as a process holds them, each with its whole book. */
final class TickMarkets {
  private static final int TRADES = 256;
  private static final long WATERMARK_NS = 60_000_000_000L;
  private static final long WINDOW_NS = 300_000_000_000L;

  private final Map<Symbol, MarketState> states = new ConcurrentHashMap<>();

  TickMarkets(TickTape tape) {
    for (int place = 0; place < tape.markets().length; place++) {
      Market market = tape.markets()[place];
      MarketState state = new MarketState(market, TRADES, WATERMARK_NS, WINDOW_NS);
      state.resume(List.of(), Long.MIN_VALUE);
      state.set(tape.book(place));
      states.put(market.symbol(), state);
    }
  }

  static Object make(TickTape tape, int tick) {
    return switch (tape.kind(tick)) {
      case TickTape.LEVEL -> tape.delta(tick);
      case TickTape.QUOTE -> tape.quote(tick);
      default -> tape.trade(tick);
    };
  }

  MarketState state(Market market) {
    MarketState state = states.get(market.symbol());
    if (state == null) {
      throw new IllegalArgumentException("no market " + market.symbol());
    }
    return state;
  }

  boolean isBookWhole(Market market) {
    return state(market).isBookShown();
  }

  /** One tick the whole way. */
  void take(Object event) {
    switch (event) {
      case BookDelta delta -> state(delta.market()).apply(delta);
      case Quote quote -> state(quote.market()).set(quote);
      case Trade trade -> state(trade.market()).take(trade, List.of(), List.of());
      default -> throw new IllegalArgumentException("no tick: " + event);
    }
  }
}
