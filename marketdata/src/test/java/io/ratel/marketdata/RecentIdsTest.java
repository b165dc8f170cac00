package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class RecentIdsTest {
  @Property(tries = 100)
  void exactlyTheNewestIdsAreKnown(
      @ForAll @IntRange(min = 1, max = 3_000) int count,
      @ForAll @IntRange(min = 1, max = 2_000) int different,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    RecentIds ids = new RecentIds();
    Set<String> known = new HashSet<>();
    Deque<String> order = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      int number = random.nextInt(different);
      String id = number % 3 == 0 ? "trade-" + number : Integer.toString(number);
      boolean isNew = known.add(id);
      assertThat(ids.add(id)).isEqualTo(isNew);
      if (isNew) {
        order.addLast(id);
        if (order.size() > RecentIds.MAX_IDS) {
          known.remove(order.removeFirst());
        }
      }
    }
  }

  @Test
  void numbersAreThemselvesAndNothingElseIsTakenForOne() {
    assertThat(RecentIds.key("0")).isZero();
    assertThat(RecentIds.key("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
    for (String other : new String[] {"", "00", "01", "1a", "-1", "1000000000000000000", "１"}) {
      assertThat(RecentIds.key(other)).isNegative();
    }
  }
}
