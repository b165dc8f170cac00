package io.ratel.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.market.Level;
import io.ratel.model.order.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** The flat side beside a sorted map that says the same as simply as can be. */
final class BookSideTest {
  private static final class PlainSide {
    private final TreeMap<Long, Long> levels;
    private final Comparator<Long> bestFirst;
    private @Nullable Long unknownFrom;

    private PlainSide(Side side) {
      bestFirst = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
      levels = new TreeMap<>(bestFirst);
    }

    private void set(long price, long quantity) {
      if (unknownFrom != null && bestFirst.compare(price, unknownFrom) >= 0) {
        return;
      }
      if (quantity == 0) {
        levels.remove(price);
        return;
      }
      levels.put(price, quantity);
      if (levels.size() > BookSide.MAX_KEPT) {
        unknownFrom = levels.pollLastEntry().getKey();
      }
    }

    private List<Level> best(int depth) {
      return levels.entrySet().stream()
          .limit(depth)
          .map(level -> new Level(level.getKey(), level.getValue()))
          .toList();
    }
  }

  @Property(tries = 150)
  void theFlatSideIsThePlainOneWhateverChanges(
      @ForAll Side side,
      @ForAll @IntRange(min = 1, max = 3_000) int changes,
      @ForAll @IntRange(min = 1, max = 400) int prices,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    compare(side, changes, prices, new Random(seed));
  }

  @Property(tries = 3)
  void theFlatSideIsThePlainOneWhenItIsFull(
      @ForAll Side side, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    compare(side, 60_000, 12_000, new Random(seed));
  }

  private static void compare(Side side, int changes, int prices, Random random) {
    BookSide flat = new BookSide(side);
    PlainSide plain = new PlainSide(side);
    for (int i = 0; i < changes; i++) {
      long price = 1 + random.nextInt(prices);
      long quantity = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(100);
      flat.set(price, quantity);
      plain.set(price, quantity);
      if (i % 97 == 0 || i + 1 == changes) {
        List<Level> expected = plain.best(Integer.MAX_VALUE);
        assertThat(flat.best(Integer.MAX_VALUE)).isEqualTo(expected);
        assertThat(flat.bestPrice()).isEqualTo(expected.isEmpty() ? 0 : expected.get(0).price());
        assertThat(flat.bestQuantity())
            .isEqualTo(expected.isEmpty() ? 0 : expected.get(0).quantity());
      }
    }
  }
}
