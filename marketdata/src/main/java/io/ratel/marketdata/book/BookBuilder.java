package io.ratel.marketdata.book;

import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.money.FixedPoint;
import io.ratel.model.order.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of one market. It is shown only while every change since the last snapshot has been seen
 * and the best bid is below the best ask; a book that crosses has missed something, and is unknown
 * until the next snapshot. One thread at a time.
 */
public final class BookBuilder {
  /** As many levels a side as are ever shown. */
  public static final int MAX_SHOWN = 1_000;

  private final boolean complete;
  private final BookSide bids = new BookSide(Side.BUY);
  private final BookSide asks = new BookSide(Side.SELL);
  private final Sequencer sequencer = new Sequencer();
  private Market market;
  private long exchangeTimeNs;
  private long localTimeNs;
  private long crossed;
  private @Nullable Gap gap; // the last one
  private boolean gapChanged;
  private boolean resubscribed;

  /**
   * @param complete the source is known to lose nothing, as our own log: its book begins empty
   *     without a snapshot, and one that crosses between two of its changes is hidden, not lost
   */
  public BookBuilder(Market market, boolean complete) {
    this.market = market;
    this.complete = complete;
    if (complete) {
      sequencer.onSnapshot(new BookSnapshot(market, List.of(), List.of(), 0, 0, 0));
    }
  }

  public void apply(BookSnapshot snapshot) {
    boolean synced = sequencer.synced();
    Optional<List<BookDelta>> following = sequencer.onSnapshot(snapshot);
    if (following.isEmpty()) {
      return;
    }
    bids.clear();
    asks.clear();
    put(snapshot.market(), snapshot.bids(), snapshot.asks());
    exchangeTimeNs = snapshot.exchangeTimeNs();
    localTimeNs = snapshot.localTimeNs();
    for (BookDelta delta : following.get()) {
      put(delta);
    }
    check();
    if (!sequencer.synced()) {
      begin(synced, Gap.Cause.SEQUENCE, 0, 0);
    } else if (gap != null && gap.isOpen() && shown()) {
      gap = gap.healed(resubscribed ? Gap.Healing.RESUBSCRIBED : Gap.Healing.SNAPSHOT, localTimeNs);
      gapChanged = true;
    }
  }

  /**
   * Takes a change, or keeps it until the book is known.
   *
   * @return whether what is shown may have changed
   */
  public boolean apply(BookDelta delta) {
    boolean synced = sequencer.synced();
    if (sequencer.onDelta(delta)) {
      put(delta);
      check();
      return true;
    }
    if (synced && !sequencer.synced()) {
      localTimeNs = delta.localTimeNs();
      begin(true, Gap.Cause.SEQUENCE, sequencer.last() + 1, delta.firstSequence() - 1);
      return true;
    }
    return false;
  }

  /** Something was missed: unknown until the next snapshot. */
  public void lose(Gap.Cause cause) {
    resubscribed |= cause == Gap.Cause.DISCONNECTED;
    boolean synced = sequencer.synced();
    sequencer.lose();
    begin(synced, cause, 0, 0);
  }

  /** Whether {@link #takeGap} has one. */
  public boolean hasGap() {
    return gapChanged;
  }

  /** The gap that opened or closed since the last call. */
  public Optional<Gap> takeGap() {
    if (!gapChanged) {
      return Optional.empty();
    }
    gapChanged = false;
    return Optional.ofNullable(gap);
  }

  private void begin(boolean wasSynced, Gap.Cause cause, long firstMissing, long lastMissing) {
    if (!wasSynced || complete || (gap != null && gap.isOpen())) {
      return; // a snapshot that crosses heals nothing, and is no gap of its own
    }
    resubscribed = cause == Gap.Cause.DISCONNECTED;
    long fromNs = gap == null ? localTimeNs : Math.max(localTimeNs, gap.fromNs() + 1);
    gap = Gap.open(market.symbol(), cause, fromNs, firstMissing, lastMissing);
    gapChanged = true;
  }

  /** Whether the book is beyond doubt. */
  public boolean shown() {
    return sequencer.synced() && !isCrossed();
  }

  /** The best levels, at most {@link #MAX_SHOWN} a side; empty while the book is in doubt. */
  public Optional<BookView> view(String source, int depth) {
    if (!shown()) {
      return Optional.empty();
    }
    int levels = Math.min(depth, MAX_SHOWN);
    return Optional.of(
        new BookView(
            market,
            bids.best(levels),
            asks.best(levels),
            sequencer.last(),
            source,
            exchangeTimeNs,
            localTimeNs));
  }

  public Market market() {
    return market;
  }

  /** The best price of a side, 0 when it is empty. */
  public long bestPrice(Side side) {
    return (side == Side.BUY ? bids : asks).bestPrice();
  }

  /** What rests at the best price of a side, 0 when it is empty. */
  public long bestQuantity(Side side) {
    return (side == Side.BUY ? bids : asks).bestQuantity();
  }

  public long exchangeTimeNs() {
    return exchangeTimeNs;
  }

  public long localTimeNs() {
    return localTimeNs;
  }

  /** How often changes were missing. */
  public long gaps() {
    return sequencer.gaps();
  }

  public long duplicates() {
    return sequencer.duplicates();
  }

  /** How often the book crossed and was given up. */
  public long crossed() {
    return crossed;
  }

  private void put(BookDelta delta) {
    put(delta.market(), delta.bids(), delta.asks());
    exchangeTimeNs = delta.exchangeTimeNs();
    localTimeNs = delta.localTimeNs();
  }

  private void put(Market from, List<Level> newBids, List<Level> newAsks) {
    try {
      widen(from);
      if (from == market) {
        put(bids, newBids);
        put(asks, newAsks);
        return;
      }
      long priceFactor = FixedPoint.powerOfTen(market.priceScale() - from.priceScale());
      long quantityFactor = FixedPoint.powerOfTen(market.quantityScale() - from.quantityScale());
      put(bids, newBids, priceFactor, quantityFactor);
      put(asks, newAsks, priceFactor, quantityFactor);
    } catch (ArithmeticException e) {
      lose(Gap.Cause.UNREADABLE); // in the finer decimals they do not fit, so there is no book
    }
  }

  private static void put(BookSide side, List<Level> levels) {
    for (int i = 0; i < levels.size(); i++) { // an iterator would be made for each change
      Level level = levels.get(i);
      side.set(level.price(), level.quantity());
    }
  }

  private static void put(
      BookSide side, List<Level> levels, long priceFactor, long quantityFactor) {
    for (Level level : levels) {
      side.set(
          Math.multiplyExact(level.price(), priceFactor),
          Math.multiplyExact(level.quantity(), quantityFactor));
    }
  }

  private void widen(Market from) {
    if (from == market) {
      return;
    }
    Market wider = market.widen(from);
    if (!wider.equals(market)) {
      int priceDigits = wider.priceScale() - market.priceScale();
      int quantityDigits = wider.quantityScale() - market.quantityScale();
      market = wider;
      bids.rescale(priceDigits, quantityDigits);
      asks.rescale(priceDigits, quantityDigits);
    }
  }

  private void check() {
    if (isCrossed() && !complete) {
      crossed++;
      sequencer.lose();
      begin(true, Gap.Cause.CROSSED, 0, 0);
    }
  }

  private boolean isCrossed() {
    return bids.size() > 0 && asks.size() > 0 && bids.bestPrice() >= asks.bestPrice();
  }
}
