package io.ratel.exchange.algo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.order.Algo;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.ExpandableArrayBuffer;

class ParentOrdersPropertyTest {
  private static final long ID = 77;
  private static final Algo[] ALGOS = Algo.values();

  private static Split split(Random random, Algo algo) {
    Split split = new Split();
    split.algo = algo;
    split.startNs = random.nextInt(2_000);
    split.endNs = split.startNs + 1 + random.nextLong(random.nextBoolean() ? 50 : 100_000);
    split.intervalNs =
        1 + (split.endNs - split.startNs) / 200 + random.nextInt(random.nextBoolean() ? 5 : 5_000);
    split.participationPpm = algo == Algo.POV ? 1 + random.nextInt(1_000_000) : 0;
    if (algo == Algo.VWAP && random.nextBoolean()) {
      split.weightCount = 1 + random.nextInt(Split.MAX_WEIGHTS);
      split.endNs = Math.max(split.endNs, split.startNs + split.weightCount);
      Arrays.setAll(split.weights, i -> random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_001));
      split.weights[0] = Math.max(1, split.weights[0]);
    }
    return split;
  }

  private static OrderTerms whole(Random random) {
    OrderTerms terms = new OrderTerms();
    terms.id = ID;
    terms.account = random.nextInt(100);
    terms.instrument = random.nextInt(100);
    terms.quantity =
        1
            + random.nextLong(
                random.nextBoolean() ? 100 : random.nextBoolean() ? 1_000_000 : 1L << 61);
    return terms;
  }

  /** What should be done by a moment, counted slice by slice in whole numbers of any length. */
  private static BigInteger target(Split split, long quantity, long now) {
    BigInteger total = BigInteger.valueOf(quantity);
    BigInteger weight = BigInteger.ZERO;
    BigInteger sum = BigInteger.ZERO;
    long begun = 0;
    long slices = split.weightCount;
    long length = split.endNs - split.startNs;
    if (slices == 0) {
      while (split.startNs + slices * split.intervalNs < split.endNs) {
        slices++;
      }
    }
    for (int i = 0; i < slices; i++) {
      boolean weighted = split.weightCount > 0;
      BigInteger here = BigInteger.valueOf(weighted ? split.weights[i] : 1);
      boolean reached =
          weighted
              ? (now - split.startNs) * slices >= i * length
              : now >= split.startNs + i * split.intervalNs;
      sum = sum.add(here);
      if (reached) {
        weight = weight.add(here);
        begun++;
      }
    }
    if (begun == slices) {
      return total;
    }
    if (split.algo == Algo.TWAP) {
      BigInteger[] shares = total.divideAndRemainder(BigInteger.valueOf(slices));
      BigInteger slice = BigInteger.valueOf(begun);
      return shares[0].multiply(slice).add(shares[1].min(slice));
    }
    return total.multiply(weight).divide(sum);
  }

  private static byte[] snapshot(ParentOrders parents) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    parents.write(out);
    return Arrays.copyOf(buffer.byteArray(), out.length());
  }

  private static ParentOrders readBack(ParentOrders parents) {
    byte[] bytes = snapshot(parents);
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    buffer.putBytes(0, bytes);
    ParentOrders again = new ParentOrders();
    // A slot that was used, a parent that came and went: history that must not be seen.
    OrderTerms other = new OrderTerms();
    other.id = 5;
    other.quantity = 1;
    Split any = new Split();
    any.endNs = 1;
    any.intervalNs = 1;
    again.remove(again.add(other, any, 0));
    again.onTraded(3, 1_000);
    again.read(new SnapshotReader(buffer, 0, bytes.length));
    assertThat(snapshot(again)).isEqualTo(bytes);
    return again;
  }

  @Property(tries = 500)
  void lateTicksCatchUpAndNothingExceedsTheWhole(@ForAll long seed) {
    Random random = new Random(seed);
    Algo algo = ALGOS[random.nextInt(ALGOS.length)];
    Split split = split(random, algo);
    OrderTerms whole = whole(random);
    ParentOrders parents = new ParentOrders();
    long now = random.nextInt(1_000);
    parents.add(whole, split, now);
    long done = 0;
    BigInteger others = BigInteger.ZERO;
    boolean begun = now >= split.startNs;
    while (!parents.isOver(parents.find(ID), now)) {
      int slot = parents.find(ID);
      parents.onChildGone(ID, parents.working(slot));
      long due = parents.dueQuantity(slot, now);
      if (now < split.startNs) {
        assertThat(due).isZero();
      } else {
        BigInteger owed =
            algo == Algo.POV
                ? others
                    .multiply(BigInteger.valueOf(split.participationPpm))
                    .divide(BigInteger.valueOf(1_000_000))
                    .min(BigInteger.valueOf(whole.quantity))
                : target(split, whole.quantity, now);
        assertThat(BigInteger.valueOf(due))
            .isEqualTo(owed.subtract(BigInteger.valueOf(done)).max(BigInteger.ZERO));
        begun = true;
      }
      parents.onChildPlaced(ID, due);
      long filled = due == 0 ? 0 : random.nextBoolean() ? due : random.nextLong(due + 1);
      parents.onTraded(whole.instrument, filled);
      parents.onChildFilled(ID, filled);
      done += filled;
      long traded = random.nextInt(1_000);
      parents.onTraded(whole.instrument, traded);
      others = begun ? others.add(BigInteger.valueOf(traded)) : others;
      assertThat(parents.done(slot)).isEqualTo(done).isLessThanOrEqualTo(whole.quantity);
      assertThat(parents.left(slot)).isNotNegative();
      assertThat(parents.nextTimeNs(slot, now)).isGreaterThan(now);
      now = parents.nextTimeNs(slot, now) + (random.nextInt(3) == 0 ? random.nextInt(9_000) : 0);
      parents = random.nextInt(10) == 0 ? readBack(parents) : parents;
    }
  }

  @Property(tries = 500)
  void childrenThatAlwaysFillAddUpToTheWhole(@ForAll long seed) {
    Random random = new Random(seed);
    Split split = split(random, random.nextBoolean() ? Algo.TWAP : Algo.VWAP);
    OrderTerms whole = whole(random);
    ParentOrders parents = new ParentOrders();
    int slot = parents.add(whole, split, 0);
    long now = 0;
    long sum = 0;
    while (!parents.isOver(slot, now)) {
      long due = parents.dueQuantity(slot, now);
      parents.onChildPlaced(ID, due);
      parents.onChildFilled(ID, due);
      sum += due;
      now = parents.nextTimeNs(slot, now);
    }
    assertThat(sum).isEqualTo(whole.quantity);
    assertThat(parents.left(slot)).isZero();
  }

  @Property(tries = 300)
  void theNextTimeIsTheFirstAtWhichMoreIsDue(@ForAll long seed) {
    Random random = new Random(seed);
    Split split = split(random, random.nextBoolean() ? Algo.TWAP : Algo.VWAP);
    long now = split.startNs + random.nextLong(split.endNs - split.startNs);
    long next = Schedule.nextNs(split, now);
    long slice = Schedule.slice(split, now);
    assertThat(Schedule.slice(split, next - 1)).isEqualTo(slice);
    if (next < split.endNs) {
      assertThat(Schedule.slice(split, next)).isGreaterThan(slice);
    } else {
      assertThat(Schedule.target(split, 1_000, slice)).isEqualTo(1_000);
    }
  }
}
