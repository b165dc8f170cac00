package io.ratel.exchange.account;

import java.util.Arrays;

/**
 * Which orders of an account rest in the books: a list of slots for each account, linked through an
 * array beside the slab. Newest first; nothing may depend on that, since a snapshot does not keep
 * it.
 */
public final class RestingLists {
  private static final int NONE = -1;

  private int[] next = new int[1_024];
  private int[] previous = new int[1_024];
  private int[] first = new int[256];
  private int[] count = new int[256];

  public RestingLists() {
    Arrays.fill(first, NONE);
  }

  /** Adds an order that has come to rest. */
  public void add(int account, int slot) {
    if (slot >= next.length) {
      int length = Math.max(next.length * 2, slot + 1);
      next = Arrays.copyOf(next, length);
      previous = Arrays.copyOf(previous, length);
    }
    if (account >= first.length) {
      int old = first.length;
      first = Arrays.copyOf(first, Math.max(old * 2, account + 1));
      Arrays.fill(first, old, first.length, NONE);
      count = Arrays.copyOf(count, first.length);
    }
    int head = first[account];
    next[slot] = head;
    previous[slot] = NONE;
    if (head != NONE) {
      previous[head] = slot;
    }
    first[account] = slot;
    count[account]++;
  }

  /** Takes out an order that rests no more. */
  public void remove(int account, int slot) {
    int before = previous[slot];
    int after = next[slot];
    if (before == NONE) {
      first[account] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
    count[account]--;
  }

  public int count(int account) {
    return account < count.length ? count[account] : 0;
  }

  /** Any resting order of the account, -1 without one. */
  public int first(int account) {
    return account < first.length ? first[account] : NONE;
  }

  public int next(int slot) {
    return next[slot];
  }
}
