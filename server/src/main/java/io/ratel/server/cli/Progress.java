package io.ratel.server.cli;

import java.io.PrintWriter;

/** A bar on a terminal for what takes over two seconds; silent in a pipe. For one thread. */
final class Progress {
  private static final long SHOW_AFTER_NS = 2_000_000_000L;
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final String title;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final long started = System.nanoTime();
  private long shown = -1;

  Progress(PrintWriter out, String title) {
    this.out = out;
    this.title = title;
  }

  /** Shows how far it is, 0 to 1000. */
  void permille(long done) {
    if (!terminal || done == shown || System.nanoTime() - started < SHOW_AFTER_NS) {
      return;
    }
    shown = done;
    int filled = (int) (done * WIDTH / 1_000);
    out.printf(
        "\r%s [%s%s] %d %%", title, "#".repeat(filled), "-".repeat(WIDTH - filled), done / 10);
    out.flush();
  }

  /** Wipes the bar. */
  void end() {
    if (shown >= 0) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
