package io.ratel.marketdata.feed;

import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;

/**
 * Takes the events of feeds, in the order in which a venue sent them. Safe for any thread; the
 * events of one market come from one thread at a time.
 */
public interface MarketSink {
  /**
   * Waits while the store of trades is behind.
   *
   * @throws IllegalStateException when nothing is taken any more, or the caller is interrupted
   * @throws io.ratel.marketdata.tick.TickStoreException when the store cannot say how the market's
   *     history ends
   */
  void onTrade(Trade trade);

  void onQuote(Quote quote);

  void onBook(BookSnapshot snapshot);

  void onBookDelta(BookDelta delta);

  /** A change of this book was lost: it is unknown until the next snapshot. */
  void onBookLost(Symbol symbol, Gap.Cause cause);

  /**
   * Whether the book is whole up to the last change taken; when it is not, a feed asks its venue
   * for a snapshot.
   */
  boolean isBookKnown(Symbol symbol);
}
