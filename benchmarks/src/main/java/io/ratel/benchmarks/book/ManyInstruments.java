package io.ratel.benchmarks.book;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.exchange.book.OrderBook;
import io.ratel.exchange.book.Orders;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Two thousand books that share one slab, with five hundred orders each: an order is placed or
 * canceled in any of them. No two commands in a row find their book in the processor's caches.
 */
final class ManyInstruments implements Measurement {
  private static final int BOOKS = 2_000;
  private static final int RESTING = 500;
  private static final int COMMANDS = 2_000_000;
  private static final int RUNS = 5;
  private static final int DEPTH = 200;
  private static final long MIDDLE = 10_000;

  @Override
  public List<String> rows() {
    return List.of("exchange.instruments");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    List<Figures> runs = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      double nanos = run(new Random(1));
      if (run > 0) {
        runs.add(Figures.of(nanos));
      }
    }
    out.accept(Row.of("exchange.instruments", "ns", runs));
  }

  private static double run(Random random) {
    Orders orders = new Orders();
    OrderBook[] books = new OrderBook[BOOKS];
    long[] slots = new long[BOOKS * RESTING];
    for (int i = 0; i < BOOKS; i++) {
      books[i] = new OrderBook(orders);
    }
    for (int i = 0; i < slots.length; i++) {
      slots[i] = i + 1;
      rest(orders, books, i + 1, i % BOOKS, random.nextInt());
    }
    int[] dice = random.ints(2L * COMMANDS).toArray();
    System.gc();
    long id = slots.length;
    long started = System.nanoTime();
    for (int i = 0; i < COMMANDS; i += 2) {
      int which = (dice[2 * i] >>> 1) % slots.length;
      int slot = orders.find(slots[which]);
      books[orders.instrument(slot)].cancel(slot);
      slots[which] = ++id;
      rest(orders, books, id, (dice[2 * i + 1] >>> 1) % BOOKS, dice[2 * i + 2]);
    }
    return (System.nanoTime() - started) / (double) COMMANDS;
  }

  private static void rest(Orders orders, OrderBook[] books, long id, int book, int dice) {
    Side side = dice < 0 ? Side.BUY : Side.SELL;
    long away = 1 + (dice & 0xFFFF) % DEPTH;
    long price = side == Side.BUY ? MIDDLE - away : MIDDLE + away;
    books[book].rest(orders.add(id, 1, book, side, price, 10, 10, 0));
  }
}
