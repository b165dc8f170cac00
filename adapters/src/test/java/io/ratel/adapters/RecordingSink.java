package io.ratel.adapters;

import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.List;

/** Keeps the events that a reader makes. */
public final class RecordingSink implements MarketSink {
  public final List<Trade> trades = new ArrayList<>();
  public final List<Quote> quotes = new ArrayList<>();
  public final List<BookSnapshot> snapshots = new ArrayList<>();
  public final List<BookDelta> deltas = new ArrayList<>();
  public final List<Symbol> lost = new ArrayList<>();
  public final List<Gap.Cause> causes = new ArrayList<>();

  @Override
  public void onTrade(Trade trade) {
    trades.add(trade);
  }

  @Override
  public void onQuote(Quote quote) {
    quotes.add(quote);
  }

  @Override
  public void onBook(BookSnapshot snapshot) {
    snapshots.add(snapshot);
  }

  @Override
  public void onBookDelta(BookDelta delta) {
    deltas.add(delta);
  }

  @Override
  public void onBookLost(Symbol symbol, Gap.Cause cause) {
    lost.add(symbol);
    causes.add(cause);
  }

  @Override
  public boolean isBookKnown(Symbol symbol) {
    return !lost.contains(symbol);
  }
}
