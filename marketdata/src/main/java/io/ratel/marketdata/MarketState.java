package io.ratel.marketdata;

import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.bar.BarAggregator;
import io.ratel.marketdata.book.BookBuilder;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one market now. Every method holds the market's lock for as long as it takes to
 * change or copy a few fields; none blocks on anything else.
 */
final class MarketState {
  /** Our own market's name as a source. */
  static final String OWN_SOURCE = "RATEL";

  private static final int MAX_EVENTS = 200;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * @param shown whether what is shown of the book may have changed
   * @param quote the new one, if the book made one
   */
  record BookChange(boolean shown, Optional<Quote> quote) {
    static final BookChange NONE = new BookChange(false, Optional.empty());
  }

  private final String source;
  private final int maxTrades;
  private final long watermarkNs;
  private final BookBuilder book;
  private final RecentIds recentIds = new RecentIds();
  private final Deque<Trade> trades = new ArrayDeque<>();
  private final Deque<MarketEvent> events = new ArrayDeque<>();
  private Market market;
  private @Nullable BarAggregator bars;
  private long storedNs = Long.MIN_VALUE;
  private @Nullable Quote quote;
  private boolean quotedByVenue;
  private long duplicates;

  MarketState(Market market, int maxTrades, long watermarkNs) {
    String venue = market.symbol().venue();
    this.market = market;
    this.maxTrades = maxTrades;
    this.watermarkNs = watermarkNs;
    this.source = venue.isEmpty() ? OWN_SOURCE : venue;
    this.book = new BookBuilder(market, venue.isEmpty());
  }

  synchronized Market market() {
    return market;
  }

  /** Whether trades can be counted into bars; when not, {@link #resume} says where to begin. */
  synchronized boolean isResumed() {
    return bars != null;
  }

  /**
   * Begins where the store ends.
   *
   * @param stored the bars that hold {@code lastNs}
   * @param lastNs time of the newest stored trade; one that is not later may be stored already, and
   *     only the store can tell
   */
  synchronized void resume(List<Bar> stored, long lastNs) {
    if (bars == null) {
      bars = new BarAggregator(market, watermarkNs);
      bars.resume(stored, lastNs);
      storedNs = lastNs;
    }
  }

  /** Whether the trade has not been seen lately. */
  synchronized boolean isNew(Trade trade) {
    if (recentIds.add(trade.id())) {
      return true;
    }
    duplicates++;
    return false;
  }

  /**
   * Takes a new trade.
   *
   * @return the bars that it changed; none when only the store can tell
   */
  synchronized List<Bar> add(Trade trade) {
    market = market.widen(trade.market());
    trades.addFirst(trade);
    if (trades.size() > maxTrades) {
      trades.removeLast();
    }
    List<Bar> changed = new ArrayList<>();
    if (bars != null && trade.exchangeTimeNs() > storedNs) {
      bars.add(trade, changed::add);
    }
    return changed;
  }

  /** Whether others should be told of this bar, as the store has it. */
  synchronized boolean settle(Bar stored) {
    market = market.widen(stored.market());
    return bars == null || bars.settle(stored);
  }

  /** The new quote, if it is one. */
  synchronized Optional<Quote> set(Quote next) {
    market = market.widen(next.market());
    boolean sized = next.bidQuantity() != 0 || next.askQuantity() != 0;
    if (!sized && book.shown()) {
      return Optional.empty(); // the book knows the same prices, and the quantities
    }
    quotedByVenue |= sized;
    return changeTo(next);
  }

  /** The new quote, if the book made one. */
  synchronized Optional<Quote> set(BookSnapshot snapshot) {
    market = market.widen(snapshot.market());
    book.apply(snapshot);
    return quoteOfBook();
  }

  synchronized BookChange apply(BookDelta delta) {
    market = market.widen(delta.market());
    return book.apply(delta) ? new BookChange(true, quoteOfBook()) : BookChange.NONE;
  }

  synchronized void loseBook() {
    book.lose();
    quoteOfBook();
  }

  synchronized boolean isBookShown() {
    return book.shown();
  }

  synchronized Optional<BookView> book(int depth) {
    return book.view(source, depth);
  }

  synchronized Optional<Quote> quote() {
    return Optional.ofNullable(quote);
  }

  /** The middle of the quote, else the price of the last trade. */
  synchronized Optional<BigDecimal> mark() {
    Quote now = quote;
    if (now != null && now.bidQuantity() != 0 && now.askQuantity() != 0) {
      int scale = now.market().priceScale();
      return Optional.of(
          BigDecimal.valueOf(now.bid(), scale)
              .add(BigDecimal.valueOf(now.ask(), scale))
              .multiply(HALF));
    }
    Trade last = trades.peekFirst();
    return last == null
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(last.price(), last.market().priceScale()));
  }

  /** Whether it is news. */
  synchronized boolean add(MarketEvent event) {
    if (events.stream().anyMatch(known -> known.id().equals(event.id()))) {
      return false;
    }
    events.addFirst(event);
    if (events.size() > MAX_EVENTS) {
      events.removeLast();
    }
    return true;
  }

  /** The last received first. */
  synchronized List<MarketEvent> events() {
    return List.copyOf(events);
  }

  /** The newest trades, the last received first. */
  synchronized List<Trade> trades() {
    return List.copyOf(trades);
  }

  synchronized List<Bar> bars(Interval interval) {
    return bars == null ? List.of() : bars.bars(interval);
  }

  synchronized MarketCounts counts() {
    return new MarketCounts(
        duplicates + book.duplicates(),
        book.gaps(),
        book.crossed(),
        bars == null ? 0 : bars.late(),
        bars == null ? 0 : bars.overflowed());
  }

  private Optional<Quote> quoteOfBook() {
    if (quotedByVenue) {
      return Optional.empty();
    }
    if (!book.shown()) {
      quote = null;
      return Optional.empty();
    }
    Level bid = book.best(Side.BUY);
    Level ask = book.best(Side.SELL);
    return changeTo(
        new Quote(
            book.market(),
            bid.price(),
            bid.quantity(),
            ask.price(),
            ask.quantity(),
            book.exchangeTimeNs(),
            book.localTimeNs()));
  }

  private Optional<Quote> changeTo(Quote next) {
    Quote before = quote;
    quote = next;
    boolean same =
        before != null
            && before.market().equals(next.market())
            && before.bid() == next.bid()
            && before.bidQuantity() == next.bidQuantity()
            && before.ask() == next.ask()
            && before.askQuantity() == next.askQuantity();
    return same ? Optional.empty() : Optional.of(next);
  }
}
