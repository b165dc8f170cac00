package io.ratel.marketdata;

import io.ratel.marketdata.book.Gap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest gaps of one market. One thread at a time. */
final class GapLedger {
  /** The store has older ones, until they are old enough to go. */
  static final int MAX_GAPS = 100;

  private final Deque<Gap> newestFirst = new ArrayDeque<>(1);

  /** Takes a new one, or the last one in its new state. */
  void put(Gap gap) {
    Gap last = newestFirst.peekFirst();
    if (last != null && last.isOpen() && last.fromNs() == gap.fromNs()) {
      newestFirst.removeFirst();
    }
    newestFirst.addFirst(gap);
    if (newestFirst.size() > MAX_GAPS) {
      newestFirst.removeLast();
    }
  }

  boolean isOpen() {
    Gap last = newestFirst.peekFirst();
    return last != null && last.isOpen();
  }

  List<Gap> newest() {
    return List.copyOf(newestFirst);
  }
}
