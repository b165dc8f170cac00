package io.ratel.gateway.history;

import io.ratel.gateway.market.Quality;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBook;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.history.MarketHistory;
import io.ratel.marketdata.history.MomentNotRetainedException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The book as it was at a moment. */
public final class PastBooks {
  private final MarketHistory history;
  private final MarketViews markets;

  public PastBooks(MarketHistory history, MarketViews markets) {
    this.history = history;
    this.markets = markets;
  }

  /**
   * The newest stored book that is not newer than a moment. Its age is as of then, and so is
   * whether it could be relied on: {@link Quality#UNKNOWN} when none is stored.
   *
   * @throws io.ratel.gateway.operation.RefusedException 410 when the moment is older than what is
   *     kept
   */
  public WireBook at(Symbol symbol, Instant moment, int depth) {
    Optional<BookSnapshot> stored;
    try {
      stored = history.bookAt(symbol, Times.nanos(moment));
    } catch (MomentNotRetainedException e) {
      throw HistoryRequests.notRetained("asOf", Times.nanos(moment), e);
    }
    return WireBook.of(
        symbol,
        stored.map(book -> view(symbol, book, depth)),
        markets.staleAfterNs(symbol),
        InstantSource.fixed(moment));
  }

  private static BookView view(Symbol symbol, BookSnapshot book, int depth) {
    return new BookView(
        book.market(),
        best(book.bids(), depth),
        best(book.asks(), depth),
        book.sequence(),
        symbol.venue().isEmpty() ? "RATEL" : symbol.venue(),
        book.exchangeTimeNs(),
        book.localTimeNs());
  }

  private static List<Level> best(List<Level> side, int depth) {
    return side.subList(0, Math.min(depth, side.size()));
  }
}
