package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.event.EventWriter;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.wire.ListAssetDecoder;
import io.ratel.exchange.wire.ListInstrumentDecoder;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assets and instruments of the exchange, their books, and the price levels a command touched.
 */
public final class Listings {
  private static final InstrumentKind[] KINDS = InstrumentKind.values();

  private static final int TOLD = -1;

  private final Orders orders;
  private final List<Asset> assets = new ArrayList<>();
  private Listing[] instruments = new Listing[16];
  private int instrumentCount;

  // The prices that the command has touched: each with its market, doubled, plus 1 for an ask.
  private int[] touchedKeys = new int[64];
  private long[] touchedPrices = new long[64];
  private int touchedCount;
  private boolean touchedMixed;
  private final ArrayDeque<Listing> restless = new ArrayDeque<>();

  /** Markets whose auction is not done yet. */
  private int crossing;

  /** The same, and those that have to be looked at. */
  private int unrest;

  public Listings(Orders orders) {
    this.orders = orders;
  }

  public int assetCount() {
    return assets.size();
  }

  public int instrumentCount() {
    return instrumentCount;
  }

  public boolean hasAsset(int id) {
    return id >= 0 && id < assets.size();
  }

  public Asset asset(int id) {
    return assets.get(id);
  }

  /** The instrument listed as the {@code id}-th, which is there. */
  public Listing get(int id) {
    return instruments[id];
  }

  public @Nullable Listing find(int id) {
    return id >= 0 && id < instrumentCount ? instruments[id] : null;
  }

  public Instrument instrument(int id) {
    return instruments[id].instrument;
  }

  public OrderBook book(int id) {
    return instruments[id].book;
  }

  /** The same for an order: nobody is told of a price where only something hidden has changed. */
  public void touch(Listing listing, Side side, long price, int flags) {
    if ((flags & Orders.HIDDEN) == 0) {
      touch(listing, side, price);
    }
  }

  /** Remembers that a price of a side changed, once. */
  private void touch(Listing listing, Side side, long price) {
    int key = listing.id << 1 | side.ordinal();
    // A sweep touches prices in order, so looking at the last one is enough to meet each once.
    int last = touchedCount - 1;
    while (last >= 0 && touchedKeys[last] != key) {
      last--;
    }
    if (last >= 0 && touchedPrices[last] == price) {
      return;
    }
    if (touchedCount == touchedKeys.length) {
      touchedKeys = Arrays.copyOf(touchedKeys, touchedCount * 2);
      touchedPrices = Arrays.copyOf(touchedPrices, touchedCount * 2);
    }
    touchedKeys[touchedCount] = key;
    touchedPrices[touchedCount++] = price;
    touchedMixed |= key != touchedKeys[0];
  }

  /** Notes a trade for the orders that wait for its price, and for the mark. */
  public void traded(Listing listing, long price) {
    listing.traded(price);
    look(listing);
  }

  /** Has a market's waiting orders and positions looked at before the command is over. */
  public void look(Listing listing) {
    if (!listing.restless) {
      listing.restless = true;
      restless.add(listing);
      unrest++;
    }
  }

  /** Markets that have to be looked at or whose auction is under way. */
  int unrest() {
    return unrest;
  }

  /** The oldest market that has to be looked at, null when there is none. */
  public @Nullable Listing nextRestless() {
    if (restless.isEmpty()) {
      return null;
    }
    Listing listing = restless.removeFirst();
    listing.restless = false;
    unrest--;
    return listing;
  }

  /** A market's auction takes more than one step. */
  public void beginCross() {
    crossing++;
    unrest++;
  }

  public void endCross() {
    crossing--;
    unrest--;
  }

  /** The first market whose auction is not done, null when there is none. */
  public @Nullable Listing nextCrossing() {
    for (int i = 0; crossing > 0 && i < instrumentCount; i++) {
      if (instruments[i].crossLeft > 0) {
        return instruments[i];
      }
    }
    return null;
  }

  /** Writes which markets are to be looked at, in their sequence. */
  public void writeRestless(SnapshotWriter out) {
    out.put(restless.size());
    for (Listing listing : restless) {
      out.put(listing.id);
    }
  }

  public void readRestless(SnapshotReader in) {
    for (int i = 0, n = in.getCount(instrumentCount); i < n; i++) {
      look(get((int) in.get()));
    }
  }

  /** Tells of the prices that changed: market by market, bids before asks. */
  public void drainTouched(EventWriter events) {
    int[] keys = touchedKeys;
    int count = touchedCount;
    if (!touchedMixed) {
      for (int i = 0; i < count; i++) {
        tell(keys[i], touchedPrices[i], events);
      }
    } else {
      for (int i = 0; i < count; i++) {
        if (keys[i] != TOLD) {
          int bids = keys[i] & ~1;
          tellAll(bids, i, events);
          tellAll(bids | 1, i, events);
        }
      }
      touchedMixed = false;
    }
    touchedCount = 0;
  }

  private void tellAll(int key, int from, EventWriter events) {
    for (int i = from; i < touchedCount; i++) {
      if (touchedKeys[i] == key) {
        tell(key, touchedPrices[i], events);
        touchedKeys[i] = TOLD;
      }
    }
  }

  private void tell(int key, long price, EventWriter events) {
    Listing listing = instruments[key >> 1];
    Side side = (key & 1) == 0 ? Side.BUY : Side.SELL;
    int level = listing.book.levelAt(side, price);
    boolean empty = level == OrderBook.NO_LEVEL;
    long quantity = empty ? 0 : listing.book.quantityOf(side, level);
    int orders = empty ? 0 : listing.book.ordersOf(side, level);
    events.levelChanged(listing.id, side, price, quantity, orders);
  }

  public void list(ListAssetDecoder c, EventWriter events, Answer answer) {
    String code = c.code();
    for (Asset asset : assets) {
      if (asset.code().equals(code)) {
        answer.id = asset.id();
        if (asset.scale() != c.scale()) {
          answer.refuse(RejectReason.ALREADY_LISTED);
        }
        return;
      }
    }
    if (assets.size() == Limits.ASSETS) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.ASSETS, Limits.ASSETS + 1L);
      return;
    }
    Asset asset;
    try {
      asset = new Asset(assets.size(), code, c.scale());
    } catch (IllegalArgumentException e) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    assets.add(asset);
    answer.id = asset.id();
    events.assetListed().assetId(asset.id()).scale((short) asset.scale()).code(code);
  }

  public void list(ListInstrumentDecoder c, EventWriter events, Answer answer) {
    Asset base = byCode(c.base());
    Asset quote = byCode(c.quote());
    if (base == null || quote == null) {
      answer.refuse(RejectReason.UNKNOWN_ASSET);
      return;
    }
    Instrument instrument = read(c, base, quote);
    if (instrument == null) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    for (int i = 0; i < instrumentCount; i++) {
      Listing listed = instruments[i];
      if (listed.instrument.symbol().equals(instrument.symbol())) {
        answer.id = listed.id;
        if (!sameTerms(listed.instrument, instrument)) {
          answer.refuse(RejectReason.ALREADY_LISTED);
        }
        return;
      }
    }
    if (instrumentCount == Limits.INSTRUMENTS) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.INSTRUMENTS, Limits.INSTRUMENTS + 1L);
      return;
    }
    add(instrument);
    answer.id = instrument.id();
    report(instrument, events);
  }

  private @Nullable Asset byCode(String code) {
    for (Asset asset : assets) {
      if (asset.code().equals(code)) {
        return asset;
      }
    }
    return null;
  }

  private @Nullable Instrument read(ListInstrumentDecoder c, Asset base, Asset quote) {
    try {
      return new Instrument(
          instrumentCount,
          Symbol.of(c.symbol()),
          KINDS[c.kind()],
          base,
          quote,
          new Step(c.tickUnits(), c.tickScale()),
          new Step(c.lotUnits(), c.lotScale()),
          c.makerFeePpm(),
          c.takerFeePpm(),
          c.collarPpm(),
          c.multiplierUnits() == ListInstrumentDecoder.multiplierUnitsNullValue()
              ? Instrument.ONE
              : new Step(c.multiplierUnits(), c.multiplierScale()));
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Whether another instrument has this symbol. */
  public boolean isTaken(Symbol symbol) {
    for (int i = 0; i < instrumentCount; i++) {
      Listing listed = instruments[i];
      if (listed.instrument.symbol().equals(symbol)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameTerms(Instrument a, Instrument b) {
    return a.kind() == b.kind()
        && a.base().equals(b.base())
        && a.quote().equals(b.quote())
        && a.tick().equals(b.tick())
        && a.lot().equals(b.lot())
        && a.makerFeePpm() == b.makerFeePpm()
        && a.takerFeePpm() == b.takerFeePpm()
        && a.collarPpm() == b.collarPpm()
        && a.multiplier().equals(b.multiplier());
  }

  private static void report(Instrument instrument, EventWriter events) {
    events
        .instrumentListed()
        .tickUnits(instrument.tick().units())
        .lotUnits(instrument.lot().units())
        .instrumentId(instrument.id())
        .baseId(instrument.base().id())
        .quoteId(instrument.quote().id())
        .makerFeePpm(instrument.makerFeePpm())
        .takerFeePpm(instrument.takerFeePpm())
        .collarPpm(instrument.collarPpm())
        .tickScale((short) instrument.tick().scale())
        .lotScale((short) instrument.lot().scale())
        .kind((short) instrument.kind().ordinal())
        .symbol(instrument.symbol().text())
        .multiplierUnits(instrument.multiplier().units())
        .multiplierScale((short) instrument.multiplier().scale());
  }

  /** Adds what a snapshot has. */
  public void restore(Asset asset) {
    assets.add(asset);
  }

  /** Adds a listed instrument with an empty book. */
  private Listing add(Instrument instrument) {
    Listing listing = new Listing(instrument, new OrderBook(orders));
    if (instrumentCount == instruments.length) {
      instruments = Arrays.copyOf(instruments, instrumentCount * 2);
    }
    instruments[instrumentCount++] = listing;
    return listing;
  }

  /** Adds what a snapshot has. */
  public void read(SnapshotReader in) {
    Instrument instrument =
        new Instrument(
            instrumentCount,
            Symbol.of(in.getText()),
            KINDS[(int) in.get()],
            asset((int) in.get()),
            asset((int) in.get()),
            new Step(in.get(), (int) in.get()),
            new Step(in.get(), (int) in.get()),
            (int) in.get(),
            (int) in.get(),
            (int) in.get(),
            new Step(in.get(), (int) in.get()));
    Listing listing = add(instrument);
    listing.read(in);
    if (listing.crossLeft > 0) {
      beginCross();
    }
  }
}
