package io.ratel.quant.function;

/** How a long computation tells how far it is, and learns that nobody wants it any more. */
@FunctionalInterface
public interface Progress {
  /** Nobody looks, and nobody cancels. */
  Progress NONE = part -> {};

  /**
   * Called now and then, at least every few milliseconds, by the thread that computes.
   *
   * @param part from 0 to 1
   * @throws CancelledException when it is to stop
   */
  void done(double part);

  /** A computation was stopped before its end. */
  final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
      super("the computation was cancelled", null, false, false);
    }
  }
}
