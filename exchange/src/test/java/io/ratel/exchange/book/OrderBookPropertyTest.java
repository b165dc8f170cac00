package io.ratel.exchange.book;

import io.ratel.exchange.book.NaiveBook.Own;
import io.ratel.model.order.Side;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The book against a naive one, after every command. */
class OrderBookPropertyTest {
  private long lastId;

  private NaiveBook.Order order(Random random, Side side, long price, long quantity) {
    boolean hidden = random.nextInt(5) == 0;
    long display = !hidden && random.nextInt(5) == 0 ? 1 + random.nextInt(12) : 0;
    lastId += 1 + random.nextInt(64);
    return new NaiveBook.Order(lastId, random.nextInt(4), side, hidden, display, price, quantity);
  }

  private void place(TwinBooks twins, Random random, long price) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    NaiveBook.Order order = order(random, side, price, 1 + random.nextInt(60));
    Own own = Own.values()[random.nextInt(3)];
    int meets = random.nextInt(4) == 0 ? random.nextInt(4) : 1_000;
    long left = twins.match(side, order.account, price, order.remaining, meets, own);
    boolean crosses = twins.naive.next(side, price).isPresent();
    if (left > 0 && !crosses && random.nextInt(4) > 0) {
      order.remaining = left;
      order.showFirst();
      twins.rest(order);
    }
  }

  private void change(TwinBooks twins, Random random, long price) {
    List<NaiveBook.Order> open = List.copyOf(twins.naive.open.values());
    NaiveBook.Order order = open.get(random.nextInt(open.size()));
    switch (random.nextInt(5)) {
      case 0 -> twins.cancel(order);
      case 1 -> {
        if (order.remaining > 1) {
          twins.reduce(order, 1 + random.nextLong(order.remaining - 1));
        }
      }
      case 2 -> twins.move(order, price, random.nextInt(20) - Math.min(10, order.remaining - 1));
      default -> {
        // As in an auction the new price may reach the other side; then the next order meets it.
        twins.move(order, price);
      }
    }
  }

  @Property(tries = 300)
  void itIsASortedMapOfQueues(@ForAll long seed) {
    Random random = new Random(seed);
    TwinBooks twins = new TwinBooks();
    long middle = 1_000;
    int width = random.nextBoolean() ? 6 : 600;
    for (int i = 0; i < 500; i++) {
      if (random.nextInt(150) == 0) {
        middle = random.nextBoolean() ? 10_000_000 : 1_000;
      }
      long price = Math.max(1, middle + random.nextInt(2 * width) - width);
      if (twins.naive.open.isEmpty() || random.nextInt(5) < 3) {
        place(twins, random, price);
      } else {
        change(twins, random, price);
      }
      if (random.nextInt(100) == 0) {
        twins.restore();
      }
      twins.compare();
      twins.ask(random, price);
    }
  }
}
