package io.ratel.marketdata.history.fetch;

import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The port of the work items. Equal questions that are open at once are one item, however many ask.
 * An item belongs to who took it until its lease ends; then another may take it, and what the first
 * one still says of it is refused. Safe for any thread; blocks.
 */
public interface HistoryWork {
  /**
   * How much work there may be.
   *
   * @param ofUser open questions of one user
   * @param inAll open items of everybody
   */
  record Bounds(int ofUser, int inAll) {
    public static final Bounds DEFAULT = new Bounds(50, 1_000);
  }

  /** What became of a question. */
  sealed interface Asked {
    record Accepted(HistoryRequest request) implements Asked {}

    /** The id was used for another question. */
    record IdTaken() implements Asked {}

    /** The user has as many open questions as it may. */
    record TooManyOfUser(int most) implements Asked {}

    /** There are as many open items as there may be. */
    record TooManyInAll(int most) implements Asked {}
  }

  /** Asks; the same id for the same question is answered as before. */
  Asked ask(String id, long userId, HistoryKey key, Span span, Bounds bounds);

  Optional<HistoryRequest> find(String id);

  /** Those of them that exist. */
  List<HistoryRequest> find(Collection<String> ids);

  /** Takes the oldest item of these venues that is queued or whose lease has ended. */
  Optional<HistoryItem> take(String taker, Set<String> venues, Duration lease);

  /**
   * Tells that the taker is alive.
   *
   * @return false when it is its item no more
   */
  boolean renew(HistoryItem item, Duration lease);

  /**
   * Enters what has been stored into the ledger and makes the lease anew, both or neither.
   *
   * @param rows stored with it
   * @return false when it is the taker's item no more
   */
  boolean stored(HistoryItem item, Span whole, long rows, Duration lease);

  /**
   * Ends an item and announces it.
   *
   * @param error empty when all that there is has been stored
   * @return false when it is the taker's item no more
   */
  boolean end(HistoryItem item, String error);
}
