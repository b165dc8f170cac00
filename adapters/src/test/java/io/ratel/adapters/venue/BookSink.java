package io.ratel.adapters.venue;

import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.book.BookBuilder;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.money.FixedPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the books of a feed with the platform's own builder. Safe for any thread. */
public final class BookSink implements MarketSink {
  private final Map<Symbol, BookBuilder> books = new HashMap<>();
  private final List<Trade> trades = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();

  private BookBuilder book(Market market) {
    return books.computeIfAbsent(market.symbol(), _ -> new BookBuilder(market, false));
  }

  @Override
  public synchronized void onTrade(Trade trade) {
    trades.add(trade);
  }

  @Override
  public synchronized void onQuote(Quote quote) {
    quotes.add(quote);
  }

  @Override
  public synchronized void onBook(BookSnapshot snapshot) {
    book(snapshot.market()).apply(snapshot);
  }

  @Override
  public synchronized void onBookDelta(BookDelta delta) {
    book(delta.market()).apply(delta);
  }

  @Override
  public synchronized void onBookLost(Symbol symbol, Gap.Cause cause) {
    BookBuilder book = books.get(symbol);
    if (book != null) {
      book.lose(cause);
    }
  }

  @Override
  public synchronized boolean isBookKnown(Symbol symbol) {
    BookBuilder book = books.get(symbol);
    return book != null && book.shown();
  }

  /** The book as a scripted venue tells its own; empty while it is unknown. */
  public synchronized Optional<List<String>> state(Symbol symbol, int depth) {
    BookBuilder book = books.get(symbol);
    return book == null
        ? Optional.empty()
        : book.view("", BookBuilder.MAX_SHOWN).map(view -> lines(view, depth));
  }

  private static List<String> lines(BookView view, int depth) {
    List<String> lines = new ArrayList<>();
    view.bids().stream().limit(depth).forEach(level -> lines.add("b" + line(view.market(), level)));
    view.asks().stream().limit(depth).forEach(level -> lines.add("a" + line(view.market(), level)));
    return lines;
  }

  /** In tenths and hundredths, whatever the decimals of the market are by now. */
  private static String line(Market market, Level level) {
    return FixedPoint.rescale(level.price() * 10, market.priceScale() + 1, 1)
        + "x"
        + FixedPoint.rescale(level.quantity() * 100, market.quantityScale() + 2, 2);
  }

  public synchronized List<Trade> trades() {
    return List.copyOf(trades);
  }

  public synchronized List<Quote> quotes() {
    return List.copyOf(quotes);
  }
}
