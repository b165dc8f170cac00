package io.ratel.marketdata.bar;

import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.util.Arrays;

/**
 * The bars of one market and one kept interval that are in memory, oldest first, nine numbers after
 * each other for each. Nearly every trade belongs to the last, so that is where a search begins. A
 * row is a place in the arrays; it holds until something is opened or forgotten.
 */
final class BarTrack {
  static final int NONE = -1;

  private static final int START = 0;
  private static final int OPEN = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int CLOSE = 4;
  private static final int VOLUME = 5;
  private static final int TRADES = 6;
  private static final int OPEN_TIME = 7;
  private static final int CLOSE_TIME = 8;
  private static final int WIDTH = 9;

  private final Interval interval;
  private final long length;
  private long[] cells = new long[2 * WIDTH];
  private String[] ids = {"", "", "", ""}; // of the trades that open and close
  private int first;
  private int end; // after the last row

  BarTrack(Interval interval) {
    this.interval = interval;
    this.length = interval.nanos();
  }

  Interval interval() {
    return interval;
  }

  int first() {
    return first;
  }

  int end() {
    return end;
  }

  long start(int row) {
    return cells[row * WIDTH + START];
  }

  long trades(int row) {
    return cells[row * WIDTH + TRADES];
  }

  /** The row of the bar that holds this time, or {@link #NONE}. */
  int find(long timeNs) {
    for (int row = end - 1; row >= first; row--) {
      long start = cells[row * WIDTH];
      if (timeNs >= start) {
        return timeNs - start < length ? row : NONE;
      }
    }
    return NONE;
  }

  /** The row of the bar that holds this time; an empty one is put in when there is none. */
  int open(long timeNs) {
    int row = find(timeNs);
    return row == NONE ? insert(interval.floor(timeNs)) : row;
  }

  private int insert(long start) {
    if (end * WIDTH == cells.length) {
      makeRoom();
    }
    int row = end;
    while (row > first && cells[(row - 1) * WIDTH] > start) {
      row--;
    }
    int at = row * WIDTH;
    System.arraycopy(cells, at, cells, at + WIDTH, (end - row) * WIDTH);
    System.arraycopy(ids, 2 * row, ids, 2 * row + 2, 2 * (end - row));
    Arrays.fill(cells, at, at + WIDTH, 0);
    cells[at + START] = start;
    ids[2 * row] = "";
    ids[2 * row + 1] = "";
    end++;
    return row;
  }

  /** Moves the rows to the front; doubles the arrays when they are more than half full. */
  private void makeRoom() {
    int size = end - first;
    int capacity = 2 * size > end ? 2 * end : end;
    long[] moved = capacity == end ? cells : new long[capacity * WIDTH];
    String[] movedIds = capacity == end ? ids : new String[2 * capacity];
    System.arraycopy(cells, first * WIDTH, moved, 0, size * WIDTH);
    System.arraycopy(ids, 2 * first, movedIds, 0, 2 * size);
    Arrays.fill(movedIds, 2 * size, movedIds.length, "");
    cells = moved;
    ids = movedIds;
    first = 0;
    end = size;
  }

  /** Whether the volume of a row stays countable. */
  boolean hasRoomFor(int row, long quantity) {
    return row == NONE || cells[row * WIDTH + VOLUME] <= Long.MAX_VALUE - quantity;
  }

  void add(int row, long timeNs, String id, long price, long quantity) {
    long[] c = cells;
    int at = row * WIDTH;
    boolean empty = c[at + TRADES] == 0;
    if (empty || isBefore(timeNs, id, c[at + OPEN_TIME], 2 * row)) {
      c[at + OPEN] = price;
      c[at + OPEN_TIME] = timeNs;
      ids[2 * row] = id;
    }
    if (empty || !isBefore(timeNs, id, c[at + CLOSE_TIME], 2 * row + 1)) {
      c[at + CLOSE] = price;
      c[at + CLOSE_TIME] = timeNs;
      ids[2 * row + 1] = id;
    }
    c[at + HIGH] = empty ? price : Math.max(c[at + HIGH], price);
    c[at + LOW] = empty ? price : Math.min(c[at + LOW], price);
    c[at + VOLUME] += quantity;
    c[at + TRADES]++;
  }

  private boolean isBefore(long timeNs, String id, long otherNs, int other) {
    return timeNs != otherNs
        ? timeNs < otherNs
        : TradeOrder.compare(timeNs, id, otherNs, ids[other]) < 0;
  }

  /**
   * Takes a bar in place of its row.
   *
   * @param lastTimeNs no trade of it is later
   */
  void set(Bar bar, long lastTimeNs) {
    int row = open(bar.timeNs());
    int at = row * WIDTH;
    cells[at + OPEN] = bar.open();
    cells[at + HIGH] = bar.high();
    cells[at + LOW] = bar.low();
    cells[at + CLOSE] = bar.close();
    cells[at + VOLUME] = bar.volume();
    cells[at + TRADES] = bar.trades();
    cells[at + OPEN_TIME] = bar.timeNs();
    cells[at + CLOSE_TIME] = lastTimeNs;
    ids[2 * row] = "";
    ids[2 * row + 1] = "";
  }

  Bar bar(int row, Market market) {
    return fold(row, row + 1, market, interval);
  }

  /**
   * One bar of some rows that follow each other.
   *
   * @throws ArithmeticException when their volume does not fit
   */
  Bar fold(int from, int to, Market market, Interval into) {
    int at = from * WIDTH;
    long high = cells[at + HIGH];
    long low = cells[at + LOW];
    long volume = cells[at + VOLUME];
    long trades = cells[at + TRADES];
    for (int row = from + 1; row < to; row++) {
      int next = row * WIDTH;
      high = Math.max(high, cells[next + HIGH]);
      low = Math.min(low, cells[next + LOW]);
      volume = Math.addExact(volume, cells[next + VOLUME]);
      trades += cells[next + TRADES];
    }
    return new Bar(
        market,
        into,
        into.floor(cells[at + START]),
        cells[at + OPEN],
        high,
        low,
        cells[(to - 1) * WIDTH + CLOSE],
        volume,
        trades);
  }

  /** Forgets the bars that start before then. */
  void forget(long startNs) {
    while (first < end && cells[first * WIDTH] < startNs) {
      ids[2 * first] = "";
      ids[2 * first + 1] = "";
      first++;
    }
    if (first == end) {
      first = 0;
      end = 0;
    }
  }

  /** Whether the same values fit in finer decimals. */
  boolean canRescale(long priceFactor, long quantityFactor) {
    for (int row = first; row < end; row++) {
      int at = row * WIDTH;
      if (Math.max(Math.abs(cells[at + HIGH]), Math.abs(cells[at + LOW]))
              > Long.MAX_VALUE / priceFactor
          || cells[at + VOLUME] > Long.MAX_VALUE / quantityFactor) {
        return false;
      }
    }
    return true;
  }

  void rescale(long priceFactor, long quantityFactor) {
    for (int row = first; row < end; row++) {
      int at = row * WIDTH;
      for (int price = OPEN; price <= CLOSE; price++) {
        cells[at + price] *= priceFactor;
      }
      cells[at + VOLUME] *= quantityFactor;
    }
  }
}
