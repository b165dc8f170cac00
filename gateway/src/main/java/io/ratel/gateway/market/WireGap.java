package io.ratel.gateway.market;

import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.book.Gap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a book was not known.
 *
 * @param until null while it is open
 * @param durationMs null while it is open
 * @param cause {@code sequence}, {@code crossed}, {@code checksum}, {@code unreadable}, {@code
 *     disconnected}, or {@code lost} when the feed did not say
 * @param firstMissing the first of the venue's numbers that did not come; null where they are not
 *     known
 * @param healing {@code snapshot}, {@code resubscribed}, {@code restart}, or {@code open}
 */
public record WireGap(
    Instant time,
    @Nullable Instant until,
    @Nullable Long durationMs,
    String cause,
    @Nullable Long firstMissing,
    @Nullable Long lastMissing,
    String healing) {
  private static final long MILLI_NS = 1_000_000L;

  public static WireGap of(Gap gap) {
    boolean numbered = gap.firstMissing() != 0;
    return new WireGap(
        Times.instant(gap.fromNs()),
        gap.isOpen() ? null : Times.instant(gap.untilNs()),
        gap.isOpen() ? null : (gap.untilNs() - gap.fromNs()) / MILLI_NS,
        gap.cause().label(),
        numbered ? gap.firstMissing() : null,
        numbered ? gap.lastMissing() : null,
        gap.healing().label());
  }
}
