package io.ratel.marketdata.feed;

import java.util.Map;

/**
 * How a feed is doing.
 *
 * @param name the venue, as in its symbols
 * @param frames received, the rejected ones included
 * @param reasons how many were rejected, by {@link FrameFault#label}
 * @param detail what is to be said in words: the newest rejection, or why it was skipped
 * @param lagNs how far it is behind: the recording its pace, a venue its own clock
 * @param lastFrameNs when the last frame was received, as recorded; 0 before the first
 * @param errors rejected frames, and failures of the connection and of requests
 * @param quality from 0 to 100, see {@link FeedQuality}
 */
public record FeedStatus(
    String name,
    State state,
    long frames,
    long rejected,
    Map<String, Long> reasons,
    String detail,
    long lagNs,
    long lastFrameNs,
    long errors,
    int quality) {
  public FeedStatus {
    reasons = Map.copyOf(reasons);
  }

  /** Of something that is not read at all. */
  public static FeedStatus skipped(String name, String why) {
    return new FeedStatus(name, State.SKIPPED, 0, 0, Map.of(), why, 0, 0, 0, 0);
  }

  /** The same with other words. */
  public FeedStatus withDetail(String words) {
    return new FeedStatus(
        name, state, frames, rejected, reasons, words, lagNs, lastFrameNs, errors, quality);
  }

  /** The life of a feed. */
  public enum State {
    CONNECTING,
    RUNNING,
    RECONNECTING,
    FINISHED,
    STOPPED,
    FAILED,
    SKIPPED
  }
}
