package io.ratel.marketdata;

import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.marketdata.bar.BarAggregator;
import io.ratel.marketdata.book.BookBuilder;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.pair.Offer;
import io.ratel.marketdata.pair.Turnover;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one market now. Every method holds the market's lock for as long as it takes to
 * change or copy a few fields; none blocks on anything else. What comes in allocates nothing as
 * long as nobody asked to be told.
 */
public final class MarketState {
  /** Our own market's name as a source. */
  static final String OWN_SOURCE = "RATEL";

  /** Nothing that is shown has changed. */
  public static final int NOTHING = 0;

  /** The book has, or whether it is shown. */
  static final int BOOK = 1;

  /** The quote has. */
  static final int QUOTE = 2;

  /** A gap opened or closed, {@link #takeGap} tells it. */
  static final int GAP = 4;

  private static final int MAX_EVENTS = 200;

  /** A bar that changed; a correction is one that had ended before. */
  public record BarChange(Bar bar, boolean correction) {}

  private final String source;
  private final int maxTrades;
  private final long watermarkNs;
  private final BookBuilder book;
  private final BestPrices best = new BestPrices();
  private final RecentIds recentIds = new RecentIds();
  private final GapLedger gaps = new GapLedger();
  private final Turnover turnover;
  private final Deque<Trade> trades = new ArrayDeque<>();
  private final Deque<MarketEvent> events = new ArrayDeque<>(1);
  private Market market;
  private @Nullable BarAggregator bars;
  private volatile boolean resumed;
  private long storedNs = Long.MIN_VALUE;
  private boolean quotedByVenue;
  private boolean staleQuote;
  private boolean staleBook;
  private long duplicates;
  private long version;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong told = new AtomicLong();

  /**
   * @param maxTrades kept in memory
   * @param watermarkNs how late a trade may come to correct a bar in memory
   * @param windowNs over which its turnover goes
   */
  public MarketState(Market market, int maxTrades, long watermarkNs, long windowNs) {
    String venue = market.symbol().venue();
    this.market = market;
    this.maxTrades = maxTrades;
    this.watermarkNs = watermarkNs;
    this.turnover = new Turnover(windowNs);
    this.source = venue.isEmpty() ? OWN_SOURCE : venue;
    this.book = new BookBuilder(market, venue.isEmpty());
  }

  synchronized Market market() {
    return market;
  }

  /** Whether trades can be counted into bars; when not, {@link #resume} says where to begin. */
  boolean isResumed() {
    return resumed;
  }

  /**
   * Begins where the store ends.
   *
   * @param stored the bars that a further trade may be part of
   * @param lastNs time of the newest stored trade; one that is not later may be stored already, and
   *     only the store can tell
   */
  public synchronized void resume(List<Bar> stored, long lastNs) {
    if (bars == null) {
      bars = new BarAggregator(market, watermarkNs);
      bars.resume(stored, lastNs);
      storedNs = lastNs;
      resumed = true;
    }
  }

  /**
   * Takes a trade unless it was seen lately.
   *
   * @param wanted the intervals somebody wants to be told of
   * @param changed is given their bars that it changed; none when only the store can tell
   * @return false for a trade that came twice
   */
  public synchronized boolean take(Trade trade, List<Interval> wanted, List<BarChange> changed) {
    if (!isNew(trade)) {
      return false;
    }
    taken.incrementAndGet();
    add(trade, wanted, changed);
    return true;
  }

  /** A trade that was taken has been told, or never will be. */
  void told() {
    told.incrementAndGet();
  }

  MarketViews.Telling telling() {
    return new MarketViews.Telling(taken.get(), told.get());
  }

  /** Whether the trade has not been seen lately. */
  public synchronized boolean isNew(Trade trade) {
    if (recentIds.add(trade.id())) {
      return true;
    }
    duplicates++;
    return false;
  }

  /** As {@link #take}, for a trade that is known to be new. */
  public synchronized void add(Trade trade, List<Interval> wanted, List<BarChange> changed) {
    widen(trade.market());
    version++;
    turnover.add(trade);
    trades.addFirst(trade);
    if (trades.size() > maxTrades) {
      trades.removeLast();
    }
    BarAggregator held = bars;
    if (held == null || trade.exchangeTimeNs() <= storedNs || !held.add(trade)) {
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      held.bar(wanted.get(i), trade.exchangeTimeNs())
          .ifPresent(bar -> changed.add(new BarChange(bar, isOver(bar))));
    }
  }

  /** Whether others should be told of this bar, as the store has it. */
  synchronized boolean settle(Bar stored) {
    widen(stored.market());
    return bars == null || bars.settle(stored);
  }

  /** Whether a bar had ended when the newest trade was made. */
  synchronized boolean isOver(Bar bar) {
    return bars != null && bars.isOver(bar.interval(), bar.timeNs());
  }

  /** What changed, of {@link #BOOK}, {@link #QUOTE} and {@link #GAP}. */
  public synchronized int set(Quote next) {
    widen(next.market());
    boolean sized = next.bidQuantity() != 0 || next.askQuantity() != 0;
    if (!sized && book.shown()) {
      return NOTHING; // the book knows the same prices, and the quantities
    }
    quotedByVenue |= sized;
    version++;
    return best.set(next) ? QUOTE : NOTHING;
  }

  /** As {@link #set(Quote)}. */
  public synchronized int set(BookSnapshot snapshot) {
    widen(snapshot.market());
    book.apply(snapshot);
    return changeOfBook();
  }

  /** As {@link #set(Quote)}. */
  public synchronized int apply(BookDelta delta) {
    widen(delta.market());
    return book.apply(delta) ? changeOfBook() : NOTHING;
  }

  /** As {@link #set(Quote)}. */
  synchronized int loseBook(Gap.Cause cause) {
    book.lose(cause);
    return changeOfBook();
  }

  /** Whether its book is beyond doubt. */
  public synchronized boolean isBookShown() {
    return book.shown();
  }

  /** The gap that opened or closed since the last call; it is in the ledger. */
  synchronized Optional<Gap> takeGap() {
    Optional<Gap> changed = book.takeGap();
    changed.ifPresent(gaps::put);
    return changed;
  }

  /** Takes a gap of an earlier process, newer ones last. */
  synchronized void restore(Gap gap) {
    gaps.put(gap);
  }

  /** Whether its book was known and is not now. */
  synchronized boolean isInGap() {
    return gaps.isOpen();
  }

  /** Newest first. */
  synchronized List<Gap> gaps() {
    return gaps.newest();
  }

  synchronized Optional<BookView> book(int depth) {
    return book.view(source, depth);
  }

  synchronized Optional<Quote> quote() {
    return best.quote();
  }

  /** The quote, if it may be shown as a price. */
  synchronized Optional<Quote> goodQuote(long nowNs, long staleAfterNs) {
    return best.isGood(nowNs, staleAfterNs) ? best.quote() : Optional.empty();
  }

  /** The book, if it is beyond doubt and not older than that. */
  synchronized Optional<BookView> goodBook(long nowNs, long staleAfterNs, int depth) {
    return book.shown() && nowNs - book.localTimeNs() <= staleAfterNs
        ? book.view(source, depth)
        : Optional.empty();
  }

  /** Grows with every trade, quote and change of the book. */
  synchronized long version() {
    return version;
  }

  /**
   * What it gives to its pair.
   *
   * @param staleAfterNs how old a good quote may be
   */
  synchronized Offer offer(long nowNs, long staleAfterNs) {
    Turnover.Sums sums = turnover.sums(nowNs);
    return new Offer(
        market.symbol(),
        source,
        best.quote(),
        best.isGood(nowNs, staleAfterNs),
        sums.turnover(),
        sums.volume());
  }

  /** Whether the quote or the book has grown stale, or come back, since this was asked last. */
  synchronized boolean turned(long nowNs, long staleAfterNs) {
    boolean quote = best.isOld(nowNs, staleAfterNs);
    boolean levels = book.shown() && nowNs - book.localTimeNs() > staleAfterNs;
    boolean turned = quote != staleQuote || levels != staleBook;
    staleQuote = quote;
    staleBook = levels;
    return turned;
  }

  /** The middle of the quote, else the price of the last trade. */
  synchronized Optional<BigDecimal> mark() {
    Trade last = trades.peekFirst();
    return best.middle()
        .or(
            () ->
                Optional.ofNullable(last)
                    .map(t -> BigDecimal.valueOf(t.price(), t.market().priceScale())));
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

  /**
   * @param kept one of {@link Interval#KEPT}
   */
  synchronized List<Bar> bars(Interval kept) {
    return bars == null ? List.of() : bars.bars(kept);
  }

  synchronized MarketCounts counts() {
    return new MarketCounts(
        duplicates + book.duplicates(),
        book.gaps(),
        book.crossed(),
        bars == null ? 0 : bars.late(),
        bars == null ? 0 : bars.overflowed());
  }

  private void widen(Market with) {
    if (with != market) {
      market = market.widen(with);
    }
  }

  private int changeOfBook() {
    version++;
    return BOOK | quoteOfBook() | (book.hasGap() ? GAP : NOTHING);
  }

  private int quoteOfBook() {
    if (quotedByVenue) {
      return NOTHING;
    }
    if (!book.shown()) {
      best.clear();
      return NOTHING;
    }
    return best.set(
            book.market(),
            book.bestPrice(Side.BUY),
            book.bestQuantity(Side.BUY),
            book.bestPrice(Side.SELL),
            book.bestQuantity(Side.SELL),
            book.exchangeTimeNs(),
            book.localTimeNs())
        ? QUOTE
        : NOTHING;
  }
}
