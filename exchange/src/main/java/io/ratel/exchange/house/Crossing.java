package io.ratel.exchange.house;

import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/**
 * Trades that no book has made: positions taken over, auto-deleveraging, settlements. Both sides
 * get an order that is filled at once, so that every reader sees them as it sees all others. No
 * fees.
 */
public final class Crossing {
  private final Machine machine;
  private final Positions positions;
  private final OrderTerms terms = new OrderTerms();

  public Crossing(Machine machine) {
    this.machine = machine;
    positions = machine.positions;
  }

  /** Closes a whole position against an account of the house, which opens it. */
  public void give(Listing of, int row, int house, long price) {
    long quantity = positions.quantity(row);
    Side side = quantity > 0 ? Side.SELL : Side.BUY;
    boolean closes = positions.side(row) != PositionSide.NET;
    trade(
        of,
        positions.account(row),
        side,
        closes,
        house,
        false,
        Math.abs(quantity),
        price,
        OrderOrigin.LIQUIDATION,
        OrderOrigin.INSURANCE);
  }

  /** Closes a whole position against the clearing account at the end of its instrument. */
  public void settle(Listing of, int row, int clearing, long price) {
    long quantity = positions.quantity(row);
    trade(
        of,
        positions.account(row),
        quantity > 0 ? Side.SELL : Side.BUY,
        positions.side(row) != PositionSide.NET,
        clearing,
        false,
        Math.abs(quantity),
        price,
        OrderOrigin.SETTLEMENT,
        OrderOrigin.SETTLEMENT);
  }

  /** Closes a part of two opposite positions against each other. */
  public void close(Listing of, int row, int other, long lots, long price) {
    trade(
        of,
        positions.account(row),
        positions.quantity(row) > 0 ? Side.SELL : Side.BUY,
        positions.side(row) != PositionSide.NET,
        positions.account(other),
        positions.side(other) != PositionSide.NET,
        lots,
        price,
        OrderOrigin.LIQUIDATION,
        OrderOrigin.DELEVERAGING);
  }

  /** Trades between two accounts; the first one's order counts as the taker's. */
  private void trade(
      Listing of,
      int taker,
      Side side,
      boolean takerCloses,
      int maker,
      boolean makerCloses,
      long lots,
      long price,
      OrderOrigin takerOrigin,
      OrderOrigin makerOrigin) {
    long makerOrder = order(of, maker, side.opposite(), makerCloses, lots, price, makerOrigin);
    long takerOrder = order(of, taker, side, takerCloses, lots, price, takerOrigin);
    long value = price * lots * of.unitValue;
    machine.trading.report(
        of, makerOrder, takerOrder, maker, taker, side, price, lots, value, 0, 0);
    machine.trading.settle(of, maker, side.opposite(), makerCloses, lots, value, 0);
    machine.trading.settle(of, taker, side, takerCloses, lots, value, 0);
  }

  private long order(
      Listing of,
      int account,
      Side side,
      boolean closes,
      long lots,
      long price,
      OrderOrigin origin) {
    terms.clear();
    terms.id = machine.nextId();
    terms.account = account;
    terms.instrument = of.id;
    terms.side = side;
    terms.type = OrderType.LIMIT;
    terms.timeInForce = TimeInForce.IOC;
    terms.price = price;
    terms.quantity = lots;
    terms.effect = closes ? PositionEffect.CLOSE : PositionEffect.OPEN;
    machine.placing.accepted(terms, null, 0);
    machine.placing.conditioned(terms, OrderStatus.OPEN, origin);
    return terms.id;
  }

  /** The house's order on the other side of a dealt trade. */
  public long dealerOrder(Listing of, Side side, long lots, long price) {
    return order(of, Accounts.DEALER, side, false, lots, price, OrderOrigin.DEALER);
  }
}
