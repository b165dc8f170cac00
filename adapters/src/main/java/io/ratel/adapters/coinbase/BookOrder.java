package io.ratel.adapters.coinbase;

import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds the books of one connection to the order of their times, for want of numbers. It sees what
 * came twice or in another order; a change that never came it cannot see. One thread at a time.
 */
final class BookOrder {
  private static final class Seen {
    private long newestNs;
    private boolean changed; // since the last whole book
    private boolean whole;
    private int text;
  }

  private final Map<Symbol, Seen> books = new HashMap<>();

  /** Whether a whole book of that time is as new as every change seen. */
  boolean takes(Symbol symbol, long timeNs) {
    Seen seen = seen(symbol);
    if (timeNs < seen.newestNs) {
      return false;
    }
    seen.newestNs = timeNs;
    seen.whole = true;
    return true;
  }

  /**
   * Whether a whole book without a time can be as new as every change seen: it is not the last one
   * over again, and, as the first one, comes before all changes.
   */
  boolean takes(Symbol symbol, String text) {
    Seen seen = seen(symbol);
    boolean again = seen.whole && seen.text == text.hashCode();
    if (seen.changed && (again || !seen.whole)) {
      return false;
    }
    seen.text = text.hashCode();
    seen.changed = false;
    seen.whole = true;
    return true;
  }

  /**
   * Takes note of a change.
   *
   * @throws RejectedFrameException when it is older than the last
   */
  void requireNext(Symbol symbol, long timeNs) throws RejectedFrameException {
    Seen seen = seen(symbol);
    seen.changed = true;
    if (timeNs < seen.newestNs) {
      throw new RejectedFrameException(
          FrameFault.OUT_OF_ORDER,
          "a change of a book must not be older than the last, was by "
              + (seen.newestNs - timeNs)
              + " ns");
    }
    seen.newestNs = timeNs;
  }

  /** A new connection begins. */
  void clear() {
    books.clear();
  }

  private Seen seen(Symbol symbol) {
    return books.computeIfAbsent(symbol, _ -> new Seen());
  }
}
