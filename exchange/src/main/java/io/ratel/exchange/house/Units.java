package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.wire.MoveUnitsDecoder;
import io.ratel.model.account.MoveReason;
import io.ratel.model.money.Exact;
import io.ratel.model.order.RejectReason;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The members of a pool's account and their shares of it. Units are bought and given back at what
 * the account is worth: its money, its unrealised profits, and its other assets at their prices.
 * Every division favours those who stay. Units of a pool that a pool itself has are its owner's:
 * what the account was worth before it had members.
 */
public final class Units {
  private final Machine machine;

  /** Units by pool and member, both numbers of accounts. */
  private final TreeMap<Long, Long> units = new TreeMap<>();

  private final TreeMap<Integer, Long> totals = new TreeMap<>();

  public Units(Machine machine) {
    this.machine = machine;
  }

  public void move(MoveUnitsDecoder c, Answer answer) {
    int pool = machine.accounts.find(c.poolAccountId());
    int member = machine.accounts.find(c.memberAccountId());
    if (pool < Accounts.FIRST || member < Accounts.FIRST || pool == member) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
    } else if (!machine.listings.hasAsset(c.assetId())) {
      answer.refuse(RejectReason.UNKNOWN_ASSET);
    } else if (c.amount() < 0 || c.units() < 0 || (c.amount() == 0) == (c.units() == 0)) {
      answer.refuse(RejectReason.INVALID_AMOUNT);
    } else if (!machine.ledger.hasRoomFor(2)) {
      answer.refuse(RejectReason.LIMIT_REACHED, Limits.BALANCES, Limits.BALANCES + 1L);
    } else {
      long worth = worth(pool, c.assetId());
      if (worth < 0 || (worth == 0 && total(pool) > 0)) {
        answer.refuse(RejectReason.NO_MARK);
      } else if (c.amount() > 0) {
        buy(pool, member, c.assetId(), c.amount(), worth, answer);
      } else {
        giveBack(pool, member, c.assetId(), c.units(), worth, answer);
      }
    }
  }

  private void buy(int pool, int member, int asset, long amount, long worth, Answer answer) {
    long available = machine.collateral.spendable(member, asset);
    if (amount > available) {
      answer.refuse(RejectReason.INSUFFICIENT_FUNDS, available, amount);
      return;
    }
    boolean first = total(pool) == 0;
    // What is there before the first member came is the pool's own, a unit for each minor unit.
    long total = first ? worth : total(pool);
    long bought;
    try {
      bought = total == 0 ? amount : Exact.mulDiv(amount, total, worth, RoundingMode.DOWN);
    } catch (ArithmeticException e) {
      bought = Limits.SUPPLY;
    }
    if (bought <= 0 || bought > Limits.SUPPLY - total) {
      answer.refuse(RejectReason.INVALID_AMOUNT);
      return;
    }
    if (first && total > 0) {
      set(pool, pool, total, total);
      report(pool, pool, asset, 0);
    }
    machine.collateral.move(member, pool, asset, amount, -1, MoveReason.UNITS);
    set(pool, member, of(pool, member) + bought, total + bought);
    report(pool, member, asset, amount);
  }

  private void giveBack(int pool, int member, int asset, long given, long worth, Answer answer) {
    long has = of(pool, member);
    if (given > has) {
      answer.refuse(RejectReason.INSUFFICIENT_UNITS, has, given);
      return;
    }
    long total = total(pool);
    long amount = Exact.mulDiv(given, worth, total, RoundingMode.DOWN);
    long available = machine.collateral.spendable(pool, asset);
    if (amount > available || amount == 0) {
      answer.refuse(RejectReason.INSUFFICIENT_FUNDS, available, amount);
      return;
    }
    machine.collateral.move(pool, member, asset, amount, -1, MoveReason.UNITS);
    set(pool, member, has - given, total - given);
    report(pool, member, asset, -amount);
  }

  /** What the pool's account is worth in an asset, -1 when something has no price. */
  private long worth(int pool, int asset) {
    long worth = machine.ledger.total(pool, asset) + machine.collateral.unrealizedPnl(pool, asset);
    for (int other = 0; other < machine.listings.assetCount(); other++) {
      long held = other == asset ? 0 : machine.ledger.total(pool, other);
      if (held > 0) {
        long value = value(other, held, asset);
        if (value < 0 || value > Limits.SUPPLY - worth) {
          return -1;
        }
        worth += value;
      }
    }
    return Math.max(-1, worth);
  }

  private long value(int base, long amount, int quote) {
    for (int i = 0; i < machine.listings.instrumentCount(); i++) {
      Listing of = machine.listings.get(i);
      boolean prices = of.baseId == base && of.quoteId == quote && !of.isMargined();
      if (prices && of.reference() > 0) {
        try {
          long perTick = Exact.mulDiv(amount, of.unitValue, of.unitBase, RoundingMode.DOWN);
          return Math.multiplyExact(perTick, of.reference());
        } catch (ArithmeticException e) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static long key(int pool, int member) {
    return (long) pool << 32 | member;
  }

  private long of(int pool, int member) {
    return units.getOrDefault(key(pool, member), 0L);
  }

  private long total(int pool) {
    return totals.getOrDefault(pool, 0L);
  }

  private void set(int pool, int member, long has, long total) {
    if (has == 0) {
      units.remove(key(pool, member));
    } else {
      units.put(key(pool, member), has);
    }
    if (total == 0) {
      totals.remove(pool);
    } else {
      totals.put(pool, total);
    }
  }

  private void report(int pool, int member, int asset, long amount) {
    machine
        .events
        .unitsMoved()
        .poolAccountId(machine.accounts.id(pool))
        .memberAccountId(machine.accounts.id(member))
        .amount(amount)
        .units(of(pool, member))
        .totalUnits(total(pool))
        .assetId(asset);
  }

  public void write(SnapshotWriter out) {
    out.put(units.size());
    for (Map.Entry<Long, Long> entry : units.entrySet()) {
      out.put(entry.getKey());
      out.put(entry.getValue());
    }
  }

  public void read(SnapshotReader in) {
    for (int i = 0, n = in.getCount(Limits.BALANCES); i < n; i++) {
      long key = in.get();
      long has = in.get();
      units.put(key, has);
      totals.merge((int) (key >> 32), has, Long::sum);
    }
  }
}
