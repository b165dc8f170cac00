package io.ratel.exchange.machine;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * What a command has caused and is not done yet: fills and ends of orders that others want to hear
 * of. First in, first out. What one command leaves over, the next one goes on with.
 */
public final class Aftermath {
  private static final int STRIDE = 3;

  private final Machine machine;
  private long[] words = new long[STRIDE * 64];
  private int head;
  private int size;

  // What was polled.
  public long order;
  public long lots;
  public boolean gone;

  public Aftermath(Machine machine) {
    this.machine = machine;
  }

  /** Notes that a related order has traded; a parent counts it at once. */
  public void filled(long id, long traded) {
    machine.parents.filled(id, traded);
    add(id, traded, 0);
  }

  /** Notes that a related order is over. */
  public void gone(long id) {
    machine.parents.gone(id);
    add(id, 0, 1);
  }

  private void add(long id, long traded, long over) {
    int capacity = words.length / STRIDE;
    if (size == capacity) {
      long[] larger = Arrays.copyOf(words, words.length * 2);
      System.arraycopy(words, 0, larger, words.length, head * STRIDE);
      words = larger;
      capacity *= 2;
    }
    int at = (head + size++) % capacity * STRIDE;
    words[at] = id;
    words[at + 1] = traded;
    words[at + 2] = over;
  }

  int size() {
    return size;
  }

  /** Takes the oldest into the fields. */
  public boolean poll() {
    if (size == 0) {
      return false;
    }
    int at = head * STRIDE;
    order = words[at];
    lots = words[at + 1];
    gone = words[at + 2] == 1;
    head = (head + 1) % (words.length / STRIDE);
    size--;
    return true;
  }

  public void write(SnapshotWriter out) {
    out.put(size);
    for (int i = 0; i < size; i++) {
      out.put(words, (head + i) % (words.length / STRIDE) * STRIDE, STRIDE);
    }
  }

  public void read(SnapshotReader in) {
    for (int i = 0, n = in.getCount(Integer.MAX_VALUE); i < n; i++) {
      add(in.get(), in.get(), in.get()); // what parents know of it is in their own snapshot
    }
  }
}
