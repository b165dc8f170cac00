package io.ratel.marketdata.book;

import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Orders the changes of one book by the venue's numbers: each holds the numbers {@code
 * firstSequence} to {@code lastSequence}, and the next must begin no later than one after. Until a
 * snapshot says where to begin, and after a gap, changes wait for one. Changes without a first
 * number make no such promise and are taken as they come, older ones dropped.
 */
final class Sequencer {
  /** Changes that wait for a snapshot; with ten a second more than a minute. */
  static final int MAX_WAITING = 1_000;

  private final Deque<BookDelta> waiting = new ArrayDeque<>();
  private boolean synced;
  private long last;
  private long duplicates;
  private long gaps;

  boolean synced() {
    return synced;
  }

  long last() {
    return last;
  }

  long duplicates() {
    return duplicates;
  }

  long gaps() {
    return gaps;
  }

  /** Forgets where it was; changes wait for the next snapshot. */
  void lose() {
    synced = false;
  }

  /**
   * Begins anew from a whole book.
   *
   * @return the waiting changes that are to be applied after the snapshot, in order; or nothing
   *     when the snapshot is older than what is already known
   */
  Optional<List<BookDelta>> onSnapshot(BookSnapshot snapshot) {
    if (synced && snapshot.sequence() != 0 && snapshot.sequence() < last) {
      duplicates++;
      return Optional.empty();
    }
    synced = true;
    last = snapshot.sequence();
    List<BookDelta> sorted = new ArrayList<>(waiting);
    sorted.sort(Comparator.comparingLong(BookDelta::firstSequence));
    waiting.clear();
    List<BookDelta> following = new ArrayList<>();
    for (BookDelta delta : sorted) {
      if (onDelta(delta)) {
        following.add(delta);
      }
    }
    return Optional.of(following);
  }

  /** Whether the change is to be applied now. */
  boolean onDelta(BookDelta delta) {
    boolean numbered = delta.firstSequence() != 0;
    if (!synced) {
      if (numbered) {
        await(delta);
      }
      return false;
    }
    if (delta.lastSequence() != 0 && delta.lastSequence() <= last) {
      duplicates++;
      return false;
    }
    if (numbered && delta.firstSequence() > last + 1) {
      gaps++;
      synced = false;
      await(delta);
      return false;
    }
    last = Math.max(last, delta.lastSequence());
    return true;
  }

  private void await(BookDelta delta) {
    if (waiting.size() == MAX_WAITING) {
      waiting.removeFirst();
    }
    waiting.addLast(delta);
  }
}
