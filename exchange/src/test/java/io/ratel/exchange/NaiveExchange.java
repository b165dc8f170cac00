package io.ratel.exchange;

import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine as one would write it on a whiteboard: sorted maps of queues, big integers, one
 * market whose tick and lot are a minor unit. It shares no code with the real one.
 */
final class NaiveExchange {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** An order with what is left of it. */
  private static final class Order {
    final long id;
    final long account;
    final Side side;
    final long price;
    long left;
    long quantity;

    Order(long id, long account, Side side, long price, long left) {
      this.id = id;
      this.account = account;
      this.side = side;
      this.price = price;
      this.left = left;
      this.quantity = left;
    }
  }

  private final TreeMap<Long, Deque<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, Deque<Order>> asks = new TreeMap<>();
  private final Map<Long, Order> open = new HashMap<>();
  private final Map<String, BigInteger> totals = new HashMap<>();
  private final long makerPpm;
  private final long takerPpm;

  /** What happened, one text each. */
  final List<String> happened = new ArrayList<>();

  NaiveExchange(long makerPpm, long takerPpm) {
    this.makerPpm = makerPpm;
    this.takerPpm = takerPpm;
  }

  void deposit(long account, int asset, long amount) {
    add(account, asset, BigInteger.valueOf(amount));
    add(1, asset, BigInteger.valueOf(-amount));
  }

  private void add(long account, int asset, BigInteger amount) {
    totals.merge(account + "/" + asset, amount, BigInteger::add);
  }

  BigInteger total(long account, int asset) {
    return totals.getOrDefault(account + "/" + asset, BigInteger.ZERO);
  }

  BigInteger held(long account, int asset) {
    BigInteger held = BigInteger.ZERO;
    for (Order order : open.values()) {
      if (order.account == account && asset == (order.side == Side.BUY ? 0 : 1)) {
        held = held.add(needed(order.side, order.price, order.left));
      }
    }
    return held;
  }

  private BigInteger needed(Side side, long price, long quantity) {
    if (side == Side.SELL) {
      return BigInteger.valueOf(quantity);
    }
    BigInteger value = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
    BigInteger[] fee =
        value
            .multiply(BigInteger.valueOf(Math.max(makerPpm, takerPpm)))
            .divideAndRemainder(MILLION);
    return value.add(fee[0]).add(BigInteger.valueOf(fee[1].signum()));
  }

  void limit(long id, long account, Side side, TimeInForce timeInForce, long price, long quantity) {
    int asset = side == Side.BUY ? 0 : 1;
    BigInteger available = total(account, asset).subtract(held(account, asset));
    if (needed(side, price, quantity).compareTo(available) > 0) {
      happened.add("refused " + id);
      return;
    }
    happened.add("accepted " + id);
    Order taker = new Order(id, account, side, price, quantity);
    TreeMap<Long, Deque<Order>> other = side == Side.BUY ? asks : bids;
    if (timeInForce == TimeInForce.FOK && reachable(other, taker) < quantity) {
      happened.add("canceled " + id + " " + quantity);
      return;
    }
    meet(taker);
    if (taker.left == 0) {
      return;
    }
    if (timeInForce == TimeInForce.GTC) {
      rest(taker);
    } else {
      happened.add("canceled " + id + " " + taker.left);
    }
  }

  private void meet(Order taker) {
    TreeMap<Long, Deque<Order>> other = taker.side == Side.BUY ? asks : bids;
    while (taker.left > 0 && !other.isEmpty() && crosses(taker, other.firstKey())) {
      Order maker = other.firstEntry().getValue().getFirst();
      trade(taker, maker);
      if (maker.left == 0) {
        remove(maker);
      }
    }
  }

  private void rest(Order order) {
    (order.side == Side.BUY ? bids : asks)
        .computeIfAbsent(order.price, p -> new ArrayDeque<>())
        .add(order);
    open.put(order.id, order);
  }

  private static boolean crosses(Order taker, long price) {
    return taker.side == Side.BUY ? price <= taker.price : price >= taker.price;
  }

  private static long reachable(TreeMap<Long, Deque<Order>> side, Order taker) {
    long sum = 0;
    for (Map.Entry<Long, Deque<Order>> level : side.entrySet()) {
      if (crosses(taker, level.getKey())) {
        sum += level.getValue().stream().mapToLong(order -> order.left).sum();
      }
    }
    return sum;
  }

  private void trade(Order taker, Order maker) {
    long quantity = Math.min(taker.left, maker.left);
    BigInteger value = BigInteger.valueOf(maker.price).multiply(BigInteger.valueOf(quantity));
    BigInteger makerFee = value.multiply(BigInteger.valueOf(makerPpm)).divide(MILLION);
    BigInteger takerFee = value.multiply(BigInteger.valueOf(takerPpm)).divide(MILLION);
    Order buyer = taker.side == Side.BUY ? taker : maker;
    Order seller = taker.side == Side.BUY ? maker : taker;
    add(buyer.account, 0, value.negate());
    add(seller.account, 0, value);
    add(buyer.account, 1, BigInteger.valueOf(quantity));
    add(seller.account, 1, BigInteger.valueOf(-quantity));
    add(maker.account, 0, makerFee.negate());
    add(taker.account, 0, takerFee.negate());
    add(2, 0, makerFee.add(takerFee));
    taker.left -= quantity;
    maker.left -= quantity;
    happened.add(
        "traded "
            + maker.id
            + " "
            + taker.id
            + " "
            + maker.price
            + " "
            + quantity
            + " "
            + makerFee
            + " "
            + takerFee);
  }

  void cancel(long account, long id) {
    Order order = open.get(id);
    if (order == null || order.account != account) {
      return;
    }
    happened.add("canceled " + id + " " + order.left);
    remove(order);
  }

  void replace(long account, long id, long price, long quantity) {
    Order order = open.get(id);
    if (order == null || order.account != account) {
      return;
    }
    long filled = order.quantity - order.left;
    long newPrice = price == 0 ? order.price : price;
    long newQuantity = quantity == 0 ? order.quantity : quantity;
    long left = newQuantity - filled;
    int asset = order.side == Side.BUY ? 0 : 1;
    BigInteger available =
        total(account, asset)
            .subtract(held(account, asset))
            .add(needed(order.side, order.price, order.left));
    if (left <= 0 || needed(order.side, newPrice, left).compareTo(available) > 0) {
      happened.add("refused " + id);
      return;
    }
    happened.add("replaced " + id + " " + newPrice + " " + newQuantity);
    if (newPrice == order.price && left <= order.left) {
      order.left = left;
      order.quantity = newQuantity;
      return;
    }
    remove(order);
    Order taker = new Order(id, account, order.side, newPrice, left);
    taker.quantity = newQuantity;
    meet(taker);
    if (taker.left > 0) {
      rest(taker);
    }
  }

  private void remove(Order order) {
    TreeMap<Long, Deque<Order>> side = order.side == Side.BUY ? bids : asks;
    side.get(order.price).remove(order);
    if (side.get(order.price).isEmpty()) {
      side.remove(order.price);
    }
    open.remove(order.id);
  }

  List<String> levels(Side side) {
    List<String> levels = new ArrayList<>();
    (side == Side.BUY ? bids : asks)
        .forEach(
            (price, queue) ->
                levels.add(
                    price
                        + "x"
                        + queue.stream().mapToLong(o -> o.left).sum()
                        + "/"
                        + queue.size()));
    return levels;
  }

  /** The order ids of a side as they would trade. */
  List<Long> queue(Side side) {
    List<Long> ids = new ArrayList<>();
    (side == Side.BUY ? bids : asks).values().forEach(q -> q.forEach(order -> ids.add(order.id)));
    return ids;
  }
}
