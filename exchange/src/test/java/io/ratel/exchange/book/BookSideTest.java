package io.ratel.exchange.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The window, its bitmaps and its overflow, against a sorted map. */
class BookSideTest {
  /** Both sides of the comparison. */
  private static final class Pair {
    final BookSide side;
    final TreeMap<Long, Long> naive;

    Pair(boolean bids) {
      side = new BookSide(bids);
      Comparator<Long> rising = Comparator.naturalOrder();
      naive = new TreeMap<>(bids ? rising.reversed() : rising);
    }

    void add(long price, long quantity) {
      int level = side.find(price);
      assertThat(level != BookSide.NONE).isEqualTo(naive.containsKey(price));
      if (level == BookSide.NONE) {
        level = side.insert(price);
      }
      side.change(level, quantity, 1);
      side.queue(level, (int) (price % 1_000), (int) (quantity % 1_000));
      naive.merge(price, quantity, Long::sum);
    }

    void delete(long price) {
      int level = side.find(price);
      assertThat(side.quantity(level)).isEqualTo(naive.remove(price));
      side.delete(level);
      assertThat(side.find(price)).isEqualTo(BookSide.NONE);
    }

    void compare() {
      List<Long> levels = new ArrayList<>();
      List<Long> expected = new ArrayList<>();
      for (int level = side.best(); level != BookSide.NONE; level = side.worse(level)) {
        levels.add(side.price(level));
        levels.add(side.quantity(level));
        levels.add((long) side.head(level));
      }
      for (Map.Entry<Long, Long> level : naive.entrySet()) {
        expected.add(level.getKey());
        expected.add(level.getValue());
        expected.add(level.getKey() % 1_000);
      }
      assertThat(levels).isEqualTo(expected);
      assertThat(side.size()).isEqualTo(naive.size());
    }
  }

  /** Prices near a market that wanders, leaps tenfold and comes back, and some far away. */
  private static long price(Random random, long market) {
    return switch (random.nextInt(12)) {
      case 0 -> Math.max(1, market + random.nextInt(200_000) - 100_000);
      case 1 -> 1 + random.nextLong(market * 4);
      case 2 -> Math.max(1, market + random.nextInt(4_000) - 2_000);
      default -> Math.max(1, market + random.nextInt(100) - 50);
    };
  }

  @Property(tries = 400)
  void itIsASortedMapOfLevels(@ForAll long seed, @ForAll boolean bids) {
    Random random = new Random(seed);
    Pair pair = new Pair(bids);
    long market = 1 + random.nextInt(3_000_000);
    int room = 1 + random.nextInt(random.nextBoolean() ? 8 : 400);
    for (int i = 0; i < 1_500; i++) {
      if (random.nextInt(200) == 0) {
        market = random.nextBoolean() ? market * 10 % 900_000_001 + 1 : market / 10 + 1;
      }
      market = Math.max(1, market + random.nextInt(41) - 20);
      if (pair.naive.size() >= room || (random.nextInt(3) == 0 && !pair.naive.isEmpty())) {
        List<Long> prices = new ArrayList<>(pair.naive.keySet());
        int which = random.nextBoolean() ? 0 : random.nextInt(prices.size());
        pair.delete(prices.get(which));
      } else {
        pair.add(price(random, market), 1 + random.nextInt(100));
      }
      if (i % 10 == 0) {
        pair.compare();
      }
    }
    pair.compare();
  }
}
