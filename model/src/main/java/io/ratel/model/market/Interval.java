package io.ratel.model.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of a bar, in UTC. Bars of five lengths are kept; those of the others are always made
 * from the kept ones, each from its {@link #base}, so that neither a store nor memory holds the
 * same trades seventeen times.
 */
public enum Interval {
  SECOND("1s", 1_000_000_000L, null),
  FIVE_SECONDS("5s", 5_000_000_000L, SECOND),
  FIFTEEN_SECONDS("15s", 15_000_000_000L, SECOND),
  THIRTY_SECONDS("30s", 30_000_000_000L, SECOND),
  MINUTE("1m", 60_000_000_000L, null),
  THREE_MINUTES("3m", 180_000_000_000L, MINUTE),
  FIVE_MINUTES("5m", 300_000_000_000L, null),
  FIFTEEN_MINUTES("15m", 900_000_000_000L, FIVE_MINUTES),
  THIRTY_MINUTES("30m", 1_800_000_000_000L, FIVE_MINUTES),
  HOUR("1h", 3_600_000_000_000L, null),
  TWO_HOURS("2h", 7_200_000_000_000L, HOUR),
  FOUR_HOURS("4h", 14_400_000_000_000L, HOUR),
  SIX_HOURS("6h", 21_600_000_000_000L, HOUR),
  TWELVE_HOURS("12h", 43_200_000_000_000L, HOUR),
  DAY("1d", 86_400_000_000_000L, null),
  /** From Monday. */
  WEEK("1w", 7 * 86_400_000_000_000L, DAY),
  /** Of the calendar. */
  MONTH("1M", 31 * 86_400_000_000_000L, DAY);

  /** Those that are kept, shortest first; each is made of whole bars of the one before it. */
  public static final List<Interval> KEPT =
      Arrays.stream(values()).filter(interval -> interval.base() == interval).toList();

  private static final long MONDAY_NS = 4 * 86_400_000_000_000L; // 1970 began on a Thursday

  private final String label;
  private final long nanos;
  private final @Nullable Interval base;

  Interval(String label, long nanos, @Nullable Interval base) {
    this.label = label;
    this.nanos = nanos;
    this.base = base;
  }

  /** The name a client uses: {@code 1m}. */
  public String label() {
    return label;
  }

  /** How long a bar is; of {@link #MONTH} the longest. */
  public long nanos() {
    return nanos;
  }

  /** The kept interval of which bars of this one are made; itself when it is kept. */
  public Interval base() {
    return base == null ? this : base;
  }

  public boolean isKept() {
    return base == null;
  }

  /** The start of the bar that holds {@code timeNs}. */
  public long floor(long timeNs) {
    return switch (this) {
      case WEEK -> Math.floorDiv(timeNs - MONDAY_NS, nanos) * nanos + MONDAY_NS;
      case MONTH -> nanos(date(timeNs).withDayOfMonth(1));
      default -> Math.floorDiv(timeNs, nanos) * nanos;
    };
  }

  /** The end of the bar that starts at {@code startNs}, which is where the next one starts. */
  public long end(long startNs) {
    return this == MONTH ? nanos(date(startNs).plusMonths(1)) : startNs + nanos;
  }

  private static LocalDate date(long timeNs) {
    long second = Math.floorDiv(timeNs, 1_000_000_000L);
    return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static long nanos(LocalDate date) {
    return Math.multiplyExact(date.toEpochDay(), 86_400_000_000_000L);
  }
}
