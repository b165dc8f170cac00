package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.model.order.OrderStatus;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/**
 * The answers already given to keyed commands, the newest {@link Limits#KEYS} of them in a ring. A
 * key belongs to an account; its 36 bytes are compared in full, the hash only finds them.
 */
public final class Keys {
  public static final int LENGTH = 36;

  private static final int ACCOUNT = 0;
  private static final int KEY = 1; // five longs
  private static final int CONTENT = 6; // hash of the whole command
  private static final int COMMAND = 7;
  private static final int SEQUENCE = 8;
  private static final int TIMESTAMP = 9;
  private static final int ID = 10;
  private static final int FILLED = 11;
  private static final int TURNOVER = 12;
  private static final int STATUS = 13;
  private static final int NEXT = 14; // the older entry of the same hash
  private static final int HASH = 15;
  private static final int STRIDE = 16;
  private static final long NONE = -1;
  private static final OrderStatus[] STATUSES = OrderStatus.values();

  private final int capacity;
  private long[] ring = new long[STRIDE * 64];
  private long added;
  private final long[] probe = new long[6];
  private final Long2LongHashMap newest = new Long2LongHashMap(NONE);

  public Keys(int capacity) {
    this.capacity = capacity;
  }

  /** Makes (account, key) the one that {@link #find} and {@link #add} speak of. */
  public void probe(long account, DirectBuffer buffer, int keyOffset) {
    probe[0] = account;
    for (int i = 0; i < 4; i++) {
      probe[1 + i] = buffer.getLong(keyOffset + 8 * i);
    }
    probe[5] = buffer.getInt(keyOffset + 32);
  }

  /** Whether the probed key is empty, which asks for no memory. */
  public boolean isEmpty() {
    return (probe[1] & 0xFF) == 0;
  }

  private long hash() {
    long h = 0x9E3779B97F4A7C15L;
    for (long word : probe) {
      h = (h ^ word) * 0xBF58476D1CE4E5B9L;
      h ^= h >>> 29;
    }
    return h;
  }

  /** The entry of the probed key, -1 when it is not remembered. */
  public int find() {
    for (long entry = newest.get(hash());
        entry != NONE;
        entry = ring[(int) entry * STRIDE + NEXT]) {
      if (matches((int) entry * STRIDE)) {
        return (int) entry;
      }
    }
    return -1;
  }

  private boolean matches(int at) {
    return Arrays.equals(ring, at + ACCOUNT, at + KEY + 5, probe, 0, 6);
  }

  public boolean sameContent(int entry, long content) {
    return ring[entry * STRIDE + CONTENT] == content;
  }

  public void answer(int entry, Answer answer) {
    int at = entry * STRIDE;
    answer.commandId = ring[at + COMMAND];
    answer.sequence = ring[at + SEQUENCE];
    answer.timestamp = ring[at + TIMESTAMP];
    answer.id = ring[at + ID];
    answer.filled = ring[at + FILLED];
    answer.turnover = ring[at + TURNOVER];
    answer.status = STATUSES[(int) ring[at + STATUS]];
    answer.duplicate = true;
  }

  /** Remembers the answer for the probed key; the oldest entry makes room. */
  public void add(long content, Answer answer) {
    int entry = (int) (added % capacity);
    if (added >= capacity) {
      forget(entry);
    } else if ((entry + 1) * STRIDE > ring.length) {
      ring = Arrays.copyOf(ring, ring.length * 2);
    }
    added++;
    int at = entry * STRIDE;
    System.arraycopy(probe, 0, ring, at + ACCOUNT, 6);
    ring[at + CONTENT] = content;
    ring[at + COMMAND] = answer.commandId;
    ring[at + SEQUENCE] = answer.sequence;
    ring[at + TIMESTAMP] = answer.timestamp;
    ring[at + ID] = answer.id;
    ring[at + FILLED] = answer.filled;
    ring[at + TURNOVER] = answer.turnover;
    ring[at + STATUS] = answer.status.ordinal();
    link(entry);
  }

  private void link(int entry) {
    int at = entry * STRIDE;
    long hash = hash();
    ring[at + HASH] = hash;
    ring[at + NEXT] = newest.get(hash);
    newest.put(hash, entry);
  }

  /** Takes the oldest entry out of its chain, of which it is the last. */
  private void forget(int entry) {
    long hash = ring[entry * STRIDE + HASH];
    long at = newest.get(hash);
    if (at == entry) {
      newest.remove(hash);
      return;
    }
    while (ring[(int) at * STRIDE + NEXT] != entry) {
      at = ring[(int) at * STRIDE + NEXT];
    }
    ring[(int) at * STRIDE + NEXT] = NONE;
  }

  public int size() {
    return (int) Math.min(added, capacity);
  }

  /** Words of an entry that a snapshot keeps. */
  public static final int SNAPSHOT_WORDS = STATUS + 1;

  /** Word {@code word} of the {@code index}-th entry, oldest first. */
  public long word(int index, int word) {
    long first = added - size();
    return ring[(int) ((first + index) % capacity) * STRIDE + word];
  }

  /** Adds the next entry of a snapshot, given oldest first. */
  public void restore(long[] words) {
    int entry = (int) (added % capacity);
    if ((entry + 1) * STRIDE > ring.length) {
      ring = Arrays.copyOf(ring, ring.length * 2);
    }
    added++;
    System.arraycopy(words, 0, ring, entry * STRIDE, SNAPSHOT_WORDS);
    System.arraycopy(words, 0, probe, 0, 6);
    link(entry);
  }
}
