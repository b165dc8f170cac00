package io.ratel.exchange.ledger;

import io.ratel.exchange.Limits;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Balances of all accounts, which are numbers here. Each (account, asset) has a row with its total
 * and the part of it that is held for open orders; the rows that a command touched are remembered
 * until {@link #drainTouched} reports them.
 */
public final class Ledger {
  /** Receives rows in the sequence in which they came to be. */
  @FunctionalInterface
  public interface RowHandler {
    void onRow(int account, int asset, long total, long held);
  }

  private static final int ACCOUNT = 0;
  private static final int ASSET = 1;
  private static final int TOTAL = 2;
  private static final int HELD = 3;
  private static final int STRIDE = 4;
  private static final long NONE = -1;

  /** A power of two. */
  private static final int GUESSES = 1 << 14;

  private long[] rows = new long[STRIDE * 256];
  private int size;
  private final Long2LongHashMap rowIndex = new Long2LongHashMap(NONE);
  private final int[] guesses = new int[GUESSES];
  private int[] touched = new int[64];
  private int touchedCount;
  private boolean[] isTouched = new boolean[256];

  /** Whether {@code more} new rows would still be within the bound. */
  public boolean hasRoomFor(int more) {
    return size + more <= Limits.BALANCES;
  }

  public long total(int account, int asset) {
    long row = find(account, asset);
    return row == NONE ? 0 : rows[(int) row * STRIDE + TOTAL];
  }

  public long held(int account, int asset) {
    long row = find(account, asset);
    return row == NONE ? 0 : rows[(int) row * STRIDE + HELD];
  }

  public long available(int account, int asset) {
    long row = find(account, asset);
    return row == NONE ? 0 : rows[(int) row * STRIDE + TOTAL] - rows[(int) row * STRIDE + HELD];
  }

  private long find(int account, int asset) {
    int guess = guesses[guessAt(account, asset)];
    return isRow(guess, account, asset) ? guess : rowIndex.get((long) account << 32 | asset);
  }

  /** Where the row of a balance was last seen; what is read there must be checked. */
  private static int guessAt(int account, int asset) {
    return (account * 4 + asset) & (GUESSES - 1);
  }

  private boolean isRow(int row, int account, int asset) {
    return row < size
        && rows[row * STRIDE + ACCOUNT] == account
        && rows[row * STRIDE + ASSET] == asset;
  }

  /** Moves part of the available amount into the held part, or back when negative. */
  public void hold(int account, int asset, long amount) {
    int row = touch(account, asset);
    rows[row * STRIDE + HELD] += amount;
  }

  /** Moves {@code amount} of an asset from one account to the other. */
  public void move(int from, int to, int asset, long amount) {
    int debit = touch(from, asset);
    rows[debit * STRIDE + TOTAL] -= amount;
    int credit = touch(to, asset);
    rows[credit * STRIDE + TOTAL] += amount;
  }

  /** Sets a row as a snapshot has it. */
  public void restore(int account, int asset, long total, long held) {
    int row = touch(account, asset);
    rows[row * STRIDE + TOTAL] = total;
    rows[row * STRIDE + HELD] = held;
  }

  private int touch(int account, int asset) {
    int row = (int) find(account, asset);
    if (row == NONE) {
      long key = (long) account << 32 | asset;
      row = size++;
      if (size * STRIDE > rows.length) {
        rows = Arrays.copyOf(rows, rows.length * 2);
        isTouched = Arrays.copyOf(isTouched, isTouched.length * 2);
      }
      rows[row * STRIDE + ACCOUNT] = account;
      rows[row * STRIDE + ASSET] = asset;
      rowIndex.put(key, row);
    }
    guesses[guessAt(account, asset)] = row;
    if (!isTouched[row]) {
      isTouched[row] = true;
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, touchedCount * 2);
      }
      touched[touchedCount++] = row;
    }
    return row;
  }

  /** Reports the rows touched since the last call and forgets them. */
  public void drainTouched(RowHandler handler) {
    for (int i = 0; i < touchedCount; i++) {
      report(touched[i], handler);
      isTouched[touched[i]] = false;
    }
    touchedCount = 0;
  }

  public void forEachRow(RowHandler handler) {
    for (int row = 0; row < size; row++) {
      report(row, handler);
    }
  }

  public int rowCount() {
    return size;
  }

  private void report(int row, RowHandler handler) {
    int at = row * STRIDE;
    handler.onRow(
        (int) rows[at + ACCOUNT], (int) rows[at + ASSET], rows[at + TOTAL], rows[at + HELD]);
  }
}
