package io.ratel.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.MarketViews.BookView;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class BookBuilderTest {
  private static final Market MARKET = new Market(Symbol.of("X:A-B"), 0, 0);

  @Property(tries = 500)
  void droppedDoubledAndReorderedChangesEndInTheTrueBookOrAnUnknownOne(
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Venue venue = new Venue(random);
    List<BookDelta> changes = new ArrayList<>();
    List<BookSnapshot> truths = new ArrayList<>(List.of(venue.snapshot()));
    for (int i = 0; i < count; i++) {
      changes.add(venue.change());
      truths.add(venue.snapshot());
    }
    BookBuilder book = new BookBuilder(MARKET, false);
    int asked = random.nextInt(truths.size());
    List<Object> sent = new ArrayList<>(disturbed(changes, random));
    sent.add(random.nextInt(sent.size() + 1), truths.get(asked));
    sent.add(truths.get(random.nextInt(truths.size())));
    for (Object event : sent) {
      switch (event) {
        case BookSnapshot snapshot -> book.apply(snapshot);
        case BookDelta delta -> book.apply(delta);
        default -> throw new IllegalStateException();
      }
      Optional<BookView> view = book.view("X", 1_000);
      if (view.isPresent()) {
        BookView shown = view.get();
        BookSnapshot truth =
            truths.stream().filter(at -> at.sequence() == shown.sequence()).findFirst().get();
        assertThat(shown.bids()).isEqualTo(truth.bids());
        assertThat(shown.asks()).isEqualTo(truth.asks());
      }
    }
  }

  @Property(tries = 50)
  void undisturbedChangesAfterASnapshotAreAlwaysShown(
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    Venue venue = new Venue(random);
    BookBuilder book = new BookBuilder(MARKET, false);
    BookSnapshot start = venue.snapshot();
    for (int i = 0; i < count; i++) {
      book.apply(venue.change());
    }
    assertThat(book.view("X", 10)).isEmpty();
    book.apply(start); // the answer came late: the changes have waited for it
    BookSnapshot truth = venue.snapshot();
    BookView shown = book.view("X", 1_000).orElseThrow();
    assertThat(shown.bids()).isEqualTo(truth.bids());
    assertThat(shown.asks()).isEqualTo(truth.asks());
    assertThat(shown.sequence()).isEqualTo(truth.sequence());
    assertThat(book.gaps()).isZero();
  }

  @Test
  void aGapHidesTheBookUntilASnapshotCoversIt() {
    BookBuilder book = new BookBuilder(MARKET, false);
    book.apply(snapshot(10, List.of(new Level(5, 1)), List.of(new Level(7, 1))));
    book.apply(delta(11, 12, List.of(new Level(6, 1)), List.of()));
    assertThat(book.shown()).isTrue();
    assertThat(book.apply(delta(14, 15, List.of(new Level(6, 0)), List.of()))).isTrue();
    assertThat(book.view("X", 10)).isEmpty();
    assertThat(book.gaps()).isEqualTo(1);
    book.apply(snapshot(13, List.of(new Level(6, 1)), List.of(new Level(8, 1))));
    assertThat(book.view("X", 10).orElseThrow().sequence()).isEqualTo(15);
    assertThat(book.view("X", 10).orElseThrow().bids()).isEmpty();
  }

  @Test
  void aCrossedBookIsNeverShown() {
    BookBuilder book = new BookBuilder(MARKET, false);
    book.apply(snapshot(0, List.of(new Level(5, 1)), List.of(new Level(7, 1))));
    book.apply(delta(0, 0, List.of(new Level(7, 1)), List.of()));
    assertThat(book.view("X", 10)).isEmpty();
    book.apply(delta(0, 0, List.of(new Level(7, 0)), List.of()));
    assertThat(book.view("X", 10)).isEmpty();
    assertThat(book.crossed()).isEqualTo(1);
    book.apply(snapshot(0, List.of(new Level(5, 1)), List.of(new Level(7, 1))));
    assertThat(book.view("X", 10)).isPresent();
  }

  @Test
  void aBookOfOurOwnBeginsEmptyAndIsHiddenOnlyWhileItCrosses() {
    BookBuilder book = new BookBuilder(MARKET, true);
    assertThat(book.view("RATEL", 10).orElseThrow().bids()).isEmpty();
    book.apply(delta(0, 3, List.of(new Level(5, 1)), List.of(new Level(6, 1))));
    book.apply(delta(0, 9, List.of(new Level(6, 1)), List.of()));
    assertThat(book.view("RATEL", 10)).isEmpty();
    book.apply(delta(0, 9, List.of(), List.of(new Level(6, 9))));
    book.apply(delta(0, 11, List.of(), List.of(new Level(6, 0))));
    assertThat(book.view("RATEL", 10).orElseThrow().sequence()).isEqualTo(11);
    assertThat(book.crossed()).isZero();
  }

  @Test
  void levelsAreCountedInFinerDecimalsWhenTheMarketWidens() {
    Market wider = new Market(MARKET.symbol(), 1, 2);
    BookBuilder book = new BookBuilder(MARKET, false);
    book.apply(snapshot(0, List.of(new Level(5, 1)), List.of(new Level(7, 1))));
    book.apply(new BookDelta(wider, List.of(new Level(55, 150)), List.of(), 0, 0, 1, 1));
    book.apply(delta(0, 0, List.of(), List.of(new Level(7, 0))));
    BookView view = book.view("X", 10).orElseThrow();
    assertThat(view.market()).isEqualTo(wider);
    assertThat(view.bids()).containsExactly(new Level(55, 150), new Level(50, 100));
    assertThat(view.asks()).isEmpty();
  }

  @Test
  void whatIsWorseThanTheDeepestKeptLevelStaysUnknown() {
    List<Level> deep = new ArrayList<>();
    for (int i = 0; i < BookSide.MAX_KEPT; i++) {
      deep.add(new Level(100_000 - 2 * i, 1));
    }
    BookBuilder book = new BookBuilder(MARKET, false);
    book.apply(snapshot(0, deep, List.of()));
    long worst = deep.getLast().price();
    book.apply(delta(0, 0, List.of(new Level(100_001, 1)), List.of()));
    book.apply(delta(0, 0, List.of(new Level(100_001, 0)), List.of()));
    book.apply(delta(0, 0, List.of(new Level(worst, 5)), List.of()));
    assertThat(book.view("X", 10_000).orElseThrow().bids()).hasSize(BookBuilder.MAX_SHOWN);
    for (int i = 0; i < BookSide.MAX_KEPT - 1; i++) {
      book.apply(delta(0, 0, List.of(new Level(deep.get(i).price(), 0)), List.of()));
    }
    assertThat(book.view("X", 10).orElseThrow().bids()).isEmpty();
  }

  private static List<BookDelta> disturbed(List<BookDelta> changes, Random random) {
    List<BookDelta> sent = new ArrayList<>();
    for (BookDelta change : changes) {
      int fate = random.nextInt(10);
      if (fate > 0) {
        sent.add(change);
      }
      if (fate == 1) {
        sent.add(change);
      }
    }
    for (int i = 0; i + 1 < sent.size(); i++) {
      if (random.nextInt(8) == 0) {
        Collections.swap(sent, i, i + 1);
      }
    }
    return sent;
  }

  private static BookSnapshot snapshot(long sequence, List<Level> bids, List<Level> asks) {
    return new BookSnapshot(MARKET, bids, asks, sequence, 1, 1);
  }

  private static BookDelta delta(long first, long last, List<Level> bids, List<Level> asks) {
    return new BookDelta(MARKET, bids, asks, first, last, 1, 1);
  }

  /** A venue that keeps its book in the plainest way. */
  private static final class Venue {
    private final Random random;
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private long sequence = 1_000;

    Venue(Random random) {
      this.random = random;
      change();
    }

    BookDelta change() {
      long first = sequence + 1;
      sequence += 1 + random.nextInt(3);
      Map<Long, Long> newBids = change(bids, 100);
      Map<Long, Long> newAsks = change(asks, 120);
      return delta(first, sequence, levels(newBids), levels(newAsks));
    }

    BookSnapshot snapshot() {
      return BookBuilderTest.snapshot(sequence, levels(bids), levels(asks));
    }

    private Map<Long, Long> change(TreeMap<Long, Long> side, long from) {
      Map<Long, Long> changes = new TreeMap<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        long price = from + random.nextInt(20);
        long quantity = random.nextInt(3);
        changes.put(price, quantity);
        if (quantity == 0) {
          side.remove(price);
        } else {
          side.put(price, quantity);
        }
      }
      return changes;
    }

    private static List<Level> levels(Map<Long, Long> side) {
      List<Level> levels = new ArrayList<>();
      side.forEach((price, quantity) -> levels.add(new Level(price, quantity)));
      return levels;
    }
  }
}
