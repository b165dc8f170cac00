package io.ratel.exchange.trigger;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Orders as words in one array, each in a slot of the same length that is used again. The first
 * word of a slot is the order's id.
 */
public final class OrderSlab {
  /** No slot. */
  public static final int NONE = -1;

  private final int stride;
  private final int max;
  private long[] words;
  private int used;
  private int free = NONE;
  private final Long2LongHashMap byId = new Long2LongHashMap(NONE);

  /**
   * @param stride words of a slot
   * @param max slots
   */
  public OrderSlab(int stride, int max) {
    this.stride = stride;
    this.max = max;
    this.words = new long[stride * 64];
  }

  /**
   * A slot for an order, its words other than the id undefined.
   *
   * @throws IllegalStateException when the id is there already, or no slot is left
   */
  public int add(long id) {
    if (byId.size() == max || byId.containsKey(id)) {
      throw new IllegalStateException(
          "order " + id + " must be new and among at most " + max + ", there are " + byId.size());
    }
    int slot = free;
    if (slot != NONE) {
      free = (int) words[at(slot)];
    } else {
      slot = used++;
      if (at(used) > words.length) {
        words = Arrays.copyOf(words, words.length * 2);
      }
    }
    words[at(slot)] = id;
    byId.put(id, slot);
    return slot;
  }

  public void remove(int slot) {
    byId.remove(id(slot));
    words[at(slot)] = free;
    free = slot;
  }

  /** The slot of an order, {@link #NONE} when it is not here. */
  public int find(long id) {
    return (int) byId.get(id);
  }

  public long id(int slot) {
    return words[at(slot)];
  }

  public int size() {
    return byId.size();
  }

  public int max() {
    return max;
  }

  /** The array that holds all slots; {@link #add} may replace it. */
  public long[] words() {
    return words;
  }

  /** Where a slot begins in {@link #words}. */
  public int at(int slot) {
    return slot * stride;
  }
}
