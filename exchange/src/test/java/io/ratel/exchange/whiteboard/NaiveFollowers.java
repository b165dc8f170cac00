package io.ratel.exchange.whiteboard;

import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Orders that wait for a price or for another order, and what follows from a command. */
final class NaiveFollowers {
  /** Orders that know of each other; one that is over leaves. */
  static final class Group {
    @Nullable NaiveOrder entry;
    @Nullable NaiveOrder profit;
    @Nullable NaiveOrder stop;
    long filled;
  }

  final TreeMap<Long, NaiveOrder> waiting = new TreeMap<>();
  final Map<Long, Group> groups = new HashMap<>();
  private final Deque<NaiveOrder> fired = new ArrayDeque<>();
  private final NaiveFloor floor;

  NaiveFollowers(NaiveFloor floor) {
    this.floor = floor;
  }

  void run() {
    while (true) {
      if (!floor.news.isEmpty()) {
        hear(floor.news.removeFirst());
      } else if (!fired.isEmpty()) {
        activate(fired.removeFirst());
      } else if (floor.restless) {
        look();
      } else {
        return;
      }
    }
  }

  private void hear(NaiveFloor.News news) {
    Group group = groups.get(news.order().id);
    if (group == null) {
      return;
    }
    if (group.entry == news.order()) {
      group.filled += news.lots();
      if (news.gone()) {
        protect(group);
      }
    } else if (news.gone()) {
      NaiveOrder other = group.profit == news.order() ? group.stop : group.profit;
      leave(group, news.order());
      drop(group, other);
    } else if (group.profit == news.order() && group.stop != null) {
      NaiveOrder stop = group.stop;
      if (waiting.containsKey(stop.id) && stop.left > news.lots()) {
        floor.shrink(stop, news.lots());
        floor.happened.add("replaced " + stop.id + " " + stop.price + " " + stop.left);
      }
    }
  }

  private void leave(Group group, NaiveOrder order) {
    groups.remove(order.id);
    group.entry = group.entry == order ? null : group.entry;
    group.profit = group.profit == order ? null : group.profit;
    group.stop = group.stop == order ? null : group.stop;
  }

  private void drop(Group group, @Nullable NaiveOrder leg) {
    if (leg != null) {
      leave(group, leg);
      cancel(leg, CancelReason.LINKED);
    }
  }

  /** Cancels an order wherever it is; false when it is nowhere. */
  boolean cancel(NaiveOrder order, CancelReason reason) {
    if (waiting.remove(order.id) != null) {
      floor.report(order, reason);
      return true;
    }
    if (floor.market.resting.contains(order)) {
      floor.cancel(order, reason);
      return true;
    }
    return false;
  }

  /** An entry is over: its legs are for what it has filled. */
  private void protect(Group group) {
    leave(group, Objects.requireNonNull(group.entry));
    NaiveOrder profit = group.profit;
    NaiveOrder stop = group.stop;
    if (group.filled == 0) {
      drop(group, profit);
      drop(group, stop);
      return;
    }
    if (stop != null && waiting.containsKey(stop.id)) {
      look();
      arm(stop, group.filled);
      stop.armed = true;
      floor.restless = true;
    }
    if (profit != null && waiting.remove(profit.id) != null) {
      arm(profit, group.filled);
      activate(profit);
    }
  }

  private void arm(NaiveOrder leg, long lots) {
    leg.left = lots;
    leg.quantity = lots;
    floor.happened.add("armed " + leg.id + " " + lots);
  }

  private void activate(NaiveOrder order) {
    if (order.type != OrderType.LIMIT && order.type != OrderType.MARKET) {
      boolean priced = order.type.isPriced();
      order.type = priced ? OrderType.LIMIT : OrderType.MARKET;
      if (!priced && order.timeInForce != TimeInForce.FOK) {
        order.timeInForce = TimeInForce.IOC;
      }
    }
    RejectReason fault = floor.enter(order);
    if (fault == RejectReason.NONE) {
      floor.go(order);
      return;
    }
    CancelReason reason =
        switch (fault) {
          case INSUFFICIENT_FUNDS -> CancelReason.INSUFFICIENT_FUNDS;
          case NO_LIQUIDITY -> CancelReason.NO_LIQUIDITY;
          default -> CancelReason.NOT_ALLOWED;
        };
    Group group = groups.get(order.id);
    floor.happened.add("canceled " + order.id + " " + order.left + " " + reason);
    if (group != null && group.entry == order) {
      floor.news.add(new NaiveFloor.News(order, 0, true));
    } else if (group != null) {
      leave(group, order);
    }
  }

  /** Asks all that wait about the trades since it last asked; trailing stops follow. */
  private void look() {
    floor.restless = false;
    long last = floor.lastTrade;
    long low = floor.low == 0 ? last : floor.low;
    long high = floor.high == 0 ? last : floor.high;
    floor.low = 0;
    floor.high = 0;
    if (last == 0) {
      return;
    }
    List<NaiveOrder> armed = waiting.values().stream().filter(order -> order.armed).toList();
    fire(armed.stream().filter(order -> order.isReached(low, high)).toList());
    List<NaiveOrder> moved = new ArrayList<>();
    for (NaiveOrder order : armed) {
      if (order.type == OrderType.TRAILING_STOP && waiting.containsKey(order.id)) {
        long trigger = order.followed(order.buys() ? low : high);
        if (trigger != order.trigger) {
          order.trigger = trigger;
          moved.add(order);
        }
      }
    }
    fire(moved.stream().filter(order -> order.isReached(last, last)).toList());
    moved.stream()
        .filter(order -> waiting.containsKey(order.id))
        .forEach(order -> floor.happened.add("moved " + order.id + " " + order.trigger));
  }

  private void fire(List<NaiveOrder> reached) {
    Comparator<NaiveOrder> byTrigger = Comparator.comparingLong(order -> order.trigger);
    for (boolean falls : new boolean[] {true, false}) {
      reached.stream()
          .filter(order -> order.triggersOnFall() == falls && waiting.containsKey(order.id))
          .sorted((falls ? byTrigger.reversed() : byTrigger).thenComparingLong(order -> order.id))
          .toList()
          .forEach(this::fire);
    }
  }

  private void fire(NaiveOrder order) {
    if (waiting.remove(order.id) == null) {
      return; // the other leg took it along
    }
    floor.happened.add("triggered " + order.id + " " + floor.lastTrade);
    Group group = groups.get(order.id);
    if (group != null && group.stop == order) {
      drop(group, group.profit);
      leave(group, order);
    }
    fired.addLast(order);
  }
}
