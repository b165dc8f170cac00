package io.ratel.exchange.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class TimersTest {
  private record Thing(int kind, long id) {}

  private record Timer(long ns, int kind, long id) {}

  /** A set in the sequence of being due, and what is in it. */
  private static final class Naive {
    final Map<Thing, Timer> timers = new HashMap<>();
    final TreeSet<Timer> sorted =
        new TreeSet<>(
            Comparator.comparingLong(Timer::ns)
                .thenComparingInt(Timer::kind)
                .thenComparingLong(Timer::id));

    void schedule(int kind, long id, long ns) {
      cancel(kind, id);
      Timer timer = new Timer(ns, kind, id);
      timers.put(new Thing(kind, id), timer);
      sorted.add(timer);
    }

    void cancel(int kind, long id) {
      Timer timer = timers.remove(new Thing(kind, id));
      if (timer != null) {
        sorted.remove(timer);
      }
    }
  }

  private static byte[] snapshot(Timers timers) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    timers.write(out);
    return Arrays.copyOf(buffer.byteArray(), out.length());
  }

  private static Timers read(byte[] bytes) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    buffer.putBytes(0, bytes);
    Timers timers = new Timers();
    timers.read(new SnapshotReader(buffer, 0, bytes.length));
    return timers;
  }

  @Property(tries = 100)
  void theyAreDueAsFromASortedSet(@ForAll long seed) {
    Random random = new Random(seed);
    Timers timers = new Timers();
    Naive naive = new Naive();
    long now = 0;
    for (int i = 0; i < 2_000; i++) {
      int kind = random.nextInt(4);
      long id = random.nextLong(200) - 5;
      switch (random.nextInt(4)) {
        case 0 -> {
          timers.cancel(kind, id);
          naive.cancel(kind, id);
        }
        case 1 -> {
          now += random.nextInt(20);
          while (timers.pollDue(now)) {
            Timer first = naive.sorted.first();
            naive.cancel(first.kind(), first.id());
            assertThat(new Timer(timers.polledNs(), timers.polledKind(), timers.polledId()))
                .isEqualTo(first);
          }
          assertThat(timers.nextNs()).isGreaterThan(now);
        }
        default -> {
          long ns = now + random.nextInt(100) - 10;
          timers.schedule(kind, id, ns);
          naive.schedule(kind, id, ns);
          assertThat(timers.timeNs(kind, id)).isEqualTo(ns);
        }
      }
      assertThat(timers.size()).isEqualTo(naive.sorted.size());
      if (i % 200 == 199) {
        Timers fresh = new Timers();
        naive.timers.values().forEach(t -> fresh.schedule(t.kind(), t.id(), t.ns()));
        byte[] bytes = snapshot(timers);
        assertThat(snapshot(fresh)).as("whatever came before").isEqualTo(bytes);
        if (random.nextBoolean()) {
          timers = read(bytes);
        }
        assertThat(snapshot(timers)).isEqualTo(bytes);
      }
    }
  }

  @Test
  void aThingHasOneMomentAndTheLatterCounts() {
    Timers timers = new Timers();
    timers.schedule(1, 7, 100);
    timers.schedule(1, 7, 50);
    assertThat(timers.size()).isEqualTo(1);
    assertThat(timers.pollDue(49)).isFalse();
    assertThat(timers.pollDue(50)).isTrue();
    assertThat(timers.timeNs(1, 7)).isEqualTo(Timers.NEVER);
    assertThat(timers.pollDue(Long.MAX_VALUE - 1)).isFalse();
  }

  @Test
  void aKindBeyondTheBoundIsRefused() {
    assertThatThrownBy(() -> new Timers().schedule(Timers.KINDS, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
  }
}
