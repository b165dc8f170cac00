package io.ratel.exchange.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.position.NaivePositions.Key;
import io.ratel.exchange.position.NaivePositions.Row;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Positions against their twin: both ways of costing, both modes, snapshots on the way. */
class PositionsPropertyTest {
  private static final int COMMANDS = 300;
  private static final int ACCOUNTS = 4;
  private static final int INSTRUMENTS = 3;

  @Property(tries = 300)
  void theyAgreeWithTheNaiveOnesAfterEveryCommand(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int maxOpenings) {
    Random random = new Random(seed);
    Positions positions = new Positions(64, maxOpenings);
    NaivePositions naive = new NaivePositions(maxOpenings);
    for (int i = 0; i < COMMANDS; i++) {
      command(positions, naive, random);
      assertSame(positions, naive);
      if (random.nextInt(5) == 0) {
        drain(positions, naive);
      }
    }
  }

  @Property(tries = 100)
  void aSnapshotReadBackBehavesTheSameAndWritesTheSameBytes(
      @ForAll long seed, @ForAll @IntRange(max = COMMANDS) int cut) {
    Random random = new Random(seed);
    Positions positions = new Positions(64, 50);
    NaivePositions naive = new NaivePositions(50);
    for (int i = 0; i < cut; i++) {
      command(positions, naive, random);
      if (random.nextInt(5) == 0) {
        drain(positions, naive);
      }
    }
    Positions restored = new Positions(64, 50);
    restored.read(reader(bytes(positions)));
    assertThat(bytes(restored)).isEqualTo(bytes(positions));
    NaivePositions twin = new NaivePositions(50);
    twin.rows.putAll(naive.rows);
    twin.touched.addAll(naive.touched);
    for (int i = cut; i < COMMANDS; i++) {
      command(restored, twin, random);
      assertSame(restored, twin);
      if (random.nextInt(5) == 0) {
        drain(restored, twin);
      }
    }
  }

  @Property(tries = 60)
  void slotsAndFreeListsOfDifferentHistoriesDoNotShowInASnapshot(@ForAll long seed) {
    Positions whole = new Positions(64, 50);
    Positions cut = new Positions(64, 50);
    for (int i = 0; i < COMMANDS; i++) {
      long choice = new Random(seed + i).nextLong();
      // Each is led by a twin of its own, made anew from nothing but the choice.
      lead(whole, choice);
      lead(cut, choice);
      if (i % 7 == 0) {
        byte[] before = bytes(cut);
        cut = new Positions(64, 50);
        cut.read(reader(before));
      }
      assertThat(bytes(cut)).isEqualTo(bytes(whole));
    }
  }

  /** A command that needs to know nothing but the positions it is given to. */
  private static void lead(Positions positions, long choice) {
    Random random = new Random(choice);
    if (random.nextInt(8) == 0) {
      positions.drainTouched(
          row -> {
            if (positions.isIdle(row)) {
              positions.forget(row);
            }
          });
      return;
    }
    int row = positions.obtain(random.nextInt(4), random.nextInt(3), PositionSide.NET);
    long quantity = positions.quantity(row);
    boolean out = quantity != 0 && random.nextInt(3) == 0;
    Side side = out ? (quantity > 0 ? Side.SELL : Side.BUY) : side(random);
    long lots = out ? Math.abs(quantity) : 1 + random.nextInt(20);
    positions.trade(row, side, lots, random.nextInt(5_000), CostMethod.FIFO);
  }

  private static void command(Positions positions, NaivePositions naive, Random random) {
    int account = random.nextInt(ACCOUNTS);
    boolean hedging = account % 2 == 1;
    PositionSide standing =
        !hedging ? PositionSide.NET : random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT;
    Key key = new Key(account, random.nextInt(INSTRUMENTS), standing);
    int row = positions.obtain(key.account(), key.instrument(), key.side());
    Row twin = naive.obtain(key);
    switch (random.nextInt(12)) {
      case 0, 1 -> rest(positions, row, naive, key, random);
      case 2 -> adjust(positions, row, naive, key, random);
      case 3 -> {
        long margin = random.nextInt(3);
        positions.setMargin(row, margin);
        if (twin.margin != margin) {
          naive.touched.add(key);
          twin.margin = margin;
        }
      }
      default -> trade(positions, row, naive, key, random);
    }
  }

  private static void trade(
      Positions positions, int row, NaivePositions naive, Key key, Random random) {
    Row twin = naive.row(key);
    long held = Math.abs(twin.quantity());
    // Mostly one way of costing for each account, now and then the other.
    boolean fifo = (key.account() / 2 == 0) ^ random.nextInt(20) == 0;
    CostMethod method = fifo ? CostMethod.FIFO : CostMethod.AVERAGE;
    Side side = side(random);
    long lots = held > 0 && random.nextInt(6) == 0 ? held : 1 + random.nextInt(50);
    if (key.side() != PositionSide.NET) {
      Side opening = key.side() == PositionSide.LONG ? Side.BUY : Side.SELL;
      side = held == 0 ? opening : side;
      lots = side == opening ? lots : Math.min(lots, held);
    }
    long value = random.nextInt(10) == 0 ? random.nextLong(1L << 52) : random.nextInt(5_000);
    long sum = positions.cost(row) - positions.realizedPnl(row);
    long realized = positions.trade(row, side, lots, value, method);
    assertThat(realized).isEqualTo(naive.trade(key, side, lots, value, method));
    assertThat(positions.cost(row) - positions.realizedPnl(row))
        .as("cost less realized P&L is what the fills were worth")
        .isEqualTo(sum + (side == Side.BUY ? value : -value));
  }

  private static void rest(
      Positions positions, int row, NaivePositions naive, Key key, Random random) {
    Row twin = naive.row(key);
    Side side = side(random);
    int i = side.ordinal();
    boolean gone = random.nextBoolean();
    long lots = gone ? -twin.openLots[i] : random.nextInt(10);
    long value = gone ? -twin.openValue[i] : lots * 7;
    positions.addOpen(row, side, lots, value);
    twin.openLots[i] += lots;
    twin.openValue[i] += value;
    if (lots != 0) {
      naive.touched.add(key);
    }
  }

  private static void adjust(
      Positions positions, int row, NaivePositions naive, Key key, Random random) {
    Row twin = naive.row(key);
    if (twin.openings.isEmpty()) {
      return;
    }
    long numerator = 1 + random.nextInt(7);
    long quantity = twin.quantity() * numerator / (1 + random.nextInt(7));
    long cost = quantity == 0 ? 0 : random.nextBoolean() ? twin.cost() : twin.cost() / 3;
    if (quantity != twin.quantity() || cost != twin.cost()) {
      positions.adjust(row, quantity, cost);
      naive.adjust(key, quantity, cost);
    }
  }

  private static Side side(Random random) {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private static Key key(Positions positions, int row) {
    return new Key(positions.account(row), positions.instrument(row), positions.side(row));
  }

  /** Reports what was touched, and forgets some of what is idle. */
  private static void drain(Positions positions, NaivePositions naive) {
    List<Key> reported = new ArrayList<>();
    positions.drainTouched(
        row -> {
          reported.add(key(positions, row));
          if (positions.isIdle(row)) {
            positions.forget(row);
          }
        });
    assertThat(reported).containsExactlyElementsOf(naive.touched);
    naive.touched.clear();
    naive.rows.entrySet().removeIf(e -> reported.contains(e.getKey()) && e.getValue().isIdle());
  }

  private static void assertSame(Positions positions, NaivePositions naive) {
    List<Key> keys = new ArrayList<>();
    positions.forEach(row -> keys.add(key(positions, row)));
    assertThat(keys).containsExactlyElementsOf(naive.rows.keySet()).hasSize(positions.size());
    naive.rows.forEach(
        (key, twin) -> {
          int row = positions.find(key.account(), key.instrument(), key.side());
          assertThat(positions.position(row))
              .isEqualTo(new Position(twin.quantity(), twin.cost(), twin.realized));
          assertThat(positions.openBuyLots(row)).isEqualTo(twin.openLots[0]);
          assertThat(positions.openBuyValue(row)).isEqualTo(twin.openValue[0]);
          assertThat(positions.openSellLots(row)).isEqualTo(twin.openLots[1]);
          assertThat(positions.openSellValue(row)).isEqualTo(twin.openValue[1]);
          assertThat(positions.margin(row)).isEqualTo(twin.margin);
          assertThat(positions.isIdle(row)).isEqualTo(twin.isIdle());
        });
    for (int i = 0; i < ACCOUNTS; i++) {
      int account = i;
      List<Key> found = new ArrayList<>();
      for (int row = positions.firstOfAccount(i);
          row != Positions.NONE;
          row = positions.nextOfAccount(row)) {
        found.add(key(positions, row));
      }
      assertThat(found).isEqualTo(keys.stream().filter(k -> k.account() == account).toList());
    }
    for (int i = 0; i < INSTRUMENTS; i++) {
      int instrument = i;
      List<Key> found = new ArrayList<>();
      for (int row = positions.firstOfInstrument(i);
          row != Positions.NONE;
          row = positions.nextOfInstrument(row)) {
        found.add(key(positions, row));
      }
      assertThat(found).isEqualTo(keys.stream().filter(k -> k.instrument() == instrument).toList());
    }
  }

  private static byte[] bytes(Positions positions) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    positions.write(out);
    return Arrays.copyOf(buffer.byteArray(), out.length());
  }

  private static SnapshotReader reader(byte[] bytes) {
    return new SnapshotReader(new UnsafeBuffer(bytes), 0, bytes.length);
  }
}
