package io.ratel.exchange.reconciliation;

import io.ratel.exchange.Exchange;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import org.agrona.collections.Long2LongHashMap;

/**
 * Whether the machine's own books agree with each other: the balances of every asset add up to
 * zero, and what is held is what open orders and margins need.
 */
public final class OwnBooks {
  private static final String TABLE = "exchange";
  private static final long NOT_THERE = Long.MIN_VALUE;

  private final Machine machine;
  private final Findings findings;

  /** What should be held, by account and asset. */
  private final Long2LongHashMap needed = new Long2LongHashMap(NOT_THERE);

  public OwnBooks(Exchange exchange, Findings findings) {
    machine = exchange.machine();
    this.findings = findings;
  }

  /** Looks at everything once. */
  public void check() {
    long[] sums = new long[machine.listings.assetCount()];
    for (int i = 0; i < machine.listings.instrumentCount(); i++) {
      Listing of = machine.listings.get(i);
      if (!of.isMargined()) {
        for (Side side : Side.values()) {
          of.book.forEachOrder(side, slot -> hold(of, slot));
        }
      }
    }
    machine.positions.forEach(
        row -> {
          Positions positions = machine.positions;
          int quote = machine.listings.get(positions.instrument(row)).quoteId;
          add(positions.account(row), quote, positions.margin(row));
        });
    machine.ledger.forEachRow(
        (account, asset, total, held) -> {
          sums[asset] += total;
          long should = needed(key(account, asset));
          if (held != should) {
            differs(account, machine.listings.asset(asset), should, held);
          }
        });
    for (int i = 0; i < sums.length; i++) {
      Asset asset = machine.listings.asset(i);
      if (sums[i] != 0) {
        findings.add(
            BreakKind.ASSET_UNBALANCED,
            TABLE,
            asset.code(),
            "total",
            asset.format(0),
            asset.format(sums[i]));
      }
    }
  }

  /** What an order that is bought in full holds: its worst price and the highest fee. */
  private void hold(Listing of, int slot) {
    Orders orders = machine.orders;
    int account = (int) orders.account(slot);
    long lots = orders.remaining(slot);
    if (orders.side(slot) == Side.SELL) {
      add(account, of.baseId, lots * of.unitBase);
    } else {
      long value = orders.price(slot) * lots * of.unitValue;
      add(account, of.quoteId, value + Fees.reserve(value, of.reserveFeePpm));
    }
  }

  private void add(int account, int asset, long amount) {
    long key = key(account, asset);
    needed.put(key, needed(key) + amount);
  }

  private long needed(long key) {
    long amount = needed.get(key);
    return amount == NOT_THERE ? 0 : amount;
  }

  private static long key(int account, int asset) {
    return (long) account << 32 | asset;
  }

  private void differs(int account, Asset asset, long should, long held) {
    findings.add(
        BreakKind.HOLD_DIFFERS,
        TABLE,
        machine.accounts.id(account) + " " + asset.code(),
        "held",
        asset.format(should),
        asset.format(held));
  }
}
