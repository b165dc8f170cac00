package io.ratel.exchange;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Commands of traders who do everything, in a market around 100, from a seed. */
final class RandomOrders {
  private static final long HOUR = 3_600_000_000_000L;
  private static final long FIRST_OWN_ID = 1L << 52;

  private final Random random;
  private final long[] accounts;
  private final List<long[]> recent = new ArrayList<>();
  private boolean open = true;
  long now = 1_000;

  RandomOrders(Random random, long[] accounts) {
    this.random = random;
    this.accounts = accounts;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private long price() {
    return 90 + random.nextInt(20);
  }

  private long account() {
    return accounts[random.nextInt(accounts.length)];
  }

  /**
   * The next command; time passes with it.
   *
   * @param next the id that it will have
   */
  Command next(long next) {
    now += oneIn(20) ? HOUR + random.nextLong(8 * HOUR) : 1 + random.nextInt(1_000);
    int choice = random.nextInt(100);
    if (choice < 60) {
      return order(next);
    }
    long[] target =
        recent.isEmpty() || oneIn(6) ? anything(next) : recent.get(random.nextInt(recent.size()));
    if (choice < 70) {
      return new Command.CancelOrder(target[0], target[1]);
    }
    if (choice < 92) {
      return new Command.ReplaceOrder(
          target[0],
          target[1],
          oneIn(3) ? 0 : price(),
          oneIn(3) ? 0 : 1 + random.nextInt(40),
          oneIn(4) ? price() : 0);
    }
    if (choice < 94) {
      Optional<Side> side = oneIn(2) ? Optional.empty() : Optional.of(any(Side.values()));
      return new Command.CancelOrders(account(), OptionalInt.empty(), side);
    }
    if (choice < 97 || (!open && oneIn(4))) {
      TradingState state = open ? any(TradingState.values()) : TradingState.OPEN;
      open = state == TradingState.OPEN;
      return new Command.SetTradingState(0, state);
    }
    return new Command.AdvanceTime();
  }

  /** An order that there may be: anyone's, or one that the machine has made. */
  private long[] anything(long next) {
    long own = FIRST_OWN_ID + 1 + random.nextInt(30);
    return new long[] {account(), oneIn(2) ? own : next - 32L * (1 + random.nextInt(40))};
  }

  private Command order(long id) {
    long account = account();
    recent.add(new long[] {account, id});
    if (recent.size() > 12) {
      recent.removeFirst();
    }
    OrderType type = oneIn(2) ? OrderType.LIMIT : any(OrderType.values());
    TimeInForce time = oneIn(2) ? TimeInForce.GTC : any(TimeInForce.values());
    OrderConditions.Builder with = new OrderConditions.Builder();
    if (type == OrderType.TRAILING_STOP) {
      with =
          oneIn(2) ? with.trail(1 + random.nextInt(6)) : with.trailPpm(1 + random.nextInt(60_000));
    }
    if (oneIn(type == OrderType.TRAILING_STOP ? 2 : 20) || waitsAtPrice(type)) {
      with.trigger(price());
    }
    if (time == TimeInForce.GTD || oneIn(40)) {
      with.expiryNs(now + random.nextLong(20 * HOUR));
    }
    if (oneIn(8)) {
      with.display(1 + random.nextInt(10));
    }
    if (oneIn(10)) {
      with.flag(oneIn(2) ? OrderTerms.HIDDEN : OrderTerms.POST_ONLY);
    }
    if (oneIn(3)) {
      with.selfTrade(any(SelfTradePrevention.values()));
    }
    Side side = any(Side.values());
    long price = type.isPriced() ? price() : oneIn(40) ? price() : 0;
    if (oneIn(4)) {
      link(with, side, price == 0 ? 100 : price);
    }
    long quantity = oneIn(60) ? -random.nextInt(2) : 1 + random.nextInt(30);
    return new Command.PlaceOrder(account, 0, side, type, time, price, quantity, with.build(), "");
  }

  private static boolean waitsAtPrice(OrderType type) {
    return type.waits() && type != OrderType.TRAILING_STOP;
  }

  private void link(OrderConditions.Builder with, Side side, long price) {
    long sign = side == Side.BUY ? 1 : -1;
    boolean cancels = oneIn(3);
    if (cancels) {
      with.flag(OrderConditions.ONE_CANCELS_OTHER);
    } else if (oneIn(2)) {
      with.takeProfit(price + sign * (1 + random.nextInt(6)));
    }
    if (!oneIn(4)) {
      with.stopLoss(price + (cancels ? sign : -sign) * (1 + random.nextInt(6)));
      if (oneIn(3)) {
        with.stopLossLimit(price());
      }
    }
  }
}
