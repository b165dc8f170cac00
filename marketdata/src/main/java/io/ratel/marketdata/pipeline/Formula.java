package io.ratel.marketdata.pipeline;

/** An expression over the fields of a row. One thread at a time. */
@FunctionalInterface
public interface Formula {
  /**
   * @throws RefusedRowException when it has no value for this row
   */
  Value of(Row row);

  /**
   * As a condition.
   *
   * @throws RefusedRowException when it is neither true nor false
   */
  default boolean holds(Row row) {
    if (of(row) instanceof Value.Flag(boolean holds)) {
      return holds;
    }
    throw new RefusedRowException("a condition must be true or false, was " + of(row).text());
  }
}
