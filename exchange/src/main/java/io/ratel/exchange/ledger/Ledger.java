package io.ratel.exchange.ledger;

import io.ratel.exchange.Limits;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Balances of all accounts, which are numbers here. Each (account, asset) has a row with its total
 * and the part of it that is held for open orders; the rows that a command touched are remembered
 * until {@link #forgetTouched}.
 */
public final class Ledger {
  /** Receives rows in the sequence in which they came to be. */
  @FunctionalInterface
  public interface RowHandler {
    void onRow(int account, int asset, long total, long held);
  }

  // A row's words; the first is its account in the high half and its asset in the low half.
  private static final int TOTAL = 1;
  private static final int HELD = 2;
  private static final int TOUCHED = 3; // 1 when it is among those touched
  private static final int LINE = 2; // a row begins at its number << LINE
  private static final int NONE = -1;

  /** A power of two. */
  private static final int GUESSES = 1 << 14;

  private long[] rows = new long[256 << LINE];
  private int size;
  private final Long2LongHashMap rowIndex = new Long2LongHashMap(NONE);
  private final int[] guesses = new int[GUESSES];
  private int[] touched = new int[64];
  private int touchedCount;

  /** Whether {@code more} new rows would still be within the bound. */
  public boolean hasRoomFor(int more) {
    return size + more <= Limits.BALANCES;
  }

  public long total(int account, int asset) {
    int row = find(account, asset);
    return row == NONE ? 0 : totalOf(row);
  }

  public long held(int account, int asset) {
    int row = find(account, asset);
    return row == NONE ? 0 : heldOf(row);
  }

  public long available(int account, int asset) {
    int row = find(account, asset);
    return row == NONE ? 0 : totalOf(row) - heldOf(row);
  }

  /** The account of a row. */
  public int account(int row) {
    return (int) (rows[row << LINE] >> 32);
  }

  /** The asset of a row. */
  public int asset(int row) {
    return (int) rows[row << LINE];
  }

  public long totalOf(int row) {
    return rows[(row << LINE) + TOTAL];
  }

  public long heldOf(int row) {
    return rows[(row << LINE) + HELD];
  }

  private static long key(int account, int asset) {
    return (long) account << 32 | asset;
  }

  private int find(int account, int asset) {
    long key = key(account, asset);
    int guess = guesses[guessAt(account, asset)];
    return rows[guess << LINE] == key && guess < size ? guess : lookUp(key, account, asset);
  }

  private int lookUp(long key, int account, int asset) {
    int row = (int) rowIndex.get(key);
    if (row != NONE) {
      guesses[guessAt(account, asset)] = row;
    }
    return row;
  }

  /** Where the row of a balance was last seen; what is read there must be checked. */
  private static int guessAt(int account, int asset) {
    return (account * 4 + asset) & (GUESSES - 1);
  }

  /** Moves part of the available amount into the held part, or back when negative. */
  public void hold(int account, int asset, long amount) {
    rows[(touch(account, asset) << LINE) + HELD] += amount;
  }

  /** Moves {@code amount} of an asset from one account to the other. */
  public void move(int from, int to, int asset, long amount) {
    int debit = touch(from, asset);
    rows[(debit << LINE) + TOTAL] -= amount;
    int credit = touch(to, asset);
    rows[(credit << LINE) + TOTAL] += amount;
  }

  /** Sets a row as a snapshot has it. */
  public void restore(int account, int asset, long total, long held) {
    int at = touch(account, asset) << LINE;
    rows[at + TOTAL] = total;
    rows[at + HELD] = held;
  }

  private int touch(int account, int asset) {
    int row = find(account, asset);
    if (row == NONE) {
      row = add(account, asset);
    }
    if (rows[(row << LINE) + TOUCHED] == 0) {
      rows[(row << LINE) + TOUCHED] = 1;
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, touchedCount * 2);
      }
      touched[touchedCount++] = row;
    }
    return row;
  }

  private int add(int account, int asset) {
    int row = size++;
    if (size << LINE > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    long key = key(account, asset);
    rows[row << LINE] = key;
    rowIndex.put(key, row);
    guesses[guessAt(account, asset)] = row;
    return row;
  }

  /** Rows touched since they were last forgotten. */
  public int touchedCount() {
    return touchedCount;
  }

  /** The {@code index}-th row that was touched, in the sequence in which they first were. */
  public int touched(int index) {
    return touched[index];
  }

  /** Forgets which rows were touched. */
  public void forgetTouched() {
    for (int i = 0; i < touchedCount; i++) {
      rows[(touched[i] << LINE) + TOUCHED] = 0;
    }
    touchedCount = 0;
  }

  public void forEachRow(RowHandler handler) {
    for (int row = 0; row < size; row++) {
      handler.onRow(account(row), asset(row), totalOf(row), heldOf(row));
    }
  }

  public int rowCount() {
    return size;
  }
}
