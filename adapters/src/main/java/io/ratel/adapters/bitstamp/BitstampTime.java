package io.ratel.adapters.bitstamp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;

/** {@code microtimestamp}: microseconds since 1970 UTC, as text. */
final class BitstampTime {
  private BitstampTime() {}

  /** In nanoseconds. */
  static long read(JsonNode data, Frame frame) throws RejectedFrameException {
    String text = FrameJson.text(data, "microtimestamp");
    try {
      long micros = Long.parseLong(text);
      return FeedTime.ofMillis(Math.floorDiv(micros, 1_000L), frame.localTimeNs())
          + Math.floorMod(micros, 1_000L) * 1_000;
    } catch (NumberFormatException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME,
          "microtimestamp must be microseconds since 1970, was '" + text + "'");
    }
  }
}
