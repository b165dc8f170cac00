package io.ratel.server.demo.bot;

import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import io.ratel.server.demo.market.DemoMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bot's hands: places and cancels within its limits, and keeps its inventory from the answers.
 * How much of a resting order was filled is known when it is canceled; until then all of it counts
 * as if it were, so the limits hold whatever happens in between. One thread.
 */
public final class Desk {
  private final Bot bot;
  private final Board board;
  private final Gate gate;
  private final TokenBucket rate;
  private double cash;
  private final Counts counts = new Counts();
  private final long[] inventory; // lots more or less than it began with
  private final List<OpenOrder> open = new ArrayList<>();

  Desk(Bot bot, Board board, Gate gate, double stepS) {
    this.bot = bot;
    this.board = board;
    this.gate = gate;
    this.cash = bot.cash();
    this.rate = new TokenBucket(bot.limits().ordersPerSecond(), stepS);
    this.inventory = new long[board.size()];
  }

  Bot bot() {
    return bot;
  }

  Counts counts() {
    return counts;
  }

  void step() {
    rate.step();
  }

  public Board board() {
    return board;
  }

  public BotLimits limits() {
    return bot.limits();
  }

  /** Lots held more (or less, when negative) than in the beginning, as far as is known. */
  public long lots(int market) {
    return inventory[market];
  }

  /** The same in usual orders. */
  public double inventory(int market) {
    DemoMarket of = board.market(market);
    return inventory[market] * of.lot() / of.quantity();
  }

  /** What it has of the quote asset, fees left out, as far as is known. */
  public double cash() {
    return cash;
  }

  /** Reads anew what it has and what is open: for an account that others trade on too. */
  public void reread() {
    if (gate.recorded()) {
      gate.records.read(this);
    }
  }

  /** The bot's orders in one market that are open as far as is known. */
  public List<OpenOrder> open(int market) {
    return open.stream().filter(order -> order.market() == market).toList();
  }

  /** Whether an order may be canceled and another one placed now. */
  public boolean mayMove() {
    return gate.budget.has(2) && rate.has(1);
  }

  /**
   * Places a limit order that stays.
   *
   * @return whether it was accepted
   */
  public boolean rest(int market, Side side, long price, long lots) {
    return place(market, side, TimeInForce.GTC, price, lots) >= 0;
  }

  /**
   * Takes what is there at a price or better; the rest is canceled.
   *
   * @return lots filled
   */
  public long take(int market, Side side, long price, long lots) {
    return Math.max(0, place(market, side, TimeInForce.IOC, price, lots));
  }

  /**
   * Takes what is there within a fraction of the fair value.
   *
   * @param orders in usual orders of the market, cut to the largest that the limits allow
   * @return lots filled
   */
  public long take(int market, Side side, double orders, double reach) {
    DemoMarket of = board.market(market);
    double price = board.value(market) * (side == Side.BUY ? 1 + reach : 1 - reach);
    return take(market, side, of.ticks(price), of.usual(Math.min(orders, limits().order())));
  }

  private long place(int market, Side side, TimeInForce timeInForce, long price, long lots) {
    if (!mayPlace(market, side, price, lots)) {
      return -1;
    }
    counts.orders.increment();
    Reply reply =
        gate.send(
            new Command.PlaceOrder(
                bot.account(),
                board.instrument(market),
                side,
                OrderType.LIMIT,
                timeInForce,
                price,
                lots,
                ""));
    if (reply.refused()) {
      counts.refusedByExchange.increment();
      return -1;
    }
    if (reply.filled() > 0) {
      book(market, side, reply.filled(), reply.turnover() * board.market(market).unit());
      board.taken(market, side, (double) reply.turnover() / reply.filled(), reply.filled());
    }
    if (reply.status().isLive()) {
      adopt(reply.id(), market, side, price, lots, reply.filled());
    }
    return reply.filled();
  }

  private boolean mayPlace(int market, Side side, long price, long lots) {
    BotLimits limits = bot.limits();
    DemoMarket of = board.market(market);
    if (lots > of.usual(limits.order())) {
      return refused(Limit.SIZE);
    }
    if (worstCase(market, side) + lots > of.usual(limits.inventory())) {
      return refused(Limit.INVENTORY);
    }
    if (atRisk() + price * lots * of.unit() > limits.notional()) {
      return refused(Limit.NOTIONAL);
    }
    if (!rate.has(1)) {
      return refused(Limit.RATE);
    }
    if (!gate.budget.has(1)) {
      return refused(Limit.BUDGET);
    }
    return rate.take() && gate.budget.take();
  }

  private boolean refused(Limit limit) {
    counts.refused(limit);
    return false;
  }

  /** Lots long after buys, or short after sells, when all that is open there were filled. */
  private long worstCase(int market, Side side) {
    long worst = side == Side.BUY ? inventory[market] : -inventory[market];
    for (OpenOrder order : open) {
      if (order.market() == market && order.side() == side) {
        worst += order.remaining();
      }
    }
    return worst;
  }

  private double atRisk() {
    double risk = 0;
    for (int market = 0; market < inventory.length; market++) {
      if (inventory[market] != 0) {
        risk += Math.abs(inventory[market]) * board.market(market).lot() * board.value(market);
      }
    }
    for (OpenOrder order : open) {
      risk += order.price() * order.remaining() * board.market(order.market()).unit();
    }
    return risk;
  }

  /**
   * Cancels an order and learns what of it was filled.
   *
   * @return whether that was possible now; when not, nothing has changed
   */
  public boolean cancel(OpenOrder order) {
    if (!gate.budget.take()) {
      counts.refused(Limit.BUDGET);
      return false;
    }
    counts.cancels.increment();
    Reply reply = gate.send(new Command.CancelOrder(bot.account(), order.id()));
    long filled = reply.refused() ? order.lots() : reply.filled(); // gone: filled as a whole
    long more = filled - order.counted();
    double value = more * order.price() * board.market(order.market()).unit();
    book(order.market(), order.side(), more, value);
    open.remove(order);
    board.remove(order);
    if (more > 0) {
      board.reached(order.market(), order.side(), order.price());
    }
    return true;
  }

  private void book(int market, Side side, long lots, double value) {
    inventory[market] += side == Side.BUY ? lots : -lots;
    cash += side == Side.BUY ? -value : value;
  }

  /** Knows of an order that rests. */
  void adopt(long id, int market, Side side, long price, long lots, long filled) {
    OpenOrder order = new OpenOrder(id, market, side, price, lots, filled);
    open.add(order);
    board.add(order);
  }

  /** Forgets everything, to be told anew. */
  void clear() {
    open.forEach(board::remove);
    open.clear();
    Arrays.fill(inventory, 0);
  }

  void setCash(double amount) {
    cash = amount;
  }

  void setInventory(int market, long lots) {
    inventory[market] = lots;
  }
}
