package io.ratel.marketdata.pipeline;

/** A row that a step or an output cannot use; it is counted and left. Costs no stack trace. */
public final class RefusedRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedRowException(String message) {
    super(message, null, false, false);
  }
}
