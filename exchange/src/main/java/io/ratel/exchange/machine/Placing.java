package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.wire.OrderConditionedEncoder;
import io.ratel.exchange.wire.PlaceAdvancedOrderDecoder;
import io.ratel.exchange.wire.PlaceOrderDecoder;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The way of an order from the wire to where it belongs: the book, those that wait, those that
 * split, or the house. An order with legs brings them along.
 */
public final class Placing {
  private static final Side[] SIDES = Side.values();
  private static final OrderType[] TYPES = OrderType.values();
  private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();
  private static final SelfTradePrevention[] PREVENTIONS = SelfTradePrevention.values();
  private static final PositionEffect[] EFFECTS = PositionEffect.values();
  private static final int TERMS_FLAGS = (1 << 5) - 1;

  private final Machine machine;
  private final OrderTerms terms = new OrderTerms();
  private final OrderTerms leg = new OrderTerms();

  // The legs of the order that is being placed.
  private long takeProfit;
  private long stopLoss;
  private long stopLossLimit;
  private boolean oneCancelsOther;

  public Placing(Machine machine) {
    this.machine = machine;
  }

  public void place(PlaceOrderDecoder c, DirectBuffer buffer, int key, Answer answer) {
    takeProfit = 0;
    stopLoss = 0;
    oneCancelsOther = false;
    if (!begin(c.accountId(), c.instrumentId(), c.side(), c.type(), c.timeInForce())) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    terms.price = c.price();
    terms.quantity = c.quantity();
    Listing of = admit(answer);
    if (of != null) {
      send(of, buffer, key, answer);
      machine.door.count(terms.account, answer);
    }
  }

  public void place(PlaceAdvancedOrderDecoder c, DirectBuffer buffer, int key, Answer answer) {
    if (!begin(c.accountId(), c.instrumentId(), c.side(), c.type(), c.timeInForce())
        || c.selfTrade() >= PREVENTIONS.length
        || c.effect() >= EFFECTS.length
        || (c.flags() & ~(TERMS_FLAGS | OrderConditions.ONE_CANCELS_OTHER)) != 0) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    terms.selfTrade = PREVENTIONS[c.selfTrade()];
    terms.effect = EFFECTS[c.effect()];
    terms.price = c.price();
    terms.quantity = c.quantity();
    terms.trigger = c.trigger();
    terms.trail = c.trail();
    terms.display = c.display();
    terms.expiryNs = c.expiry();
    terms.flags = c.flags() & TERMS_FLAGS;
    takeProfit = c.takeProfit();
    stopLoss = c.stopLoss();
    stopLossLimit = c.stopLossLimit();
    oneCancelsOther = (c.flags() & OrderConditions.ONE_CANCELS_OTHER) != 0;
    Listing of = admit(answer);
    if (of == null || !legsFit(of, answer)) {
      return;
    }
    if (c.algo() > 0) {
      machine.parents.place(c, terms, of, buffer, key, answer);
    } else {
      send(of, buffer, key, answer);
    }
    machine.door.count(terms.account, answer);
  }

  /** Begins the terms with what every order says; false when a word of it is unknown. */
  private boolean begin(long account, int instrument, int side, int type, int timeInForce) {
    if (side >= SIDES.length || type >= TYPES.length || timeInForce >= TIMES_IN_FORCE.length) {
      return false;
    }
    terms.clear();
    terms.account = machine.accounts.find(account);
    terms.instrument = instrument;
    terms.side = SIDES[side];
    terms.type = TYPES[type];
    terms.timeInForce = TIMES_IN_FORCE[timeInForce];
    return true;
  }

  /** The market of an order that may come in, null when it was refused. */
  private @Nullable Listing admit(Answer answer) {
    Listing of = machine.listings.find(terms.instrument);
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return null;
    }
    if (terms.account < Accounts.FIRST) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
      return null;
    }
    terms.id = answer.commandId;
    machine.door.complete(terms, of);
    boolean fits = machine.door.fits(terms, answer) && machine.door.admits(terms, of, answer);
    return fits ? of : null;
  }

  private boolean hasLegs() {
    return takeProfit != 0 || stopLoss != 0;
  }

  /** Legs close what the order opens: the profit on its good side, the stop on its bad one. */
  private boolean legsFit(Listing of, Answer answer) {
    if (!hasLegs()) {
      if (stopLossLimit != 0 || oneCancelsOther) {
        answer.refuse(RejectReason.INVALID_LINK);
        return false;
      }
      return true;
    }
    boolean buys = terms.side == Side.BUY;
    long price = terms.price > 0 ? terms.price : Math.max(terms.trigger, of.reference());
    boolean wrong;
    if (oneCancelsOther) {
      // The order itself takes the profit: a sale above the market, its stop below.
      wrong =
          terms.type != OrderType.LIMIT
              || takeProfit != 0
              || (buys ? stopLoss <= price : stopLoss >= price);
    } else {
      boolean profitLost = buys ? takeProfit <= price : takeProfit >= price;
      boolean stopLost = buys ? stopLoss >= price : stopLoss <= price;
      wrong =
          terms.has(OrderTerms.REDUCE_ONLY)
              || (takeProfit != 0 && price != 0 && profitLost)
              || (stopLoss != 0 && price != 0 && stopLost);
    }
    if (wrong
        || takeProfit < 0
        || stopLoss < 0
        || stopLossLimit < 0
        || (stopLossLimit != 0 && stopLoss == 0)) {
      answer.refuse(RejectReason.INVALID_LINK);
      return false;
    }
    return true;
  }

  private void send(Listing of, DirectBuffer buffer, int key, Answer answer) {
    if (!machine.waiting.hasRoomFor(3) || !machine.timers.hasRoomFor(1)) {
      answer.refuse(RejectReason.LIMIT_REACHED);
      return;
    }
    terms.group = hasLegs() ? terms.id : 0;
    if (terms.type.waits() || of.terms.isDealt() && terms.type == OrderType.LIMIT) {
      hold(of, buffer, key, answer);
      return;
    }
    if (!enter(terms, of, answer)) {
      return;
    }
    accepted(terms, buffer, key);
    conditioned(terms, OrderStatus.OPEN, OrderOrigin.CLIENT);
    addLegs();
    go(terms, of, answer);
  }

  /** Whether an order could go to the market now, be that a book or the house. */
  public boolean enter(OrderTerms t, Listing of, Answer answer) {
    return of.terms.isDealt()
        ? machine.dealing.enter(t, of, answer)
        : machine.trading.enter(t, of, answer);
  }

  /** Lets an order that has entered trade. */
  public void go(OrderTerms t, Listing of, Answer answer) {
    if (of.terms.isDealt()) {
      machine.dealing.go(t, of, answer);
    } else {
      machine.trading.go(t, answer);
    }
  }

  /** Lets an order wait for its price. */
  private void hold(Listing of, DirectBuffer buffer, int key, Answer answer) {
    if (!of.takesOrders()) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
      return;
    }
    long followed = terms.has(OrderTerms.BY_MARK) ? of.mark : of.lastTradeOrMark();
    if (terms.type == OrderType.TRAILING_STOP && terms.trigger == 0 && followed == 0) {
      answer.refuse(RejectReason.NO_MARK);
      return;
    }
    int trailing = machine.waiting.countTrailing(of.id);
    if (terms.type == OrderType.TRAILING_STOP && trailing >= Limits.TRAILING_STOPS) {
      answer.refuse(RejectReason.TRAILING_STOPS_LIMIT, Limits.TRAILING_STOPS, trailing + 1L);
      return;
    }
    answer.status = OrderStatus.PENDING;
    accepted(terms, buffer, key);
    if (terms.type == OrderType.LIMIT) {
      // The house deals at its own price: a limit waits until that price is as good.
      terms.type = OrderType.LIMIT_IF_TOUCHED;
      terms.trigger = terms.price;
    }
    int place = machine.waiting.add(terms, false);
    machine.waiting.arm(place, followed);
    machine.waiting.terms(place, terms);
    conditioned(terms, OrderStatus.PENDING, OrderOrigin.CLIENT);
    addLegs();
    if (terms.expiryNs != 0) {
      machine.clock.expire(terms.id, terms.expiryNs);
    }
    machine.listings.look(of);
  }

  private void addLegs() {
    if (!hasLegs()) {
      return;
    }
    long profit = takeProfit == 0 ? 0 : machine.nextId();
    long stop = stopLoss == 0 ? 0 : machine.nextId();
    if (oneCancelsOther) {
      machine.groups.add(terms.id, 0, terms.id, stop);
      addLeg(stop, terms.side, stopLossLimit == 0 ? OrderType.STOP : OrderType.STOP_LIMIT, true);
      return;
    }
    machine.groups.add(terms.id, terms.id, profit, stop);
    if (profit != 0) {
      addLeg(profit, terms.side.opposite(), OrderType.LIMIT, false);
    }
    if (stop != 0) {
      OrderType type = stopLossLimit == 0 ? OrderType.STOP : OrderType.STOP_LIMIT;
      addLeg(stop, terms.side.opposite(), type, false);
    }
  }

  private void addLeg(long id, Side side, OrderType type, boolean armed) {
    leg.clear();
    leg.id = id;
    leg.account = terms.account;
    leg.instrument = terms.instrument;
    leg.side = side;
    leg.type = type;
    leg.selfTrade = terms.selfTrade;
    leg.quantity = terms.quantity;
    leg.price = type == OrderType.LIMIT ? takeProfit : stopLossLimit;
    leg.trigger = type == OrderType.LIMIT ? 0 : stopLoss;
    leg.group = terms.id;
    leg.effect = armed ? terms.effect : PositionEffect.CLOSE;
    boolean margined = machine.listings.get(terms.instrument).isMargined();
    leg.flags = terms.flags & OrderTerms.BY_MARK | (margined ? OrderTerms.REDUCE_ONLY : 0);
    machine.waiting.add(leg, armed);
    accepted(leg, null, 0);
    conditioned(leg, OrderStatus.PENDING, OrderOrigin.BRACKET);
    if (armed) {
      machine.listings.look(machine.listings.get(terms.instrument));
    }
  }

  /** Tells of a new order; the key is empty when nobody sent it. */
  public void accepted(OrderTerms t, @Nullable DirectBuffer buffer, int key) {
    machine.events.orderAccepted(t, machine.accounts.id(t.account), buffer, key);
  }

  /** Tells what an order asks for beyond a price and a quantity; nothing when that is nothing. */
  public void conditioned(OrderTerms t, OrderStatus status, OrderOrigin origin) {
    boolean plain =
        t.trigger == 0
            && t.trail == 0
            && t.display == 0
            && t.expiryNs == 0
            && t.group == 0
            && t.parent == 0
            && t.flags == 0
            && t.effect == PositionEffect.OPEN
            && t.selfTrade == SelfTradePrevention.NONE
            && origin == OrderOrigin.CLIENT;
    if (!plain) {
      conditions(t, status, origin);
    }
  }

  /** Tells all that an order asks for; whoever splits it over time adds how. */
  public OrderConditionedEncoder conditions(OrderTerms t, OrderStatus status, OrderOrigin origin) {
    return machine
        .events
        .orderConditioned()
        .orderId(t.id)
        .accountId(machine.accounts.id(t.account))
        .trigger(t.trigger)
        .trail(t.trail)
        .display(t.display)
        .expiry(t.expiryNs)
        .group(t.group)
        .parent(t.parent)
        .start(0)
        .end(0)
        .interval(0)
        .participationPpm(0)
        .flags(t.flags)
        .selfTrade((short) t.selfTrade.ordinal())
        .effect((short) t.effect.ordinal())
        .algo((short) 0)
        .status((short) status.ordinal())
        .origin((short) origin.ordinal());
  }
}
