package io.ratel.exchange.book;

import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The book as one would write it on a whiteboard: sorted maps of queues. It is told everything. */
final class NaiveBook {
  /** An order; {@code display} is 0 unless it is an iceberg. */
  static final class Order {
    final long id;
    final long account;
    final Side side;
    final boolean hidden;
    final long display;
    long price;
    long remaining;
    long slice;

    Order(
        long id, long account, Side side, boolean hidden, long display, long price, long quantity) {
      this.id = id;
      this.account = account;
      this.side = side;
      this.hidden = hidden;
      this.display = display;
      this.price = price;
      this.remaining = quantity;
      showFirst();
    }

    void showFirst() {
      slice = display == 0 ? 0 : Math.min(display, remaining);
    }

    long open() {
      return display == 0 ? remaining : slice;
    }

    long shown() {
      return hidden ? 0 : open();
    }

    @Override
    public String toString() {
      return id + ":" + price + "x" + remaining + "/" + shown();
    }
  }

  /** What a taker does about makers of its own account. */
  enum Own {
    TRADES,
    CANCELS_MAKER,
    STOPS
  }

  final Map<Long, Order> open = new TreeMap<>();
  private final List<TreeMap<Long, List<Order>>> queues = new ArrayList<>();

  NaiveBook() {
    Comparator<Long> rising = Comparator.naturalOrder();
    for (int i = 0; i < 4; i++) {
      queues.add(new TreeMap<>(i % 2 == 0 ? rising.reversed() : rising));
    }
  }

  private TreeMap<Long, List<Order>> queues(Side side, boolean hidden) {
    return queues.get(side.ordinal() + (hidden ? 2 : 0));
  }

  void rest(Order order) {
    queues(order.side, order.hidden)
        .computeIfAbsent(order.price, price -> new ArrayList<>())
        .add(order);
    open.put(order.id, order);
  }

  void cancel(Order order) {
    TreeMap<Long, List<Order>> levels = queues(order.side, order.hidden);
    levels.getOrDefault(order.price, new ArrayList<>()).remove(order);
    levels.values().removeIf(List::isEmpty);
    open.remove(order.id);
  }

  void reduce(Order order, long by) {
    order.remaining -= by;
    order.slice = Math.min(order.slice, order.remaining);
  }

  void move(Order order, long price) {
    cancel(order);
    order.price = price;
    order.showFirst();
    rest(order);
  }

  /** All orders of a side as they trade. */
  List<Order> sequence(Side side) {
    List<Order> all = new ArrayList<>();
    queues(side, false).values().forEach(all::addAll);
    queues(side, true).values().forEach(all::addAll);
    Comparator<Order> byPrice = Comparator.comparingLong(order -> order.price);
    all.sort(side == Side.BUY ? byPrice.reversed() : byPrice); // stable: those shown stay first
    return all;
  }

  Optional<Order> next(Side taker, long limit) {
    return sequence(taker.opposite()).stream()
        .filter(order -> taker == Side.BUY ? order.price <= limit : order.price >= limit)
        .findFirst();
  }

  /** Trades and returns what is left; adds a text for each trade. */
  long match(
      Side taker, long account, long limit, long quantity, int meets, Own own, List<String> said) {
    long left = quantity;
    for (int i = 0; i < meets && left > 0; i++) {
      Optional<Order> found = next(taker, limit);
      if (found.isEmpty()) {
        break;
      }
      Order maker = found.get();
      if (maker.account == account && own == Own.STOPS) {
        break;
      } else if (maker.account == account && own == Own.CANCELS_MAKER) {
        said.add("canceled " + maker.id);
        cancel(maker);
      } else {
        long traded = Math.min(left, maker.open());
        said.add(maker.id + " " + maker.price + " " + traded);
        left -= traded;
        fill(maker, traded);
      }
    }
    return left;
  }

  private void fill(Order maker, long traded) {
    maker.remaining -= traded;
    maker.slice -= maker.display == 0 ? 0 : traded;
    if (maker.remaining == 0) {
      cancel(maker);
    } else if (maker.display != 0 && maker.slice == 0) {
      cancel(maker);
      maker.showFirst();
      rest(maker);
    }
  }

  /** Lots at a limit or better, without those of an account. */
  long reachable(Side taker, long limit, long exceptAccount) {
    return sequence(taker.opposite()).stream()
        .filter(order -> taker == Side.BUY ? order.price <= limit : order.price >= limit)
        .filter(order -> order.account != exceptAccount)
        .mapToLong(order -> order.remaining)
        .sum();
  }

  long cost(Side taker, long quantity, long limit) {
    if (reachable(taker, limit, -1) < quantity) {
      return -1;
    }
    long left = quantity;
    long sum = 0;
    for (Order order : sequence(taker.opposite())) {
      long lots = Math.min(left, order.remaining);
      sum += lots * order.price;
      left -= lots;
    }
    return sum;
  }

  List<String> levels(Side side) {
    List<String> levels = new ArrayList<>();
    queues(side, false)
        .forEach(
            (price, queue) ->
                levels.add(
                    price
                        + "x"
                        + queue.stream().mapToLong(Order::shown).sum()
                        + "/"
                        + queue.size()));
    return levels;
  }
}
