package io.ratel.marketdata.feed;

/**
 * Reads the frames of one venue. Keeps what it learns (decimals, names of markets) between frames;
 * one thread at a time.
 */
public interface FeedReader {
  /**
   * Turns a frame into events, all of them or none; a frame that is known to hold nothing of
   * interest gives none.
   *
   * @throws RejectedFrameException when the frame, or anything in it, cannot be used; a book whose
   *     change was lost with it has then been reported to the sink
   */
  void read(Frame frame, MarketSink sink) throws RejectedFrameException;

  /**
   * A frame was dropped without being read: tells the sink which books may have missed a change.
   *
   * @param head the first characters of it, at least as many as a reader looks at
   */
  void skipped(String head, MarketSink sink);

  /** The connection was lost and made anew: tells the sink which books have missed changes. */
  void disconnected(MarketSink sink);
}
