package io.ratel.exchange.trigger;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Slots of a slab in numbered lists, each in the order of ids. Ids come growing, so a new one
 * belongs at the end or near it: it is looked for from there.
 */
public final class IdLists {
  private static final int NONE = OrderSlab.NONE;

  private final OrderSlab slab;
  private int[] heads = filled(16);
  private int[] tails = filled(16);
  private int[] counts = new int[16];
  private int[] next = new int[64];
  private int[] previous = new int[64];

  public IdLists(OrderSlab slab) {
    this.slab = slab;
  }

  private static int[] filled(int length) {
    int[] none = new int[length];
    Arrays.fill(none, NONE);
    return none;
  }

  public void add(int list, int slot) {
    grow(list, slot);
    int before = tails[list];
    while (before != NONE && slab.id(before) > slab.id(slot)) {
      before = previous[before];
    }
    int after = before == NONE ? heads[list] : next[before];
    previous[slot] = before;
    next[slot] = after;
    link(list, before, after, slot, slot);
    counts[list]++;
  }

  /** Takes a slot out of the list that it is in. */
  public void remove(int list, int slot) {
    link(list, previous[slot], next[slot], next[slot], previous[slot]);
    counts[list]--;
  }

  private void link(int list, int before, int after, int behindBefore, int beforeAfter) {
    if (before == NONE) {
      heads[list] = behindBefore;
    } else {
      next[before] = behindBefore;
    }
    if (after == NONE) {
      tails[list] = beforeAfter;
    } else {
      previous[after] = beforeAfter;
    }
  }

  private void grow(int list, int slot) {
    if (list >= heads.length) {
      int from = heads.length;
      int to = Integer.highestOneBit(list) * 2;
      heads = Arrays.copyOf(heads, to);
      tails = Arrays.copyOf(tails, to);
      counts = Arrays.copyOf(counts, to);
      Arrays.fill(heads, from, to, NONE);
      Arrays.fill(tails, from, to, NONE);
    }
    if (slot >= next.length) {
      int to = Integer.highestOneBit(slot) * 2;
      next = Arrays.copyOf(next, to);
      previous = Arrays.copyOf(previous, to);
    }
  }

  public int count(int list) {
    return list < counts.length ? counts[list] : 0;
  }

  /** Hands over every slot of a list, lowest id first; the handler may remove the one it gets. */
  public void forEach(int list, IntConsumer handler) {
    int slot = list < heads.length ? heads[list] : NONE;
    while (slot != NONE) {
      int following = next[slot];
      handler.accept(slot);
      slot = following;
    }
  }
}
