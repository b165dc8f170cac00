package io.ratel.marketdata.feed;

/**
 * The gate before a reader: looks at size and time, counts, and lets no exception out. One thread
 * at a time.
 */
public final class FeedIntake {
  /** More than the deepest whole book that a venue sends; longer frames are not looked at. */
  public static final int MAX_CHARS = 8 << 20;

  /** As much of a frame that is not looked at as a reader is shown of it. */
  public static final int HEAD_CHARS = 4_096;

  private final FeedReader reader;
  private final MarketSink sink;
  private final FeedMeter meter;

  public FeedIntake(FeedReader reader, MarketSink sink, FeedMeter meter) {
    this.reader = reader;
    this.sink = sink;
    this.meter = meter;
  }

  /** Takes a frame, whatever is in it. */
  public void accept(Frame frame) {
    meter.frame(frame.localTimeNs());
    try {
      FeedTime.requireReceived(frame.localTimeNs());
      if (frame.text().length() > MAX_CHARS) {
        throw tooLarge();
      }
    } catch (RejectedFrameException e) {
      reject(e);
      skipped(frame.text());
      return;
    }
    try {
      reader.read(frame, sink);
    } catch (RejectedFrameException e) {
      reject(e);
    }
  }

  /**
   * A frame was too large to be taken from the line.
   *
   * @param head its first characters
   */
  public void tooLarge(String head) {
    meter.frame();
    reject(tooLarge());
    skipped(head);
  }

  private static RejectedFrameException tooLarge() {
    return new RejectedFrameException(
        FrameFault.TOO_LARGE, "a frame has at most " + MAX_CHARS + " characters");
  }

  private void skipped(String text) {
    reader.skipped(text.substring(0, Math.min(text.length(), HEAD_CHARS)), sink);
  }

  private void reject(RejectedFrameException e) {
    meter.rejected(e.fault(), e.fault().label() + ": " + e.getMessage());
  }

  /** Takes a line that holds no frame. */
  public void reject(FrameFault fault, String why) {
    meter.frame();
    meter.rejected(fault, fault.label() + ": " + why);
  }

  /** The connection was lost and made anew. */
  public void disconnected() {
    reader.disconnected(sink);
  }
}
