package io.ratel.exchange.account;

import java.util.Arrays;

/**
 * Which orders of an account rest in the books: a list of slots for each account, linked through an
 * array beside the slab. Newest first; nothing may depend on that, since a snapshot does not keep
 * it.
 */
public final class RestingLists {
  private static final int NONE = -1;

  // Side by side, so that a slot and an account are a cache line each.
  private int[] links = new int[2 * 1_024]; // of each slot the next and the one before
  private int[] lists = new int[2 * 256]; // of each account the first slot, plus 1, and the count

  /** Adds an order that has come to rest. */
  public void add(int account, int slot) {
    if (slot * 2 >= links.length) {
      links = Arrays.copyOf(links, Math.max(links.length * 2, slot * 2 + 2));
    }
    if (account * 2 >= lists.length) {
      lists = Arrays.copyOf(lists, Math.max(lists.length * 2, account * 2 + 2));
    }
    int head = lists[account * 2] - 1;
    links[slot * 2] = head;
    links[slot * 2 + 1] = NONE;
    if (head != NONE) {
      links[head * 2 + 1] = slot;
    }
    lists[account * 2] = slot + 1;
    lists[account * 2 + 1]++;
  }

  /** Takes out an order that rests no more. */
  public void remove(int account, int slot) {
    int after = links[slot * 2];
    int before = links[slot * 2 + 1];
    if (before == NONE) {
      lists[account * 2] = after + 1;
    } else {
      links[before * 2] = after;
    }
    if (after != NONE) {
      links[after * 2 + 1] = before;
    }
    lists[account * 2 + 1]--;
  }

  public int count(int account) {
    return account * 2 < lists.length ? lists[account * 2 + 1] : 0;
  }

  /** Any resting order of the account, -1 without one. */
  public int first(int account) {
    return account * 2 < lists.length ? lists[account * 2] - 1 : NONE;
  }

  public int next(int slot) {
    return links[slot * 2];
  }
}
