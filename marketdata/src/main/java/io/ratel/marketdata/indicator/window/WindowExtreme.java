package io.ratel.marketdata.indicator.window;

/**
 * The highest or the lowest of the newest {@code size} values, each of which comes and goes once;
 * of equal ones the newest counts.
 */
public final class WindowExtreme {
  private final double sign;
  private final int size;

  /** A ring of values that may still become the extreme one, each less extreme than the former. */
  private final double[] values;

  private final long[] rows;
  private int first;
  private int count;
  private long row;

  private WindowExtreme(int size, double sign) {
    this.size = size;
    this.sign = sign;
    values = new double[size];
    rows = new long[size];
  }

  public static WindowExtreme highest(int size) {
    return new WindowExtreme(size, 1);
  }

  public static WindowExtreme lowest(int size) {
    return new WindowExtreme(size, -1);
  }

  /** Takes a value; NaN until there are as many as the window holds. */
  public double next(double value) {
    double signed = sign * value;
    if (count > 0 && rows[first] <= row - size) {
      first = first + 1 == size ? 0 : first + 1;
      count--;
    }
    while (count > 0 && !(values[place(count - 1)] > signed)) {
      count--;
    }
    int last = place(count);
    values[last] = signed;
    rows[last] = row;
    count++;
    row++;
    return row < size ? Double.NaN : sign * values[first];
  }

  private int place(int offset) {
    int place = first + offset;
    return place >= size ? place - size : place;
  }

  /** How many rows ago the extreme value came; 0 for the newest. */
  public long age() {
    return row - 1 - rows[first];
  }
}
