package io.ratel.server.demo;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.Random;

/**
 * Quotes a ladder of orders around a fair price and moves the rungs that have drifted. Everything
 * it does follows from its seed and the fair prices it is given.
 */
final class Maker {
  private static final int RUNGS = 12;
  private static final int INNERMOST = 3;
  private static final long NOTHING = 0;

  private final OrderEntry entry;
  private final DemoMarket market;
  private final int instrumentId;
  private final long account;
  private final Random random;
  private final long[][] orderIds = new long[2][RUNGS];
  private final long[][] prices = new long[2][RUNGS];

  Maker(OrderEntry entry, DemoMarket market, int instrumentId, long account, Random random) {
    this.entry = entry;
    this.market = market;
    this.instrumentId = instrumentId;
    this.account = account;
    this.random = random;
  }

  /** Moves at most {@code budget} rungs to where they belong, the innermost first. */
  int quote(double fair, int budget) {
    double gap = fair * 0.00012;
    int moved = 0;
    // Others may have taken an order: renewing one of the innermost at a time finds out.
    Side renewedSide = random.nextBoolean() ? Side.BUY : Side.SELL;
    prices[renewedSide.ordinal()][random.nextInt(INNERMOST)] = 0;
    for (int rung = 0; rung < RUNGS && moved < budget; rung++) {
      double distance = gap * (0.8 + rung * (1 + 0.12 * rung));
      double slack = gap * (0.45 + 0.35 * rung);
      moved += move(Side.BUY, rung, fair - distance, slack);
      moved += move(Side.SELL, rung, fair + distance, slack);
    }
    return moved;
  }

  private int move(Side side, int rung, double price, double slack) {
    long[] ids = orderIds[side.ordinal()];
    long[] ticks = prices[side.ordinal()];
    long target = market.ticks(price);
    boolean misplaced = Math.abs(ticks[rung] - target) > market.ticks(slack);
    if (ids[rung] != NOTHING && !misplaced) {
      return 0;
    }
    if (ids[rung] != NOTHING) {
      entry.submit(new Command.CancelOrder(account, ids[rung])); // filled meanwhile: refused, fine
    }
    long quantity = market.lots(market.quantity() * (0.4 + random.nextDouble() * (1 + rung * 0.5)));
    Reply reply =
        entry.submit(
            new Command.PlaceOrder(
                account,
                instrumentId,
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                target,
                quantity,
                ""));
    ids[rung] = reply.refused() || !reply.status().isLive() ? NOTHING : reply.id();
    ticks[rung] = target;
    return 1;
  }
}
