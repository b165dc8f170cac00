package io.ratel.exchange.account;

import io.ratel.exchange.Limits;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.order.SelfTradePrevention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;

/**
 * All accounts. Inside the machine an account is its number, the place at which it was opened;
 * outside it is its id.
 */
public final class Accounts {
  /** No account. */
  public static final int NONE = -1;

  // The house's accounts, by number.
  public static final int WORLD = 0;
  public static final int FEES = 1;
  public static final int CLEARING = 2;
  public static final int INSURANCE = 3;
  public static final int DEALER = 4;

  /** The first number that is not the house's. */
  public static final int FIRST = 5;

  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long NS_PER_DAY = 86_400 * NS_PER_SECOND;
  private static final int ID = 0;
  private static final int PARENT = 1;
  private static final int FLAGS = 2;
  private static final int SECOND = 3; // of the newest order
  private static final int ORDERS_IN_SECOND = 4;
  private static final int DAY = 5; // of the newest realised profit or loss
  private static final int PNL_OF_DAY = 6;
  private static final int PARTS = 7; // the first part in the high half, the next one in the low
  private static final int STRIDE = 8; // a cache line
  private static final long KILLED = 1;
  private static final long CALLED = 2;
  private static final long LIMITED = 4;
  private static final long HAS_PARENT = 8;
  private static final long ON_MARGIN = 16;
  private static final long HEDGES = 32;
  private static final long PREVENTS = 64;
  private static final int TIER_SHIFT = 8;

  private long[] words = new long[STRIDE * 256];
  private int size;
  private final List<AccountConfig> configs = new ArrayList<>();
  private final List<AccountLimits> limits = new ArrayList<>();
  private final Long2LongHashMap byId = new Long2LongHashMap(NONE);

  public Accounts() {
    open(Command.WORLD, NONE);
    open(Command.FEES, NONE);
    open(Command.CLEARING, NONE);
    open(Command.INSURANCE, NONE);
    open(Command.DEALER, NONE);
  }

  /** Opens an account and returns its number. */
  public int open(long id, int parent) {
    int account = size++;
    if (size * STRIDE > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[account * STRIDE + ID] = id;
    words[account * STRIDE + PARENT] = parent;
    setParts(account, NONE, parent == NONE ? NONE : firstPart(parent));
    if (parent != NONE) {
      setParts(parent, account, nextPart(parent));
    }
    configs.add(AccountConfig.CASH);
    limits.add(AccountLimits.NONE);
    byId.put(id, account);
    mirror(account);
    return account;
  }

  public int size() {
    return size;
  }

  /** The number of an id, {@link #NONE} when there is no such account. */
  public int find(long id) {
    return (int) byId.get(id);
  }

  public long id(int account) {
    return words[account * STRIDE + ID];
  }

  /** The account whose limits bind this one too, {@link #NONE} without one. */
  public int parent(int account) {
    return (int) words[account * STRIDE + PARENT];
  }

  /** The newest of the accounts that have this one as their parent, {@link #NONE} without any. */
  public int firstPart(int account) {
    return (int) (words[account * STRIDE + PARTS] >> 32);
  }

  /** The part opened before this one. */
  public int nextPart(int account) {
    return (int) words[account * STRIDE + PARTS];
  }

  private void setParts(int account, int first, int next) {
    words[account * STRIDE + PARTS] = (long) first << 32 | next & 0xFFFF_FFFFL;
  }

  public AccountConfig config(int account) {
    return configs.get(account);
  }

  public void configure(int account, AccountConfig config) {
    configs.set(account, config);
    mirror(account);
  }

  /** Keeps what the hot path asks of an account in one word. */
  private void mirror(int account) {
    AccountConfig config = configs.get(account);
    int at = account * STRIDE + FLAGS;
    long word = words[at] & (KILLED | CALLED);
    word |= limits.get(account).equals(AccountLimits.NONE) ? 0 : LIMITED;
    word |= parent(account) == NONE ? 0 : HAS_PARENT;
    word |= config.marginMode() == MarginMode.CASH ? 0 : ON_MARGIN;
    word |= config.positionMode() == PositionMode.NETTING ? 0 : HEDGES;
    word |= config.selfTrade() == SelfTradePrevention.NONE ? 0 : PREVENTS;
    words[at] = word | (long) config.feeTier() << TIER_SHIFT;
  }

  /** Whether nothing of the account's own stands in the way of a plain order bought in full. */
  public boolean isPlain(int account) {
    return (words[account * STRIDE + FLAGS] & ~CALLED) == 0;
  }

  public int feeTier(int account) {
    return (int) (words[account * STRIDE + FLAGS] >> TIER_SHIFT);
  }

  /** Whether the account pays in full for what it buys. */
  public boolean isCash(int account) {
    return (words[account * STRIDE + FLAGS] & ON_MARGIN) == 0;
  }

  public AccountLimits limits(int account) {
    return limits.get(account);
  }

  public void limit(int account, AccountLimits most) {
    limits.set(account, most);
    mirror(account);
  }

  public boolean isKilled(int account) {
    return (words[account * STRIDE + FLAGS] & KILLED) != 0;
  }

  public void kill(int account, boolean on) {
    flag(account, KILLED, on);
  }

  /** Whether the account has been told that its equity is below the initial margin. */
  public boolean isCalled(int account) {
    return (words[account * STRIDE + FLAGS] & CALLED) != 0;
  }

  public void call(int account, boolean on) {
    flag(account, CALLED, on);
  }

  private void flag(int account, long bit, boolean on) {
    int at = account * STRIDE + FLAGS;
    words[at] = on ? words[at] | bit : words[at] & ~bit;
  }

  /** Orders sent in the second of {@code ns}. */
  public long ordersInSecond(int account, long ns) {
    int at = account * STRIDE;
    return words[at + SECOND] == ns / NS_PER_SECOND ? words[at + ORDERS_IN_SECOND] : 0;
  }

  /** Counts an order for the account and for its parent. */
  public void countOrder(int account, long ns) {
    if ((words[account * STRIDE + FLAGS] & (LIMITED | HAS_PARENT)) == 0) {
      return;
    }
    for (int of = account; of != NONE; of = parent(of)) {
      if (limits.get(of).ordersPerSecond() > 0) {
        long before = ordersInSecond(of, ns);
        words[of * STRIDE + SECOND] = ns / NS_PER_SECOND;
        words[of * STRIDE + ORDERS_IN_SECOND] = before + 1;
      }
    }
  }

  /** Realised profit less fees of the UTC day of {@code ns}, where a limit asks for it. */
  public long pnlOfDay(int account, long ns) {
    int at = account * STRIDE;
    return words[at + DAY] == ns / NS_PER_DAY ? words[at + PNL_OF_DAY] : 0;
  }

  /** Adds to the day's profit of the account and of its parent, where a limit asks for it. */
  public void realize(int account, long pnl, long ns) {
    if ((words[account * STRIDE + FLAGS] & (LIMITED | HAS_PARENT)) == 0) {
      return;
    }
    for (int of = account; of != NONE; of = parent(of)) {
      if (limits.get(of).dailyLoss() > 0) {
        long before = pnlOfDay(of, ns);
        words[of * STRIDE + DAY] = ns / NS_PER_DAY;
        words[of * STRIDE + PNL_OF_DAY] = before + pnl;
      }
    }
  }

  public void write(SnapshotWriter out) {
    out.put(size);
    for (int account = 0; account < size; account++) {
      out.put(words, account * STRIDE, PARTS);
      out.put(firstPart(account));
      out.put(nextPart(account));
      AccountConfig config = configs.get(account);
      out.put(config.marginMode().ordinal());
      out.put(config.marginModel().ordinal());
      out.put(config.positionMode().ordinal());
      out.put(config.costMethod().ordinal());
      out.put(config.selfTrade().ordinal());
      out.put(config.leverage());
      out.put(config.feeTier());
      AccountLimits most = limits.get(account);
      out.put(most.orderNotional());
      out.put(most.positionNotional());
      out.put(most.dailyLoss());
      out.put(most.orderQuantity());
      out.put(most.openOrders());
      out.put(most.ordersPerSecond());
      out.put(most.collarPpm());
    }
  }

  public void read(SnapshotReader in) {
    int count = in.getCount(Limits.ACCOUNTS);
    for (int account = 0; account < count; account++) {
      long[] row = new long[STRIDE];
      in.get(row, 0, PARTS);
      int firstPart = (int) in.get();
      int nextPart = (int) in.get();
      if (account >= size) {
        open(row[ID], (int) row[PARENT]);
      }
      System.arraycopy(row, 0, words, account * STRIDE, STRIDE);
      setParts(account, firstPart, nextPart);
      configs.set(
          account,
          new AccountConfig(
              MarginMode.values()[(int) in.get()],
              MarginModel.values()[(int) in.get()],
              PositionMode.values()[(int) in.get()],
              CostMethod.values()[(int) in.get()],
              SelfTradePrevention.values()[(int) in.get()],
              (int) in.get(),
              (int) in.get()));
      limits.set(
          account,
          new AccountLimits(
              in.get(),
              in.get(),
              in.get(),
              in.get(),
              (int) in.get(),
              (int) in.get(),
              (int) in.get()));
      mirror(account);
    }
  }
}
