package io.ratel.exchange;

import io.ratel.exchange.book.Orders;
import io.ratel.exchange.machine.Keys;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import io.ratel.model.slot.XxHash64;
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
  static final long MAGIC = 0x4C455441_52303031L;
  static final long VERSION = 3;
  private static final Side[] SIDES = Side.values();

  private final SnapshotWriter out;

  private Snapshot(SnapshotWriter out) {
    this.out = out;
  }

  /** Writes the state and returns its length in bytes. */
  public static int write(Exchange exchange, ExpandableArrayBuffer buffer) {
    SnapshotWriter out = new SnapshotWriter(buffer);
    new Snapshot(out).write(exchange);
    return out.length();
  }

  /**
   * Reads a state back.
   *
   * @throws IllegalArgumentException when the bytes are no snapshot, or one of a newer version
   */
  public static Exchange read(DirectBuffer bytes, int offset, int length) {
    return SnapshotLoad.read(bytes, offset, length);
  }

  /** The hash of everything that could alter an outcome, as 16 hexadecimal digits. */
  public static String stateHash(Exchange exchange) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
    int length = write(exchange, buffer);
    return String.format("%016x", XxHash64.hash(buffer.byteArray(), 0, length, 0));
  }

  private void write(Exchange exchange) {
    out.put(MAGIC);
    out.put(VERSION);
    out.put(exchange.machine.sequence);
    out.put(exchange.machine.lastCommandId);
    out.put(exchange.machine.lastTimestamp);
    out.put(exchange.machine.ownIds);
    out.put(exchange.machine.killed ? 1 : 0);
    out.put(exchange.machine.listings.assetCount());
    for (int i = 0; i < exchange.machine.listings.assetCount(); i++) {
      Asset asset = exchange.machine.listings.asset(i);
      out.put(asset.code());
      out.put(asset.scale());
    }
    out.put(exchange.machine.listings.instrumentCount());
    for (int i = 0; i < exchange.machine.listings.instrumentCount(); i++) {
      exchange.machine.listings.get(i).write(out);
    }
    exchange.machine.accounts.write(out);
    out.put(exchange.machine.ledger.rowCount());
    exchange.machine.ledger.forEachRow(
        (account, asset, total, held) -> {
          out.put(account);
          out.put(asset);
          out.put(total);
          out.put(held);
        });
    exchange.machine.positions.write(out);
    out.put(exchange.machine.orders.size());
    for (int i = 0; i < exchange.machine.listings.instrumentCount(); i++) {
      for (Side side : SIDES) {
        exchange
            .machine
            .listings
            .book(i)
            .forEachOrder(side, slot -> write(exchange.machine.orders, slot));
      }
    }
    exchange.machine.waiting.write(out);
    exchange.machine.groups.write(out);
    exchange.machine.timers.write(out);
    exchange.machine.parents.write(out);
    exchange.machine.aftermath.write(out);
    exchange.machine.consequences.write(out);
    exchange.machine.liquidations.write(out);
    exchange.machine.units.write(out);
    write(exchange.machine.accountKeys);
    write(exchange.machine.keys);
  }

  private void write(Keys keys) {
    out.put(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      for (int word = 0; word < Keys.SNAPSHOT_WORDS; word++) {
        out.put(keys.word(i, word));
      }
    }
  }

  private void write(Orders orders, int slot) {
    out.put(orders.id(slot));
    out.put(orders.account(slot));
    out.put(orders.instrument(slot));
    out.put(orders.side(slot).ordinal());
    out.put(orders.price(slot));
    out.put(orders.quantity(slot));
    out.put(orders.remaining(slot));
    out.put(orders.turnover(slot));
    out.put(orders.flags(slot));
    out.put(orders.display(slot));
    out.put(orders.shown(slot));
  }
}
