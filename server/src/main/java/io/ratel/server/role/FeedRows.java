package io.ratel.server.role;

import io.ratel.gateway.wire.FeedStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A feed as the door shows it. */
final class FeedRows {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MILLI_NS = 1_000_000L;

  private FeedRows() {}

  /**
   * @param preferredFor the pairs whose prices are to be taken from it
   */
  static FeedStatus row(
      String name,
      String kind,
      io.ratel.marketdata.feed.FeedStatus feed,
      List<String> preferredFor) {
    String reasons = feed.reasons().isEmpty() ? "" : "rejected: " + feed.reasons();
    return new FeedStatus(
        name,
        feed.name(),
        kind,
        feed.state().name().toLowerCase(Locale.ROOT),
        feed.frames(),
        feed.rejected(),
        feed.errors(),
        feed.quality(),
        feed.lagNs() / MILLI_NS,
        feed.lastFrameNs() == 0
            ? null
            : Instant.ofEpochSecond(feed.lastFrameNs() / SECOND_NS, feed.lastFrameNs() % SECOND_NS),
        preferredFor,
        String.join("; ", List.of(feed.detail(), reasons)).replaceAll("^; |; $", ""));
  }
}
