package io.ratel.marketdata.indicator;

/**
 * An indicator at work. It is shown each row once, in order, by one thread at a time; what it keeps
 * is bounded by its arguments, and a row allocates nothing.
 */
public interface IndicatorRun {
  /**
   * Takes a row and writes each output's number for it, NaN while there is none.
   *
   * @param in where the row is; it may be another series for each row
   * @param at the row's index there
   * @param out a column for each output of the spec
   * @param to where the numbers go
   */
  void next(Series in, int at, double[][] out, int to);

  /** Takes all rows of a series; to override it is to write the same loop without a call a row. */
  default void run(Series in, double[][] out) {
    for (int i = 0; i < in.size(); i++) {
      next(in, i, out, i);
    }
  }
}
