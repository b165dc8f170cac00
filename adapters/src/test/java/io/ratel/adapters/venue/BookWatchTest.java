package io.ratel.adapters.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.instrument.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BookWatchTest {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final Symbol BTC = Symbol.of("X:BTC-USD");

  private final Set<Symbol> known = new HashSet<>();
  private final List<Integer> asked = new ArrayList<>();
  private boolean allowed = true;
  private int second;

  private BookWatch watch(int refreshSeconds) {
    return new BookWatch(
        List.of(BTC),
        known::contains,
        _ -> {
          if (allowed) {
            asked.add(second);
          }
          return allowed;
        },
        refreshSeconds * SECOND_NS);
  }

  private void look(BookWatch watch, int until) {
    while (second < until) {
      second++;
      watch.look(second * SECOND_NS);
    }
  }

  @Test
  void aBookThatStaysUnknownIsAskedForEverLessOften() {
    BookWatch watch = watch(0);
    watch.begin(0, false);
    look(watch, 200);
    assertThat(asked).containsExactly(1, 6, 16, 36, 76, 136, 196);
  }

  @Test
  void aSubscriptionThatBringsTheBookIsGivenTime() {
    BookWatch watch = watch(0);
    watch.begin(0, true);
    look(watch, 6);
    assertThat(asked).containsExactly(5);
  }

  @Test
  void aBookThatIsLostIsAskedForAfterAMoment() {
    BookWatch watch = watch(0);
    watch.begin(0, true);
    known.add(BTC);
    look(watch, 100);
    assertThat(asked).isEmpty();
    known.clear();
    look(watch, 102);
    assertThat(asked).containsExactly(102);
  }

  @Test
  void aBookWithoutNumbersIsAskedForNowAndThen() {
    BookWatch watch = watch(60);
    watch.begin(0, true);
    known.add(BTC);
    look(watch, 130);
    assertThat(asked).containsExactly(60, 120);
  }

  @Test
  void whatTheRateDidNotAllowIsAskedForWhenItDoes() {
    BookWatch watch = watch(0);
    watch.begin(0, false);
    allowed = false;
    look(watch, 3);
    allowed = true;
    look(watch, 4);
    assertThat(asked).containsExactly(4);
  }
}
