package io.ratel.exchange;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import org.agrona.DirectBuffer;

/** Makes an {@link Exchange} of what {@link Snapshot} wrote. */
final class SnapshotLoad {
  private static final Side[] SIDES = Side.values();
  private static final InstrumentKind[] KINDS = InstrumentKind.values();

  private final SnapshotReader in;

  private SnapshotLoad(SnapshotReader in) {
    this.in = in;
  }

  static Exchange read(DirectBuffer bytes, int offset, int length) {
    SnapshotReader in = new SnapshotReader(bytes, offset, length);
    Exchange exchange = new SnapshotLoad(in).read();
    if (in.length() != length) {
      throw new IllegalArgumentException(
          "a snapshot of " + length + " bytes ends after " + in.length());
    }
    return exchange;
  }

  private Exchange read() {
    if (in.get() != Snapshot.MAGIC) {
      throw new IllegalArgumentException("these bytes are not a snapshot of an exchange");
    }
    long version = in.get();
    if (version > Snapshot.VERSION) {
      throw new IllegalArgumentException(
          "the snapshot has version " + version + ", this program reads up to " + Snapshot.VERSION);
    }
    Exchange exchange = new Exchange();
    exchange.sequence = in.get();
    exchange.lastCommandId = in.get();
    exchange.lastTimestamp = in.get();
    for (long i = 0, n = in.get(); i < n; i++) {
      exchange.listings.restore(new Asset((int) i, in.getText(), (int) in.get()));
    }
    for (long i = 0, n = in.get(); i < n; i++) {
      exchange.listings.add(readInstrument(exchange, (int) i));
    }
    for (long i = 0, n = in.get(); i < n; i++) {
      long account = in.get();
      if (!exchange.ledger.exists(account)) {
        exchange.ledger.open(account);
      }
    }
    for (long i = 0, n = in.get(); i < n; i++) {
      exchange.ledger.restore(in.get(), (int) in.get(), in.get(), in.get());
    }
    exchange.ledger.drainTouched((account, asset, total, held) -> {});
    for (long i = 0, n = in.get(); i < n; i++) {
      readOrder(exchange);
    }
    readKeys(exchange.accountKeys);
    readKeys(exchange.keys);
    return exchange;
  }

  private void readKeys(Keys keys) {
    long[] words = new long[Keys.SNAPSHOT_WORDS];
    for (long i = 0, n = in.get(); i < n; i++) {
      for (int word = 0; word < words.length; word++) {
        words[word] = in.get();
      }
      keys.restore(words);
    }
  }

  private Instrument readInstrument(Exchange exchange, int id) {
    return new Instrument(
        id,
        Symbol.of(in.getText()),
        KINDS[(int) in.get()],
        exchange.listings.asset((int) in.get()),
        exchange.listings.asset((int) in.get()),
        new Step(in.get(), (int) in.get()),
        new Step(in.get(), (int) in.get()),
        (int) in.get(),
        (int) in.get(),
        (int) in.get());
  }

  private void readOrder(Exchange exchange) {
    long id = in.get();
    long account = in.get();
    int instrument = (int) in.get();
    Side side = SIDES[(int) in.get()];
    int slot =
        exchange.orders.add(id, account, instrument, side, in.get(), in.get(), in.get(), in.get());
    exchange.listings.book(instrument).rest(slot);
  }
}
