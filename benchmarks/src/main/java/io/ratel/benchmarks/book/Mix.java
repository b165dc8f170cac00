package io.ratel.benchmarks.book;

import io.ratel.exchange.book.Orders;
import java.util.Random;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.IntArrayList;

/**
 * A seeded flow in the proportions that exchange-core publishes for its own benchmarks: 13 % orders
 * that rest, 2 % immediate ones, 7 % cancels, 71 % moves, 7 % reduces. Orders come near the last
 * trade's price, moves go a hundredth of the way towards it, and a side that has fewer orders than
 * it should gets more. Buyers have even numbers and sellers odd ones: nobody meets oneself.
 */
final class Mix {
  static final int USERS = 1_000;

  private static final long FIRST_PRICE = 200_000;
  private static final int DEVIATION = 10_000;
  private static final long LOWEST = FIRST_PRICE - 5 * DEVIATION;
  private static final long HIGHEST = FIRST_PRICE + 5 * DEVIATION;
  private static final int LOOK_EVERY = 512;

  private final Random random;
  private final OrderFlow flow = new OrderFlow();
  private final RatelBook book = new RatelBook(this::onMatch);
  private final IntArrayList live = new IntArrayList();
  private final Int2IntHashMap places = new Int2IntHashMap(-1);
  private final int[] resting = new int[2];
  private final int target;
  private final int[] lacks = new int[2];
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
      mix.place(mix.resting[0] > mix.resting[1] ? 1 : 0, true);
    }
    int fill = mix.flow.size();
    for (int i = 0; i < commands; i++) {
      if (i % LOOK_EVERY == 0) {
        mix.lacks[0] = mix.target - mix.resting[0];
        mix.lacks[1] = mix.target - mix.resting[1];
      }
      mix.next();
    }
    return new Filled(mix.flow, fill);
  }

  private void next() {
    int side = random.nextInt(2);
    boolean grows = lacks[side] > 0 || live.isEmpty();
    int choice = random.nextInt(grows ? 10 : 40);
    if (choice < 2 || live.isEmpty()) {
      place(side, grows);
      return;
    }
    int id = live.getInt(random.nextInt(live.size()));
    int slot = book.orders().find(id);
    int user = (int) book.orders().account(slot);
    if (choice == 2) {
      apply(OrderFlow.CANCEL, 0, OrderFlow.GTC, user, id, 0, 0);
    } else if (choice == 3) {
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

  /**
   * @param side 0 for a bid
   */
  private void place(int side, boolean rests) {
    int user = 2 * random.nextInt(USERS / 2) + side;
    long lots = 1 + random.nextInt(6) * random.nextInt(6) * random.nextInt(6);
    int id = ++lastId;
    if (!rests) {
      apply(OrderFlow.PLACE, side, OrderFlow.IOC, user, id, side == 0 ? HIGHEST : LOWEST, lots);
      return;
    }
    long price = side == 0 ? lastPrice - distance() : lastPrice + distance();
    apply(OrderFlow.PLACE, side, OrderFlow.GTC, user, id, price, lots);
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
