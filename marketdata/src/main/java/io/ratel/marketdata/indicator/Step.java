package io.ratel.marketdata.indicator;

/** A number for a number, with memory. Confined to one thread; allocates nothing. */
public interface Step {
  /** NaN while there is no number; a value that is NaN is passed over, and its answer is NaN. */
  double next(double value);

  /** As often as there are values; the same numbers. */
  default void run(double[] values, double[] out) {
    for (int i = 0; i < values.length; i++) {
      out[i] = next(values[i]);
    }
  }
}
