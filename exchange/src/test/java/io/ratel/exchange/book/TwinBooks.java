package io.ratel.exchange.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.book.NaiveBook.Own;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** The same commands for the real book and the naive one, and their comparison. */
final class TwinBooks {
  final NaiveBook naive = new NaiveBook();
  Orders orders = new Orders();
  OrderBook book = new OrderBook(orders);

  void rest(NaiveBook.Order order) {
    naive.rest(order);
    restReal(orders, book, order, order.open());
  }

  private static void restReal(Orders orders, OrderBook book, NaiveBook.Order order, long shown) {
    int slot =
        orders.add(
            order.id,
            order.account,
            3,
            order.side,
            order.price,
            order.remaining,
            order.remaining,
            0,
            order.hidden ? Orders.HIDDEN : 7);
    if (order.display > 0) {
      orders.setDisplay(slot, order.display, shown);
    }
    book.rest(slot);
  }

  void cancel(NaiveBook.Order order) {
    naive.cancel(order);
    book.cancel(orders.find(order.id));
  }

  void reduce(NaiveBook.Order order, long by) {
    naive.reduce(order, by);
    book.reduce(orders.find(order.id), by);
  }

  void move(NaiveBook.Order order, long price) {
    int slot = orders.find(order.id);
    naive.move(order, price);
    book.move(slot, price);
    assertThat(orders.find(order.id)).isEqualTo(slot);
  }

  void move(NaiveBook.Order order, long price, long more) {
    order.remaining += more;
    naive.move(order, price);
    int slot = orders.find(order.id);
    book.move(slot, price, orders.quantity(slot) + more);
  }

  /** Returns what is left. */
  long match(Side taker, long account, long limit, long quantity, int meets, Own own) {
    List<String> expected = new ArrayList<>();
    List<String> fills = new ArrayList<>();
    long left = naive.match(taker, account, limit, quantity, meets, own, expected);
    OrderBook.MatchHandler handler =
        new OrderBook.MatchHandler() {
          @Override
          public int onMeet(int maker) {
            if (orders.account(maker) != account || own == Own.TRADES) {
              return TRADE;
            }
            if (own == Own.CANCELS_MAKER) {
              fills.add("canceled " + orders.id(maker));
              book.cancel(maker);
              return SKIP;
            }
            return STOP;
          }

          @Override
          public void onMatch(int maker, long price, long traded) {
            fills.add(orders.id(maker) + " " + price + " " + traded);
          }
        };
    assertThat(book.match(taker, limit, quantity, meets, handler)).isEqualTo(left);
    assertThat(fills).isEqualTo(expected);
    return left;
  }

  /** Goes on with a book made of what this one tells in its sequence. */
  void restore() {
    Orders copies = new Orders();
    OrderBook copy = new OrderBook(copies);
    for (Side side : Side.values()) {
      book.forEachOrder(
          side,
          slot -> {
            NaiveBook.Order told = Objects.requireNonNull(naive.open.get(orders.id(slot)));
            assertThat(orders.display(slot)).isEqualTo(told.display);
            assertThat(orders.flags(slot)).isEqualTo(told.hidden ? Orders.HIDDEN : 7);
            restReal(copies, copy, told, orders.shown(slot));
          });
    }
    orders = copies;
    book = copy;
  }

  void compare() {
    assertThat(orders.size()).isEqualTo(naive.open.size());
    for (Side side : Side.values()) {
      List<String> queue = new ArrayList<>();
      book.forEachOrder(
          side,
          slot ->
              queue.add(
                  orders.id(slot)
                      + ":"
                      + orders.price(slot)
                      + "x"
                      + orders.remaining(slot)
                      + "/"
                      + orders.shown(slot)));
      List<NaiveBook.Order> sequence = naive.sequence(side);
      assertThat(queue).isEqualTo(sequence.stream().map(NaiveBook.Order::toString).toList());
      List<String> levels = new ArrayList<>();
      book.forEachLevel(
          side, (price, quantity, count) -> levels.add(price + "x" + quantity + "/" + count));
      assertThat(levels).isEqualTo(naive.levels(side));
      assertThat(book.bestAny(side)).isEqualTo(sequence.isEmpty() ? 0 : sequence.getFirst().price);
      long best =
          sequence.stream().filter(o -> !o.hidden).mapToLong(o -> o.price).findFirst().orElse(0);
      assertThat(book.best(side)).isEqualTo(best);
      if (best > 0) {
        assertThat(best + "x" + book.quantityAt(side, best) + "/" + book.ordersAt(side, best))
            .isEqualTo(levels.getFirst());
      }
    }
  }

  /** What can be asked of a book without changing it. */
  void ask(Random random, long price) {
    Side taker = random.nextBoolean() ? Side.BUY : Side.SELL;
    long quantity = 1 + random.nextInt(200);
    long account = random.nextInt(4);
    assertThat(book.canFill(taker, price, quantity))
        .isEqualTo(naive.reachable(taker, price, -1) >= quantity);
    assertThat(book.canFill(taker, price, quantity, account))
        .isEqualTo(naive.reachable(taker, price, account) >= quantity);
    boolean trades = naive.next(taker, price).isPresent();
    assertThat(book.wouldTrade(taker, price)).isEqualTo(trades);
    for (NaiveBook.Order order : naive.open.values()) {
      if (order.side == taker) {
        assertThat(book.wouldTrade(orders.find(order.id), price)).isEqualTo(trades);
      }
    }
    assertThat(book.cost(taker, quantity, price)).isEqualTo(naive.cost(taker, quantity, price));
  }
}
