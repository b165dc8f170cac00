package io.ratel.marketdata.indicator;

/**
 * One kind of indicator. Ours and a user's keep the same contract; a user's has a constructor
 * without parameters and is named in {@code META-INF/services}. Stateless, safe for any thread.
 */
public interface Indicator {
  /** What it is called, takes and gives; always the same. */
  IndicatorSpec spec();

  /**
   * How many rows pass before the main output has a number, when every row has one.
   *
   * @param arguments bound to this indicator's parameters
   */
  int warmUp(Arguments arguments);

  /** Whether a row's numbers need all rows since midnight UTC. */
  default boolean ofSessions() {
    return false;
  }

  /**
   * A run that has seen nothing.
   *
   * @param arguments bound to this indicator's parameters
   */
  IndicatorRun start(Arguments arguments);

  /**
   * All rows at once.
   *
   * @return a column for each output, NaN where there is no number
   */
  default double[][] compute(Arguments arguments, Series in) {
    double[][] out = new double[spec().outputs().size()][in.size()];
    start(arguments).run(in, out);
    return out;
  }
}
