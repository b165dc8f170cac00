package io.ratel.exchange;

import io.ratel.exchange.machine.Keys;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import org.agrona.DirectBuffer;

/** Makes an {@link Exchange} of what {@link Snapshot} wrote. */
final class SnapshotLoad {
  private static final Side[] SIDES = Side.values();

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
    if (version != Snapshot.VERSION) {
      throw new IllegalArgumentException(
          "the snapshot has version " + version + ", this program reads " + Snapshot.VERSION);
    }
    Exchange exchange = new Exchange();
    exchange.machine.sequence = in.get();
    exchange.machine.lastCommandId = in.get();
    exchange.machine.lastTimestamp = in.get();
    exchange.machine.ownIds = in.get();
    exchange.machine.killed = in.get() == 1;
    for (long i = 0, n = in.get(); i < n; i++) {
      exchange.machine.listings.restore(new Asset((int) i, in.getText(), (int) in.get()));
    }
    for (long i = 0, n = in.get(); i < n; i++) {
      exchange.machine.listings.read(in);
    }
    exchange.machine.accounts.read(in);
    for (long i = 0, n = in.get(); i < n; i++) {
      exchange.machine.ledger.restore((int) in.get(), (int) in.get(), in.get(), in.get());
    }
    exchange.machine.ledger.forgetTouched();
    exchange.machine.positions.read(in);
    for (long i = 0, n = in.get(); i < n; i++) {
      readOrder(exchange);
    }
    exchange.machine.waiting.read(in);
    exchange.machine.groups.read(in);
    exchange.machine.timers.read(in);
    exchange.machine.parents.read(in);
    exchange.machine.aftermath.read(in);
    exchange.machine.consequences.read(in);
    exchange.machine.liquidations.read(in);
    exchange.machine.units.read(in);
    readKeys(exchange.machine.accountKeys);
    readKeys(exchange.machine.keys);
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

  private void readOrder(Exchange exchange) {
    long id = in.get();
    long account = in.get();
    int instrument = (int) in.get();
    Side side = SIDES[(int) in.get()];
    long price = in.get();
    long quantity = in.get();
    long remaining = in.get();
    long turnover = in.get();
    int flags = (int) in.get();
    int slot =
        exchange.machine.orders.add(
            id, account, instrument, side, price, quantity, remaining, turnover, flags);
    long display = in.get();
    long shown = in.get();
    if (display > 0) {
      exchange.machine.orders.setDisplay(slot, display, shown);
    }
    exchange.machine.listings.book(instrument).rest(slot);
    exchange.machine.resting.add((int) account, slot);
  }
}
