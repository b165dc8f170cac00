package io.ratel.exchange.position;

import io.ratel.exchange.position.Positions.RowHandler;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.PositionSide;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The rows of {@link Positions} in one slab: who they belong to, in which sequence they were made,
 * and which were touched. What their words mean beyond that is not known here.
 */
final class Rows {
  static final int NONE = Chain.NONE;

  private static final int KEY = 0;
  static final int QUANTITY = 1;
  static final int COST = 2;
  static final int REALIZED = 3;
  static final int BUY_LOTS = 4;
  static final int BUY_VALUE = 5;
  static final int SELL_LOTS = 6;
  static final int SELL_VALUE = 7;
  static final int MARGIN = 8;
  static final int LOTS = 9;
  private static final int STRIDE = 10;

  /** Words that a snapshot takes as they are; the openings follow. */
  private static final int WRITTEN = LOTS;

  /** Accounts and instruments are numbered below this. */
  private static final int MAX_NUMBER = 1 << 24;

  private static final PositionSide[] SIDES = PositionSide.values();

  private final int max;
  private long[] words = new long[STRIDE * 256];
  private int used;
  private int size;
  private int free = NONE;
  private final Long2LongHashMap byKey = new Long2LongHashMap(NONE);
  private final Chain all = new Chain();
  final Chain ofAccount = new Chain();
  final Chain ofInstrument = new Chain();
  private int[] touched = new int[64];
  private int touchedCount;
  private boolean[] isTouched = new boolean[256];

  Rows(int max) {
    this.max = max;
  }

  static long key(int account, int instrument, PositionSide side) {
    if (account < 0 || account >= MAX_NUMBER || instrument < 0 || instrument >= MAX_NUMBER) {
      throw new IllegalArgumentException(
          "account %d and instrument %d must be numbered from 0 to %d"
              .formatted(account, instrument, MAX_NUMBER - 1));
    }
    return (long) account << 32 | (long) instrument << 2 | side.ordinal();
  }

  int find(long key) {
    return (int) byKey.get(key);
  }

  boolean hasRoomFor(int more) {
    return more <= max - size;
  }

  int size() {
    return size;
  }

  int obtain(long key) {
    int row = find(key);
    if (row != NONE) {
      return row;
    }
    if (size == max) {
      throw new IllegalStateException("there are " + max + " positions, as many as there may be");
    }
    row = free;
    if (row != NONE) {
      free = (int) words[row * STRIDE + KEY];
    } else {
      row = used++;
      if (used * STRIDE > words.length) {
        words = Arrays.copyOf(words, words.length * 2);
        isTouched = Arrays.copyOf(isTouched, isTouched.length * 2);
      }
    }
    size++;
    int at = row * STRIDE;
    Arrays.fill(words, at, at + STRIDE, 0);
    words[at + KEY] = key;
    byKey.put(key, row);
    all.add(0, row);
    ofAccount.add(account(row), row);
    ofInstrument.add(instrument(row), row);
    touch(row);
    return row;
  }

  int account(int row) {
    return (int) (words[row * STRIDE + KEY] >> 32);
  }

  int instrument(int row) {
    return (int) words[row * STRIDE + KEY] >> 2;
  }

  PositionSide side(int row) {
    return SIDES[(int) words[row * STRIDE + KEY] & 3];
  }

  long get(int row, int word) {
    return words[row * STRIDE + word];
  }

  /** Sets a word; the row is touched when that changes it. */
  void set(int row, int word, long value) {
    int at = row * STRIDE + word;
    if (words[at] != value) {
      words[at] = value;
      touch(row);
    }
  }

  boolean isIdle(int row) {
    int at = row * STRIDE;
    return (words[at + QUANTITY] | words[at + COST] | words[at + MARGIN]) == 0
        && (words[at + BUY_LOTS] | words[at + BUY_VALUE]) == 0
        && (words[at + SELL_LOTS] | words[at + SELL_VALUE]) == 0;
  }

  void forget(int row) {
    if (!isIdle(row) || isTouched[row]) {
      throw new IllegalStateException(
          "the %s position of account %d in instrument %d %s"
              .formatted(
                  side(row).label(),
                  account(row),
                  instrument(row),
                  isTouched[row] ? "was changed and not reported" : "is not idle"));
    }
    byKey.remove(words[row * STRIDE + KEY]);
    all.remove(0, row);
    ofAccount.remove(account(row), row);
    ofInstrument.remove(instrument(row), row);
    words[row * STRIDE + KEY] = free;
    free = row;
    size--;
  }

  void forEach(RowHandler handler) {
    int row = all.first(0);
    while (row != NONE) {
      int next = all.next(row);
      handler.onRow(row);
      row = next;
    }
  }

  private void touch(int row) {
    if (isTouched[row]) {
      return;
    }
    isTouched[row] = true;
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = row;
  }

  boolean isTouched() {
    return touchedCount > 0;
  }

  void drainTouched(RowHandler handler) {
    int count = touchedCount;
    for (int i = 0; i < count; i++) {
      int row = touched[i];
      isTouched[row] = false;
      handler.onRow(row);
    }
    touchedCount -= count;
    System.arraycopy(touched, count, touched, 0, touchedCount);
  }

  void write(SnapshotWriter out, Lots lots) {
    out.put(size);
    for (int row = all.first(0); row != NONE; row = all.next(row)) {
      out.put(words, row * STRIDE, WRITTEN);
      lots.write(words[row * STRIDE + LOTS], out);
    }
    out.put(touchedCount);
    for (int i = 0; i < touchedCount; i++) {
      out.put(words[touched[i] * STRIDE + KEY]);
    }
  }

  void read(SnapshotReader in, Lots lots) {
    if (size != 0) {
      throw new IllegalStateException("there are " + size + " positions already");
    }
    for (int count = in.getCount(max); size < count; ) {
      long key = in.get();
      if ((key & 3) >= SIDES.length) {
        throw new IllegalArgumentException("the snapshot has a position of side " + (key & 3));
      }
      int account = (int) (key >> 32);
      if (find(key(account, (int) key >> 2, SIDES[(int) key & 3])) != NONE) {
        throw new IllegalArgumentException(
            "the snapshot has a position of account " + account + " twice");
      }
      int at = obtain(key) * STRIDE;
      in.get(words, at + QUANTITY, WRITTEN - QUANTITY);
      words[at + LOTS] = lots.read(in, Math.abs(words[at + QUANTITY]), Math.abs(words[at + COST]));
    }
    drainTouched(row -> {});
    for (int left = in.getCount(max); left > 0; left--) {
      int row = find(in.get());
      if (row == NONE || isTouched[row]) {
        throw new IllegalArgumentException("the snapshot reports a position that is not there");
      }
      touch(row);
    }
  }
}
