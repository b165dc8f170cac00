package io.ratel.exchange;

import io.ratel.exchange.book.Orders;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import io.ratel.model.slot.XxHash64;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * The whole state of an {@link Exchange} as bytes, in one canonical form: two machines in the same
 * state write the same bytes. So the state hash is the hash of the snapshot, and no field that
 * could alter an outcome can be in one and not in the other.
 *
 * <p>All words are little-endian {@code long}s; a text is its length and its ASCII bytes in words.
 * The resting orders come in the sequence in which they would trade, the balances and the
 * remembered keys in the sequence in which they came to be.
 */
public final class Snapshot {
  private static final long MAGIC = 0x4C455441_52303031L;
  private static final long VERSION = 1;
  private static final Side[] SIDES = Side.values();
  private static final InstrumentKind[] KINDS = InstrumentKind.values();

  private final ExpandableArrayBuffer buffer;
  private int at;

  private Snapshot(ExpandableArrayBuffer buffer) {
    this.buffer = buffer;
  }

  /** Writes the state and returns its length in bytes. */
  public static int write(Exchange exchange, ExpandableArrayBuffer buffer) {
    Snapshot snapshot = new Snapshot(buffer);
    snapshot.write(exchange);
    return snapshot.at;
  }

  /** The hash of everything that could alter an outcome, as 16 hexadecimal digits. */
  public static String stateHash(Exchange exchange) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
    int length = write(exchange, buffer);
    return String.format("%016x", XxHash64.hash(buffer.byteArray(), 0, length, 0));
  }

  /**
   * Reads a state back.
   *
   * @throws IllegalArgumentException when the bytes are no snapshot, or one of a newer version
   */
  public static Exchange read(DirectBuffer bytes, int offset, int length) {
    ExpandableArrayBuffer copy = new ExpandableArrayBuffer(Math.max(length, 128));
    copy.putBytes(0, bytes, offset, length);
    Snapshot snapshot = new Snapshot(copy);
    Exchange exchange = snapshot.read();
    if (snapshot.at != length) {
      throw new IllegalArgumentException(
          "a snapshot of " + length + " bytes ends after " + snapshot.at);
    }
    return exchange;
  }

  private void write(Exchange exchange) {
    put(MAGIC);
    put(VERSION);
    put(exchange.sequence);
    put(exchange.lastCommandId);
    put(exchange.lastTimestamp);
    put(exchange.listings.assetCount());
    for (int i = 0; i < exchange.listings.assetCount(); i++) {
      Asset asset = exchange.listings.asset(i);
      put(asset.code());
      put(asset.scale());
    }
    put(exchange.listings.instrumentCount());
    for (int i = 0; i < exchange.listings.instrumentCount(); i++) {
      write(exchange.listings.instrument(i));
    }
    put(exchange.ledger.accountCount());
    for (int i = 0; i < exchange.ledger.accountCount(); i++) {
      put(exchange.ledger.account(i));
    }
    put(exchange.ledger.rowCount());
    exchange.ledger.forEachRow(
        (account, asset, total, held) -> {
          put(account);
          put(asset);
          put(total);
          put(held);
        });
    put(exchange.orders.size());
    for (int i = 0; i < exchange.listings.instrumentCount(); i++) {
      for (Side side : SIDES) {
        exchange.listings.book(i).forEachOrder(side, slot -> write(exchange.orders, slot));
      }
    }
    write(exchange.accountKeys);
    write(exchange.keys);
  }

  private void write(Keys keys) {
    put(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      for (int word = 0; word < Keys.SNAPSHOT_WORDS; word++) {
        put(keys.word(i, word));
      }
    }
  }

  private void write(Instrument instrument) {
    put(instrument.symbol().text());
    put(instrument.kind().ordinal());
    put(instrument.base().id());
    put(instrument.quote().id());
    put(instrument.tick().units());
    put(instrument.tick().scale());
    put(instrument.lot().units());
    put(instrument.lot().scale());
    put(instrument.makerFeePpm());
    put(instrument.takerFeePpm());
    put(instrument.collarPpm());
  }

  private void write(Orders orders, int slot) {
    put(orders.id(slot));
    put(orders.account(slot));
    put(orders.instrument(slot));
    put(orders.side(slot).ordinal());
    put(orders.price(slot));
    put(orders.quantity(slot));
    put(orders.remaining(slot));
    put(orders.turnover(slot));
  }

  private Exchange read() {
    if (get() != MAGIC) {
      throw new IllegalArgumentException("these bytes are not a snapshot of an exchange");
    }
    long version = get();
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "the snapshot has version " + version + ", this program reads up to " + VERSION);
    }
    Exchange exchange = new Exchange();
    exchange.sequence = get();
    exchange.lastCommandId = get();
    exchange.lastTimestamp = get();
    for (long i = 0, n = get(); i < n; i++) {
      exchange.listings.restore(new Asset((int) i, getText(), (int) get()));
    }
    for (long i = 0, n = get(); i < n; i++) {
      exchange.listings.add(readInstrument(exchange, (int) i));
    }
    for (long i = 0, n = get(); i < n; i++) {
      long account = get();
      if (!exchange.ledger.exists(account)) {
        exchange.ledger.open(account);
      }
    }
    for (long i = 0, n = get(); i < n; i++) {
      exchange.ledger.restore(get(), (int) get(), get(), get());
    }
    exchange.ledger.drainTouched((account, asset, total, held) -> {});
    for (long i = 0, n = get(); i < n; i++) {
      readOrder(exchange);
    }
    readKeys(exchange.accountKeys);
    readKeys(exchange.keys);
    return exchange;
  }

  private void readKeys(Keys keys) {
    long[] words = new long[Keys.SNAPSHOT_WORDS];
    for (long i = 0, n = get(); i < n; i++) {
      for (int word = 0; word < words.length; word++) {
        words[word] = get();
      }
      keys.restore(words);
    }
  }

  private Instrument readInstrument(Exchange exchange, int id) {
    return new Instrument(
        id,
        Symbol.of(getText()),
        KINDS[(int) get()],
        exchange.listings.asset((int) get()),
        exchange.listings.asset((int) get()),
        new Step(get(), (int) get()),
        new Step(get(), (int) get()),
        (int) get(),
        (int) get(),
        (int) get());
  }

  private void readOrder(Exchange exchange) {
    long id = get();
    long account = get();
    int instrument = (int) get();
    Side side = SIDES[(int) get()];
    int slot = exchange.orders.add(id, account, instrument, side, get(), get(), get(), get());
    exchange.listings.book(instrument).rest(slot);
  }

  private void put(long word) {
    buffer.putLong(at, word);
    at += Long.BYTES;
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    put(bytes.length);
    for (int i = 0; i < bytes.length; i += Long.BYTES) {
      long word = 0;
      for (int j = i; j < Math.min(bytes.length, i + Long.BYTES); j++) {
        word |= (bytes[j] & 0xFFL) << 8 * (j - i);
      }
      put(word);
    }
  }

  private long get() {
    if (at + Long.BYTES > buffer.capacity()) {
      throw new IllegalArgumentException("the snapshot ends in the middle, at byte " + at);
    }
    long word = buffer.getLong(at);
    at += Long.BYTES;
    return word;
  }

  private String getText() {
    int length = (int) get();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i += Long.BYTES) {
      long word = get();
      for (int j = i; j < Math.min(length, i + Long.BYTES); j++) {
        text.append((char) (word >>> 8 * (j - i) & 0xFF));
      }
    }
    return text.toString();
  }
}
