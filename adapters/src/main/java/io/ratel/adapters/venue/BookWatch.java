package io.ratel.adapters.venue;

import io.ratel.model.instrument.Symbol;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Looks whether the books of a connection are whole, and has those asked for again that are not:
 * after a moment, then ever less often, one minute apart at most. Books whose changes have no
 * numbers are asked for now and then even when they look whole. On the feed's thread.
 */
final class BookWatch {
  static final long MOMENT_NS = 1_000_000_000L;
  static final long FIRST_PATIENCE_NS = 5_000_000_000L;
  static final long MAX_PATIENCE_NS = 60_000_000_000L;

  private static final class Watched {
    private boolean known;
    private long sinceNs; // it is as it is
    private long askedNs;
    private long patienceNs;
  }

  private final Map<Symbol, Watched> books = new LinkedHashMap<>();
  private final Predicate<Symbol> isKnown;
  private final Predicate<Symbol> ask;
  private final long refreshNs;

  /**
   * @param ask asks the venue; false when its rate does not allow it now
   * @param refreshNs 0 for books that need none
   */
  BookWatch(
      Collection<Symbol> symbols,
      Predicate<Symbol> isKnown,
      Predicate<Symbol> ask,
      long refreshNs) {
    symbols.forEach(symbol -> books.put(symbol, new Watched()));
    this.isKnown = isKnown;
    this.ask = ask;
    this.refreshNs = refreshNs;
  }

  /**
   * A connection begins.
   *
   * @param asked whether the subscription itself brings the books
   */
  void begin(long nowNs, boolean asked) {
    for (Watched book : books.values()) {
      book.known = false;
      book.sinceNs = nowNs;
      book.askedNs = nowNs;
      book.patienceNs = asked ? FIRST_PATIENCE_NS : 0;
    }
  }

  /** Looks at all; to be called about once a second. */
  void look(long nowNs) {
    for (Map.Entry<Symbol, Watched> entry : books.entrySet()) {
      Watched book = entry.getValue();
      boolean known = isKnown.test(entry.getKey());
      if (known != book.known) {
        book.known = known;
        book.sinceNs = nowNs;
        book.patienceNs = 0;
      }
      boolean due =
          known
              ? refreshNs > 0 && nowNs - book.askedNs >= refreshNs
              : nowNs - book.sinceNs >= MOMENT_NS && nowNs - book.askedNs >= book.patienceNs;
      if (due && ask.test(entry.getKey())) {
        book.askedNs = nowNs;
        book.patienceNs = Math.clamp(book.patienceNs * 2, FIRST_PATIENCE_NS, MAX_PATIENCE_NS);
      }
    }
  }
}
