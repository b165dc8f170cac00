package io.ratel.exchange.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.ExpandableArrayBuffer;

/** Thousands of random steps, against a list that is searched each time. */
class WaitingOrdersPropertyTest {
  private static final List<OrderType> TYPES =
      Arrays.stream(OrderType.values()).filter(OrderType::waits).toList();
  private static final int STEPS = 2_000;

  private WaitingOrders waiting = new WaitingOrders();
  private final NaiveWaiting naive = new NaiveWaiting();
  private long lastId;

  private void step(Random random, long market) {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> add(random, market);
      case 5 -> remove(random);
      case 6 -> arm(random, market);
      case 7 -> replace(random, market);
      default -> range(random, market);
    }
  }

  private OrderTerms terms(Random random, long market) {
    OrderTerms terms = new OrderTerms();
    // Mostly growing, at times a gap that is filled later.
    terms.id = lastId + 1 + random.nextInt(3);
    if (random.nextInt(5) == 0 && !naive.entries.containsKey(lastId - 7)) {
      terms.id = lastId - 7;
    }
    lastId = Math.max(lastId, terms.id);
    terms.account = random.nextInt(40);
    terms.instrument = random.nextInt(3) * 17;
    terms.side = random.nextBoolean() ? Side.BUY : Side.SELL;
    terms.type = TYPES.get(random.nextInt(TYPES.size()));
    terms.flags =
        (random.nextInt(3) == 0 ? OrderTerms.BY_MARK : 0)
            | (random.nextBoolean() ? OrderTerms.TRAIL_PPM : 0);
    terms.quantity = 1 + random.nextInt(100);
    terms.trigger = Math.max(1, market - 60 + random.nextInt(121));
    if (terms.type == OrderType.TRAILING_STOP) {
      terms.trail = 1 + random.nextInt(terms.has(OrderTerms.TRAIL_PPM) ? 60_000 : 60);
      if (random.nextBoolean()) {
        terms.trigger = 0;
      }
    }
    return terms;
  }

  private void add(Random random, long market) {
    OrderTerms terms = terms(random, market);
    boolean armed = random.nextInt(4) > 0;
    waiting.add(terms, armed);
    naive.entries.put(terms.id, new NaiveWaiting.Entry(terms, armed));
  }

  private NaiveWaiting.Entry any(Random random) {
    List<NaiveWaiting.Entry> entries = List.copyOf(naive.entries.values());
    return entries.get(random.nextInt(entries.size()));
  }

  private void remove(Random random) {
    if (!naive.entries.isEmpty()) {
      long id = any(random).terms.id;
      waiting.remove(waiting.find(id));
      naive.entries.remove(id);
      assertThat(waiting.find(id)).isEqualTo(WaitingOrders.NONE);
    }
  }

  private void arm(Random random, long market) {
    if (!naive.entries.isEmpty()) {
      NaiveWaiting.Entry entry = any(random);
      if (!entry.armed) {
        long price = random.nextInt(4) == 0 ? 0 : market;
        waiting.arm(waiting.find(entry.terms.id), price);
        naive.arm(entry.terms.id, price);
      }
    }
  }

  private void replace(Random random, long market) {
    if (!naive.entries.isEmpty()) {
      NaiveWaiting.Entry entry = any(random);
      OrderTerms terms = entry.terms;
      long trigger = random.nextBoolean() ? 0 : Math.max(1, market - 60 + random.nextInt(121));
      long quantity = random.nextBoolean() ? 0 : 1 + random.nextInt(100);
      waiting.replace(waiting.find(terms.id), trigger, 0, quantity);
      if (trigger != 0) {
        entry.set(trigger);
      }
      terms.quantity = quantity == 0 ? terms.quantity : quantity;
    }
  }

  private void range(Random random, long market) {
    long low = Math.max(1, market - random.nextInt(15));
    long high = Math.max(1, market + random.nextInt(15));
    long last = low + random.nextLong(high - low + 1);
    int instrument = random.nextInt(3) * 17;
    boolean byMark = random.nextInt(3) == 0;
    int max = random.nextBoolean() ? 1 + random.nextInt(3) : 1_000;
    List<String> fired = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    FiredHandler handler =
        new FiredHandler() {
          @Override
          public void onFired(OrderTerms terms) {
            assertThat(waiting.find(terms.id)).isEqualTo(WaitingOrders.NONE);
            fired.add("fired " + terms.id + " at " + terms.trigger);
          }

          @Override
          public void onTrigger(long id, long trigger) {
            moved.add("moved " + id + " to " + trigger);
          }
        };
    int count;
    do {
      count = waiting.fire(instrument, byMark, low, high, last, max, handler);
    } while (count == max);
    assertThat(firesAndMoves(fired, moved))
        .isEqualTo(naive.fire(instrument, byMark, low, high, last));
  }

  private static List<String> firesAndMoves(List<String> fired, List<String> moved) {
    moved.sort(Comparator.naturalOrder());
    List<String> both = new ArrayList<>(fired);
    both.addAll(moved);
    return both;
  }

  private static byte[] snapshot(WaitingOrders orders) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    orders.write(out);
    return Arrays.copyOf(buffer.byteArray(), out.length());
  }

  private void compare() {
    List<Long> ids = new ArrayList<>();
    OrderTerms terms = new OrderTerms();
    waiting.forEach(
        slot -> {
          waiting.terms(slot, terms);
          ids.add(terms.id);
          NaiveWaiting.Entry entry = naive.entry(terms.id);
          assertThat(waiting.isArmed(slot)).isEqualTo(entry.armed);
          assertThat(packed(terms)).isEqualTo(packed(entry.terms));
        });
    assertThat(ids).containsExactlyElementsOf(naive.entries.keySet());
    assertThat(waiting.size()).isEqualTo(ids.size());
    compareInstruments();
    for (int account = 0; account < 40; account++) {
      int which = account;
      List<Long> own = new ArrayList<>();
      waiting.forEachOfAccount(account, slot -> own.add(idOf(slot)));
      assertThat(own)
          .isEqualTo(ids.stream().filter(id -> accountOf(id) == which).toList())
          .hasSize(waiting.countOfAccount(account));
    }
  }

  private void compareInstruments() {
    for (int i = 0; i < 3; i++) {
      int instrument = i * 17;
      List<OrderTerms> expected =
          naive.entries.values().stream()
              .map(entry -> entry.terms)
              .filter(terms -> terms.instrument == instrument)
              .toList();
      List<Long> ids = new ArrayList<>();
      waiting.forEachOfInstrument(instrument, slot -> ids.add(idOf(slot)));
      assertThat(ids)
          .isEqualTo(expected.stream().map(terms -> terms.id).toList())
          .hasSize(waiting.countOfInstrument(instrument));
      assertThat(waiting.countTrailing(instrument))
          .isEqualTo(
              expected.stream().filter(terms -> terms.type == OrderType.TRAILING_STOP).count());
    }
  }

  private static long[] packed(OrderTerms terms) {
    long[] words = new long[OrderTerms.WORDS];
    terms.pack(words, 0);
    return words;
  }

  private int accountOf(long id) {
    return naive.entry(id).terms.account;
  }

  private long idOf(int slot) {
    OrderTerms terms = new OrderTerms();
    waiting.terms(slot, terms);
    return terms.id;
  }

  @Property(tries = 60)
  void agreesWithAListThatIsSearchedEachTime(@ForAll long seed) {
    Random random = new Random(seed);
    long market = 100 + random.nextInt(1_000);
    for (int i = 0; i < STEPS; i++) {
      market = Math.max(50, market + random.nextInt(21) - 10);
      step(random, market);
      if (i % 100 == 0) {
        compare();
      }
      if (i % 400 == 399) {
        WaitingOrders again = new WaitingOrders();
        byte[] bytes = snapshot(waiting);
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        buffer.putBytes(0, bytes);
        again.read(new SnapshotReader(buffer, 0, bytes.length));
        assertThat(snapshot(again)).isEqualTo(bytes);
        waiting = again;
      }
    }
    compare();
  }
}
