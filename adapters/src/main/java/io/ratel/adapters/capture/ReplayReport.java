package io.ratel.adapters.capture;

/**
 * What a replay came to.
 *
 * @param frames received in the recordings, and rows of files of history
 * @param rejected of those
 */
public record ReplayReport(long frames, long rejected) {
  /** The line that ends a replay. */
  @Override
  public String toString() {
    return "Replay finished: " + frames + " frames, " + rejected + " rejected";
  }
}
