package io.ratel.benchmarks;

import io.ratel.benchmarks.measure.Measurement;
import java.io.PrintWriter;

/** One line on a terminal that says what is being measured; silent in a pipe. For one thread. */
final class StatusLine {
  private static final String WIPE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal = System.console() != null && System.console().isTerminal();

  StatusLine(PrintWriter err) {
    this.err = err;
  }

  void show(Measurement measurement, int number, int of) {
    if (terminal) {
      String rows = String.join(", ", measurement.rows());
      String what = rows.length() <= 60 ? rows : rows.substring(0, 60) + "…";
      err.print(WIPE + "[" + number + "/" + of + "] " + what);
      err.flush();
    }
  }

  /** Before something else is written. */
  void wipe() {
    if (terminal) {
      err.print(WIPE);
      err.flush();
    }
  }
}
