package io.ratel.marketdata.feed;

import java.util.Map;

/**
 * How a feed is doing.
 *
 * @param name the venue, as in its symbols
 * @param frames received, the rejected ones included
 * @param reasons how many were rejected, by {@link FrameFault#label}
 * @param detail what is to be said in words: the newest rejection, or why it was skipped
 * @param lagNs how far it is behind its pace when it handed over the last frame
 * @param lastFrameNs when the last frame was received, as recorded; 0 before the first
 */
public record FeedStatus(
    String name,
    State state,
    long frames,
    long rejected,
    Map<String, Long> reasons,
    String detail,
    long lagNs,
    long lastFrameNs) {
  public FeedStatus {
    reasons = Map.copyOf(reasons);
  }

  /** The life of a feed. */
  public enum State {
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED,
    SKIPPED
  }
}
