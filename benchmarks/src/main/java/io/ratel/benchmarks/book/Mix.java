package io.ratel.benchmarks.book;

import io.ratel.exchange.book.Orders;
import java.util.Random;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.IntArrayList;

/**
 * A seeded flow in the proportions that exchange-core publishes for its own benchmarks: 13 % orders
 * that may rest, 2 % immediate ones, 7 % cancels, 71 % moves, 7 % reduces. Orders come near the
 * last trade's price and moves go a hundredth of the way towards it. A side that has fewer orders
 * than it should gets more; when neither has, the next order meets the other side. Buyers have even
 * numbers and sellers odd ones: nobody meets oneself.
 */
final class Mix {
  static final int USERS = 1_000;

  private static final long FIRST_PRICE = 200_000;
  private static final int DEVIATION = 10_000;
  private static final long LOWEST = FIRST_PRICE - 5 * DEVIATION;
  private static final long HIGHEST = FIRST_PRICE + 5 * DEVIATION;

  private final Random random;
  private final OrderFlow flow = new OrderFlow();
  private final RatelBook book = new RatelBook(this::onMatch);
  private final IntArrayList live = new IntArrayList();
  private final Int2IntHashMap places = new Int2IntHashMap(-1);
  private final int[] resting = new int[2];
  private final int target;
  private long lastPrice = FIRST_PRICE;
  private int lastId;

  private Mix(int target, long seed) {
    this.target = target / 2;
    this.random = new Random(seed);
  }

  /** A flow, and how many of its first commands only fill the book. */
  record Filled(OrderFlow flow, int fill) {}

  /**
   * @param resting orders when the mix begins
   * @param commands of the mix
   */
  static Filled generate(int resting, int commands, long seed) {
    Mix mix = new Mix(resting, seed);
    while (mix.resting[0] < mix.target || mix.resting[1] < mix.target) {
      mix.place();
    }
    int fill = mix.flow.size();
    for (int i = 0; i < commands; i++) {
      mix.next();
    }
    return new Filled(mix.flow, fill);
  }

  private void next() {
    int choice = random.nextInt(100);
    if (choice < 13 || live.isEmpty()) {
      place();
      return;
    }
    if (choice < 15) {
      int side = random.nextInt(2);
      place(side, OrderFlow.IOC, side == 0 ? HIGHEST : LOWEST);
      return;
    }
    int id = live.getInt(random.nextInt(live.size()));
    int slot = book.orders().find(id);
    int user = (int) book.orders().account(slot);
    if (choice < 22) {
      apply(OrderFlow.CANCEL, 0, OrderFlow.GTC, user, id, 0, 0);
    } else if (choice < 29) {
      int by = 1 + random.nextInt((int) book.orders().remaining(slot));
      apply(OrderFlow.REDUCE, 0, OrderFlow.GTC, user, id, 0, by);
    } else {
      apply(OrderFlow.MOVE, 0, OrderFlow.GTC, user, id, moved(book.orders().price(slot)), 0);
    }
    if (book.orders().find(id) == Orders.NONE) {
      gone(id, user & 1);
    }
  }

  /** A hundredth of the way to the last price, one tick at least. */
  private long moved(long price) {
    long way = lastPrice - price;
    if (way == 0) {
      return price + random.nextInt(2) * 2 - 1;
    }
    return price + Long.signum(way) * ((Math.abs(way) + 99) / 100);
  }

  /** A limit order that rests on the side that needs it, or trades when none does. */
  private void place() {
    int side = resting[0] == resting[1] ? random.nextInt(2) : resting[0] < resting[1] ? 0 : 1;
    boolean crosses = resting[side] >= target;
    long away = (side == 0) == crosses ? distance() : -distance();
    place(side, OrderFlow.GTC, lastPrice + away);
  }

  /**
   * @param side 0 for a bid
   */
  private void place(int side, byte type, long price) {
    int user = 2 * random.nextInt(USERS / 2) + side;
    long lots = 1 + random.nextInt(6) * random.nextInt(6) * random.nextInt(6);
    int id = ++lastId;
    apply(OrderFlow.PLACE, side, type, user, id, price, lots);
    if (book.orders().find(id) != Orders.NONE) {
      places.put(id, live.size());
      live.addInt(id);
      resting[side]++;
    }
  }

  /** Ticks from the last price: a sum of four around the middle of a range that is mostly small. */
  private int distance() {
    double share = random.nextDouble();
    int range = 1 + (int) (share * share * DEVIATION);
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += random.nextInt(range);
    }
    return Math.abs(sum / 2 - range);
  }

  private void apply(byte command, int side, byte type, int user, int id, long price, long lots) {
    flow.add(command, side == 0, type, user, id, price, lots);
    book.run(flow, flow.size() - 1, flow.size());
  }

  private void onMatch(int maker, long price, long quantity) {
    lastPrice = Math.clamp(price, LOWEST, HIGHEST);
    Orders orders = book.orders();
    if (orders.remaining(maker) == quantity) {
      gone((int) orders.id(maker), (int) orders.account(maker) & 1);
    }
  }

  private void gone(int id, int side) {
    int place = places.remove(id);
    int last = live.removeAt(live.size() - 1);
    if (last != id) {
      live.setInt(place, last);
      places.put(last, place);
    }
    resting[side]--;
  }
}
