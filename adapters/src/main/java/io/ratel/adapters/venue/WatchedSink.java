package io.ratel.adapters.venue;

import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets through what was asked for, and counts the rest; sees how far behind the venue's clock a
 * frame is, and when a book is lost. On the feed's thread.
 */
final class WatchedSink implements MarketSink {
  private final MarketSink sink;
  private final Set<Symbol> asked;
  private final FeedMeter meter;
  private final Set<Symbol> known = new HashSet<>();

  WatchedSink(MarketSink sink, Set<Symbol> asked, FeedMeter meter) {
    this.sink = sink;
    this.asked = Set.copyOf(asked);
    this.meter = meter;
  }

  @Override
  public void onTrade(Trade trade) {
    if (isAsked(trade.market().symbol())) {
      sink.onTrade(trade);
    }
  }

  @Override
  public void onQuote(Quote quote) {
    if (isAsked(quote.market().symbol())) {
      lag(quote.exchangeTimeNs(), quote.localTimeNs());
      sink.onQuote(quote);
    }
  }

  @Override
  public void onBook(BookSnapshot snapshot) {
    Symbol symbol = snapshot.market().symbol();
    if (isAsked(symbol)) {
      sink.onBook(snapshot);
      look(symbol);
    }
  }

  @Override
  public void onBookDelta(BookDelta delta) {
    Symbol symbol = delta.market().symbol();
    if (isAsked(symbol)) {
      lag(delta.exchangeTimeNs(), delta.localTimeNs());
      sink.onBookDelta(delta);
      look(symbol);
    }
  }

  @Override
  public void onBookLost(Symbol symbol, Gap.Cause cause) {
    if (asked.contains(symbol)) {
      sink.onBookLost(symbol, cause);
      look(symbol);
    }
  }

  @Override
  public boolean isBookKnown(Symbol symbol) {
    return sink.isBookKnown(symbol);
  }

  private boolean isAsked(Symbol symbol) {
    if (asked.contains(symbol)) {
      return true;
    }
    meter.rejected(
        FrameFault.UNKNOWN_SYMBOL,
        FrameFault.UNKNOWN_SYMBOL.label() + ": " + symbol + " was not asked for");
    return false;
  }

  /** Where the venue tells no time both are one, and nothing is known of the lag. */
  private void lag(long exchangeTimeNs, long localTimeNs) {
    if (exchangeTimeNs != localTimeNs) {
      meter.lag(Math.max(0, localTimeNs - exchangeTimeNs));
    }
  }

  private void look(Symbol symbol) {
    if (sink.isBookKnown(symbol)) {
      known.add(symbol);
    } else if (known.remove(symbol)) {
      meter.gap();
    }
  }
}
