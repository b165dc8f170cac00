package io.ratel.gateway.topic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What came in since a topic was last published, up to a bound; beyond it everything is dropped and
 * the fact remembered. Safe for any thread.
 */
public final class Inbox<T> {
  private final int capacity;
  private ArrayDeque<T> items = new ArrayDeque<>();
  private boolean overflowed;

  public Inbox(int capacity) {
    this.capacity = capacity;
  }

  public synchronized void add(T item) {
    if (items.size() == capacity) {
      items.clear();
      overflowed = true;
    } else if (!overflowed) {
      items.add(item);
    }
  }

  /** Takes everything, oldest first. */
  public synchronized List<T> drain() {
    List<T> drained = new ArrayList<>(items);
    items = new ArrayDeque<>();
    return drained;
  }

  /** Whether something was dropped since {@link #clear}. */
  public synchronized boolean overflowed() {
    return overflowed;
  }

  public synchronized void clear() {
    items = new ArrayDeque<>();
    overflowed = false;
  }
}
