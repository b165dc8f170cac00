package io.ratel.benchmarks.book;

/** Something that keeps a book and is measured. */
interface Machine {
  /** What {@link #trades} of a machine that does not count answers. */
  long UNCOUNTED = -1;

  /** Applies the commands from one index up to another. */
  void run(OrderFlow flow, int from, int to);

  /** Matches so far. */
  long trades();

  /** The levels as they are now. */
  BookImage image();
}
