package io.ratel.benchmarks.measure;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Something that is measured in one go and makes one or more rows. Bounded in time. */
public interface Measurement {
  /** The names of the rows that {@link #measure} hands out, those it may leave out included. */
  List<String> rows();

  /**
   * Measures on the calling thread and leaves nothing running.
   *
   * @param out receives each row when it is known
   * @throws IOException when a file or a process it needs cannot be had
   */
  void measure(Workplace place, Consumer<Row> out) throws IOException;
}
