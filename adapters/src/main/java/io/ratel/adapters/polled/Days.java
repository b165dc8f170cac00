package io.ratel.adapters.polled;

import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as the moments at which they begin in UTC. */
public final class Days {
  private Days() {}

  /**
   * @param text such as {@code 2026-01-31}, from 1970 to 2099
   */
  public static long ofIso(String text) throws RejectedFrameException {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1970 && day.getYear() < 2100) {
        return FeedTime.nanos(day.atStartOfDay(ZoneOffset.UTC).toInstant());
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new RejectedFrameException(
        FrameFault.BAD_TIME, "a day must be YYYY-MM-DD from 1970 to 2099, was '" + text + "'");
  }
}
