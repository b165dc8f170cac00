package io.ratel.exchange.reconciliation;

/** Compares the tables with the machine. Safe for any thread; a call may take minutes. */
public interface Reconciler {
  /**
   * Compares once. Whoever asks while a comparison runs gets its result.
   *
   * @throws RuntimeException when the log or the tables could not be read
   */
  Reconciliation run();
}
