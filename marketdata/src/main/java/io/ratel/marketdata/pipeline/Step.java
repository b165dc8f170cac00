package io.ratel.marketdata.pipeline;

import java.util.function.Consumer;

/** One step of a pipeline. One thread at a time. */
public interface Step {
  /**
   * Takes a row and gives on none, one or several.
   *
   * @throws RefusedRowException when it cannot use the row; it is as it was before
   */
  void take(Row row, Consumer<Row> next);

  /** Nothing has come for so long that what waits for more is to be given on. */
  default void silent(long silentNs, Consumer<Row> next) {}

  /** Gives on what is left, because nothing more will come. */
  default void end(Consumer<Row> next) {}

  /** Rows that came too late to be counted. */
  default long late() {
    return 0;
  }
}
