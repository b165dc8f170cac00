package io.ratel.exchange.machine;

import io.ratel.exchange.Limits;
import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.corporateaction.Split;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.time.TradingCalendar;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.money.Exact;
import io.ratel.model.order.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A market: its instrument with what the hot path reads of it, its book, its state, its prices. */
public final class Listing {
  private static final TradingState[] STATES = TradingState.values();
  private static final long NS_PER_DAY = 86_400_000_000_000L;

  public final OrderBook book;
  public final int id;
  public final int baseId;
  public final int quoteId;
  public final long unitValue;
  public final long unitBase;

  // What an operator sets.
  public Instrument instrument;
  public MarketTerms terms;
  public int reserveFeePpm;
  private boolean margined;
  public TradingState state = TradingState.OPEN;
  public @Nullable TradingCalendar calendar;
  public boolean killed;
  public boolean settled;

  // What the market did. The ranges are what waiting orders have not been asked about yet.
  public long lastTrade;
  public long lowTrade;
  public long highTrade;
  public long mark;
  public long lowMark;
  public long highMark;
  public long markTimeNs;
  public long markSequence;
  public boolean trusted;

  /** A mark outside the band, which the next one may confirm; 0 without one. */
  public long doubtful;

  // An auction that is too large for one command: what is still to trade at which price, and then.
  public long crossPrice;
  public long crossLeft;
  public long crossed;
  public boolean crossDisturbed;
  public TradingState afterCross = TradingState.OPEN;

  public boolean restless;

  public Listing(Instrument instrument, OrderBook book) {
    this.instrument = instrument;
    this.book = book;
    id = instrument.id();
    baseId = instrument.base().id();
    quoteId = instrument.quote().id();
    unitValue = instrument.unitValue();
    unitBase = instrument.unitBase();
    terms = MarketTerms.of(instrument.makerFeePpm(), instrument.takerFeePpm());
    set(terms);
  }

  /** Sets the terms and what is read of them. */
  public void set(MarketTerms newTerms) {
    terms = newTerms;
    margined = newTerms.isMargined();
    reserveFeePpm = 0;
    for (FeeTier tier : newTerms.feeTiers()) {
      reserveFeePpm = Math.max(reserveFeePpm, Math.max(tier.makerPpm(), tier.takerPpm()));
    }
  }

  public boolean isMargined() {
    return margined;
  }

  /** Whether an order of a plain account has nothing to ask of the market but its book. */
  public boolean isCalm() {
    return !margined && !killed && state == TradingState.OPEN && terms.bandPpm() == 0;
  }

  public int makerFeePpm(int tier) {
    return fee(tier).makerPpm();
  }

  public int takerFeePpm(int tier) {
    return fee(tier).takerPpm();
  }

  private FeeTier fee(int tier) {
    return terms.feeTiers().get(Math.min(tier, terms.feeTiers().size() - 1));
  }

  /** Whether orders may come in: to trade, or to rest until they may. */
  public boolean takesOrders() {
    return !settled && (state == TradingState.OPEN || state.collects());
  }

  /** What prices are compared with: the mark, or the last trade before there is one; 0 unknown. */
  public long reference() {
    return mark > 0 ? mark : lastTrade;
  }

  /** What a stop by trades begins to follow: the last trade, or the mark before there is one. */
  public long lastTradeOrMark() {
    return lastTrade > 0 ? lastTrade : mark;
  }

  /** Whether a mark is there, believed, and not too old. */
  public boolean hasFreshMark(long nowNs) {
    return mark > 0
        && trusted
        && (terms.markMaxAgeNs() == 0 || nowNs - markTimeNs <= terms.markMaxAgeNs());
  }

  /** The value of lots at a price, with the sign of the lots, at most ±{@link Limits#SUPPLY}. */
  public long value(long lots, long price) {
    long size = Math.abs(lots);
    long ticksLots = size * price;
    if (Math.multiplyHigh(size, price) == 0 && ticksLots >= 0) {
      long value = ticksLots * unitValue;
      if (Math.multiplyHigh(ticksLots, unitValue) == 0 && value >= 0 && value <= Limits.SUPPLY) {
        return lots < 0 ? -value : value;
      }
    }
    return lots < 0 ? -Limits.SUPPLY : Limits.SUPPLY;
  }

  /** When orders of the day expire: with the session, or at midnight UTC without a calendar. */
  public long endOfDay(long ns) {
    return calendar == null ? (ns / NS_PER_DAY + 1) * NS_PER_DAY : calendar.endOfDay(ns);
  }

  /** Remembers a trade's price for the orders that wait for one. */
  public void traded(long price) {
    lastTrade = price;
    lowTrade = lowTrade == 0 ? price : Math.min(lowTrade, price);
    highTrade = Math.max(highTrade, price);
  }

  /** Lets the prices follow a split. */
  public void split(Split ratio) {
    lastTrade = split(ratio, lastTrade);
    lowTrade = split(ratio, lowTrade);
    highTrade = split(ratio, highTrade);
    mark = split(ratio, mark);
    lowMark = split(ratio, lowMark);
    highMark = split(ratio, highMark);
    doubtful = 0;
  }

  private static long split(Split ratio, long price) {
    long after =
        Exact.mulDiv(price, ratio.denominator(), ratio.numerator(), RoundingMode.HALF_EVEN);
    return price == 0 ? 0 : Math.max(1, after);
  }

  /** Remembers a mark's range for the orders that wait for one. */
  public void range(long low, long high) {
    lowMark = lowMark == 0 ? low : Math.min(lowMark, low);
    highMark = Math.max(highMark, high);
  }

  /** The middle of last trade, best bid and best ask; a side that is empty has no say. */
  public long ownMark() {
    long bid = book.best(Side.BUY);
    long ask = book.best(Side.SELL);
    if (lastTrade == 0) {
      return bid == 0 || ask == 0 ? 0 : bid + (ask - bid) / 2;
    }
    long bidden = Math.max(lastTrade, bid);
    return ask == 0 ? bidden : Math.min(bidden, ask);
  }

  public void write(SnapshotWriter out) {
    out.put(instrument.symbol().text());
    out.put(instrument.kind().ordinal());
    out.put(baseId);
    out.put(quoteId);
    out.put(instrument.tick().units());
    out.put(instrument.tick().scale());
    out.put(instrument.lot().units());
    out.put(instrument.lot().scale());
    out.put(instrument.makerFeePpm());
    out.put(instrument.takerFeePpm());
    out.put(instrument.collarPpm());
    out.put(instrument.multiplier().units());
    out.put(instrument.multiplier().scale());
    writeTerms(out);
    out.put(state.ordinal());
    out.put(calendar == null ? 0 : 1);
    if (calendar != null) {
      calendar.write(out);
    }
    out.put((killed ? 1 : 0) | (settled ? 2 : 0) | (trusted ? 4 : 0) | (crossDisturbed ? 8 : 0));
    out.put(new long[] {lastTrade, lowTrade, highTrade, mark, lowMark, highMark}, 0, 6);
    out.put(new long[] {markTimeNs, markSequence, doubtful, crossPrice, crossLeft, crossed}, 0, 6);
    out.put(afterCross.ordinal());
  }

  private void writeTerms(SnapshotWriter out) {
    out.put(terms.feeTiers().size());
    for (FeeTier tier : terms.feeTiers()) {
      out.put(tier.makerPpm());
      out.put(tier.takerPpm());
    }
    terms.margins().write(out);
    out.put(terms.bandPpm());
    out.put(terms.dealerSpreadPpm());
    out.put(terms.markMaxAgeNs());
    out.put(terms.expiryNs());
    out.put(terms.financingLongPpm());
    out.put(terms.financingShortPpm());
  }

  public void read(SnapshotReader in) {
    readTerms(in);
    state = STATES[(int) in.get()];
    calendar = in.get() == 0 ? null : TradingCalendar.read(in);
    long bits = in.get();
    killed = (bits & 1) != 0;
    settled = (bits & 2) != 0;
    trusted = (bits & 4) != 0;
    crossDisturbed = (bits & 8) != 0;
    lastTrade = in.get();
    lowTrade = in.get();
    highTrade = in.get();
    mark = in.get();
    lowMark = in.get();
    highMark = in.get();
    markTimeNs = in.get();
    markSequence = in.get();
    doubtful = in.get();
    crossPrice = in.get();
    crossLeft = in.get();
    crossed = in.get();
    afterCross = STATES[(int) in.get()];
  }

  private void readTerms(SnapshotReader in) {
    List<FeeTier> tiers = new ArrayList<>();
    for (int i = 0, n = in.getCount(MarketTerms.MAX_TIERS); i < n; i++) {
      tiers.add(new FeeTier((int) in.get(), (int) in.get()));
    }
    MarginSchedule margins = MarginSchedule.read(in);
    set(
        new MarketTerms(
            tiers,
            margins,
            (int) in.get(),
            (int) in.get(),
            in.get(),
            in.get(),
            (int) in.get(),
            (int) in.get()));
  }
}
