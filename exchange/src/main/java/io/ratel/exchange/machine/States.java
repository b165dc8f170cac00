package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.book.Auction;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.time.TradingCalendar;
import io.ratel.exchange.wire.SetCalendarDecoder;
import io.ratel.exchange.wire.SetTradingStateDecoder;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.LongArrayList;

/**
 * When a market trades. A market that leaves an auction, or opens with a crossed book, first trades
 * what crosses at one price.
 */
public final class States implements Auction.UncrossHandler {
  private static final TradingState[] STATES = TradingState.values();

  private final Machine machine;
  private final Accounts accounts;
  private final Orders orders;
  private final Auction auction;
  private final OrderTerms scratch = new OrderTerms();

  private Listing listing;

  @SuppressWarnings("NullAway.Init") // listing is set before an auction ends
  public States(Machine machine) {
    this.machine = machine;
    accounts = machine.accounts;
    orders = machine.orders;
    auction = new Auction(orders);
  }

  public void set(SetTradingStateDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
    } else if (c.state() >= STATES.length) {
      answer.refuse(RejectReason.MALFORMED);
    } else if (of.settled) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
    } else {
      change(of, STATES[c.state()]);
    }
  }

  public void set(SetCalendarDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return;
    }
    int changes = 0;
    while (changes < SetCalendarDecoder.minutesLength() && c.minutes(changes) >= 0) {
      changes++;
    }
    int days = 0;
    while (days < SetCalendarDecoder.closedDaysLength() && c.closedDays(days) > 0) {
      days++;
    }
    int[] minutes = new int[changes];
    TradingState[] states = new TradingState[changes];
    int[] closed = new int[days];
    try {
      for (int i = 0; i < changes; i++) {
        minutes[i] = c.minutes(i);
        states[i] = STATES[c.states(i)];
      }
      for (int i = 0; i < days; i++) {
        closed[i] = c.closedDays(i);
      }
      of.calendar = changes == 0 && days == 0 ? null : TradingCalendar.of(minutes, states, closed);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      answer.refuse(RejectReason.INVALID_TERMS);
      return;
    }
    machine.clock.follow(of);
    if (of.calendar != null && !of.settled) {
      change(of, of.calendar.stateAt(machine.now));
    }
  }

  /** A moment of the calendar has come. */
  public void changeByCalendar(Listing of) {
    if (of.calendar != null && !of.settled) {
      change(of, of.calendar.stateAt(machine.now));
      machine.clock.follow(of);
    }
  }

  /** Lets a market be in a state, ending an auction on the way. */
  public void change(Listing of, TradingState next) {
    TradingState before = of.state;
    if (next == before && of.crossLeft == 0) {
      return;
    }
    boolean ends =
        next == TradingState.OPEN
            || (before == TradingState.AUCTION && next == TradingState.CLOSED);
    of.afterCross = next;
    if (ends && of.crossLeft == 0 && isCrossed(of)) {
      trimReducing(of);
      if (auction.find(of.book, of.reference())) {
        of.crossPrice = auction.price();
        of.crossLeft = auction.volume();
        of.crossed = 0;
        machine.listings.beginCross();
      }
    }
    cross(of);
  }

  private static boolean isCrossed(Listing of) {
    long bid = of.book.bestAny(Side.BUY);
    long ask = of.book.bestAny(Side.SELL);
    return bid != 0 && ask != 0 && bid >= ask;
  }

  /** Trades what one command may of an auction; meanwhile nothing else may come in. */
  public void cross(Listing of) {
    listing = of;
    if (of.crossLeft > 0) {
      of.state = TradingState.HALT;
      if (of.crossDisturbed) {
        findAgain(of);
      }
      long before = of.crossLeft;
      of.crossLeft =
          auction.uncross(of.book, of.crossPrice, before, Limits.FILLS_PER_COMMAND, this);
      of.crossed += before - of.crossLeft;
      if (of.crossLeft > 0) {
        return;
      }
      machine.listings.endCross();
    }
    of.state = of.afterCross;
    machine
        .events
        .tradingStateChanged()
        .auctionPrice(of.crossPrice)
        .auctionQuantity(of.crossed)
        .instrumentId(of.id)
        .state((short) of.state.ordinal());
    of.crossPrice = 0;
    of.crossed = 0;
    leave(of);
  }

  /** Market orders leave with the auction that they came for, those of the day with the day. */
  private void leave(Listing of) {
    boolean closes = of.state == TradingState.CLOSED;
    if (!closes && of.state != TradingState.OPEN) {
      return;
    }
    LongArrayList over = new LongArrayList();
    LongArrayList ofTheDay = new LongArrayList();
    for (Side side : Side.values()) {
      of.book.forEachOrder(
          side,
          slot -> {
            int flags = orders.flags(slot);
            if (Resting.has(flags, Resting.AUCTION_ONLY)) {
              over.addLong(orders.id(slot));
            } else if (closes && Resting.has(flags, Resting.OF_THE_DAY)) {
              ofTheDay.addLong(orders.id(slot));
            }
          });
    }
    if (closes) {
      machine.waiting.forEachOfInstrument(
          of.id,
          place -> {
            machine.waiting.terms(place, scratch);
            if (scratch.timeInForce == TimeInForce.DAY) {
              ofTheDay.addLong(scratch.id);
            }
          });
    }
    over.forEachOrderedLong(id -> machine.cancels.cancelById(id, CancelReason.NO_LIQUIDITY));
    ofTheDay.forEachOrderedLong(id -> machine.cancels.cancelById(id, CancelReason.EXPIRED));
  }

  /** Orders have left between two parts of an auction: what is left of it may be less. */
  private void findAgain(Listing of) {
    of.crossDisturbed = false;
    boolean crosses = isCrossed(of) && auction.find(of.book, of.crossPrice);
    of.crossLeft = crosses ? auction.volume() : 0;
    of.crossPrice = crosses ? auction.price() : of.crossPrice;
  }

  /** Cuts orders that may only reduce to what there is to reduce: all may trade at one moment. */
  private void trimReducing(Listing of) {
    Map<Long, Long> taken = new HashMap<>();
    List<Integer> reducing = new ArrayList<>();
    for (Side side : Side.values()) {
      of.book.forEachOrder(
          side,
          slot -> {
            if (Resting.has(orders.flags(slot), Resting.REDUCE_ONLY)) {
              reducing.add(slot);
            }
          });
    }
    for (int slot : reducing) {
      int account = (int) orders.account(slot);
      boolean closes = Resting.has(orders.flags(slot), Resting.CLOSES);
      Side side = orders.side(slot);
      long key = (long) account << 2 | (closes ? 2 : 0) | side.ordinal();
      long before = taken.getOrDefault(key, 0L);
      long most = machine.collateral.reducible(of, account, side, closes) - before;
      long remaining = orders.remaining(slot);
      if (most <= 0) {
        machine.cancels.cancel(slot, CancelReason.REDUCE_ONLY);
      } else if (most < remaining) {
        machine.cancels.shrink(slot, remaining - most);
      }
      taken.put(key, before + Math.min(Math.max(0, most), remaining));
    }
  }

  /** In an auction both sides have waited, so both pay as makers; the younger counts as taker. */
  @Override
  public void onMatch(int buy, int sell, long price, long quantity) {
    boolean buyIsTaker = orders.id(buy) > orders.id(sell);
    int maker = buyIsTaker ? sell : buy;
    int taker = buyIsTaker ? buy : sell;
    int makerAccount = (int) orders.account(maker);
    int takerAccount = (int) orders.account(taker);
    long value = price * quantity * listing.unitValue;
    long makerFee = Fees.charge(value, listing.makerFeePpm(accounts.feeTier(makerAccount)));
    long takerFee = Fees.charge(value, listing.makerFeePpm(accounts.feeTier(takerAccount)));
    release(buy, quantity);
    release(sell, quantity);
    machine.trading.report(
        listing,
        orders.id(maker),
        orders.id(taker),
        makerAccount,
        takerAccount,
        buyIsTaker ? Side.BUY : Side.SELL,
        price,
        quantity,
        value,
        makerFee,
        takerFee);
    settle(buy, Side.BUY, quantity, value, maker == buy ? makerFee : takerFee);
    settle(sell, Side.SELL, quantity, value, maker == sell ? makerFee : takerFee);
    if (!listing.isMargined()) {
      machine.trading.deliver(
          listing, (int) orders.account(buy), (int) orders.account(sell), quantity, value);
    }
    machine.listings.traded(listing, price);
    machine.parents.traded(listing.id, quantity);
    machine.trading.hear(buy, quantity);
    machine.trading.hear(sell, quantity);
  }

  private void release(int slot, long traded) {
    long remaining = orders.remaining(slot);
    machine.collateral.release(listing, slot, remaining, remaining - traded);
    machine.listings.touch(listing, orders.side(slot), orders.price(slot), orders.flags(slot));
  }

  private void settle(int slot, Side side, long quantity, long value, long fee) {
    machine.trading.settle(
        listing,
        (int) orders.account(slot),
        side,
        Resting.has(orders.flags(slot), Resting.CLOSES),
        quantity,
        value,
        fee);
  }
}
