package io.ratel.exchange.trigger;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What sets armed orders off. For each instrument, and there for trades and for marks, four heaps:
 * triggers that wait for a fall and for a rise, and the prices at which a trailing sale's trigger
 * would be raised and a trailing buy's lowered. Keys of what waits for a fall, and of what would be
 * lowered, are negative, so that in each heap the smallest key is met first.
 */
final class Triggers {
  private static final int FALLING = 0;
  private static final int RISING = 1;
  private static final int RAISED = 2;
  private static final int LOWERED = 3;
  private static final int KINDS = 4;
  private static final SlotHeap EMPTY = new SlotHeap(new SlotHeap.Places());

  private final SlotHeap.Places waiting = new SlotHeap.Places();
  private final SlotHeap.Places moving = new SlotHeap.Places();
  private final SlotHeap.Places picked = new SlotHeap.Places();
  private final SlotHeap due = new SlotHeap(picked);
  private @Nullable SlotHeap[] heaps = new SlotHeap[KINDS * 16];

  /** The key of an order's trigger in its heap. A buy without one is met by no price. */
  static long key(OrderTerms terms) {
    if (terms.type.triggersOnFall(terms.side)) {
      return -terms.trigger;
    }
    return terms.trigger == 0 ? Long.MAX_VALUE : terms.trigger;
  }

  private static long moveKey(OrderTerms terms) {
    long at = Trail.movesAt(terms);
    return terms.side == Side.SELL ? at : -at;
  }

  void add(int slot, OrderTerms terms) {
    made(index(terms, waitsFor(terms))).add(slot, key(terms), 0, terms.id);
    if (terms.type == OrderType.TRAILING_STOP) {
      made(index(terms, follows(terms))).add(slot, moveKey(terms), 0, terms.id);
    }
  }

  void remove(int slot, OrderTerms terms) {
    made(index(terms, waitsFor(terms))).remove(slot);
    if (terms.type == OrderType.TRAILING_STOP) {
      made(index(terms, follows(terms))).remove(slot);
    }
    if (picked.has(slot)) {
      due.remove(slot);
    }
  }

  /** The trigger of an order is another. */
  void change(int slot, OrderTerms terms) {
    made(index(terms, waitsFor(terms))).change(slot, key(terms));
    if (terms.type == OrderType.TRAILING_STOP) {
      made(index(terms, follows(terms))).change(slot, moveKey(terms));
    }
  }

  SlotHeap falling(int instrument, boolean byMark) {
    return heap(index(instrument, byMark, FALLING));
  }

  SlotHeap rising(int instrument, boolean byMark) {
    return heap(index(instrument, byMark, RISING));
  }

  SlotHeap raised(int instrument, boolean byMark) {
    return heap(index(instrument, byMark, RAISED));
  }

  SlotHeap lowered(int instrument, boolean byMark) {
    return heap(index(instrument, byMark, LOWERED));
  }

  /** A heap to pick orders into that are in the others as well. */
  SlotHeap due() {
    return due;
  }

  private static int waitsFor(OrderTerms terms) {
    return terms.type.triggersOnFall(terms.side) ? FALLING : RISING;
  }

  private static int follows(OrderTerms terms) {
    return terms.side == Side.SELL ? RAISED : LOWERED;
  }

  private static int index(OrderTerms terms, int kind) {
    return index(terms.instrument, terms.has(OrderTerms.BY_MARK), kind);
  }

  private static int index(int instrument, boolean byMark, int kind) {
    return (instrument * 2 + (byMark ? 1 : 0)) * KINDS + kind;
  }

  private SlotHeap heap(int index) {
    SlotHeap heap = index < heaps.length ? heaps[index] : null;
    return heap == null ? EMPTY : heap;
  }

  private SlotHeap made(int index) {
    if (index >= heaps.length) {
      heaps = Arrays.copyOf(heaps, Integer.highestOneBit(index) * 2);
    }
    SlotHeap heap = heaps[index];
    if (heap == null) {
      heap = new SlotHeap(kindOf(index) <= RISING ? waiting : moving);
      heaps[index] = heap;
    }
    return heap;
  }

  private static int kindOf(int index) {
    return index % KINDS;
  }
}
