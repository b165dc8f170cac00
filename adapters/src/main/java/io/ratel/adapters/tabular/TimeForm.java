package io.ratel.adapters.tabular;

import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How times are written. All are from 1970 to 2099. */
public sealed interface TimeForm {
  /** Seconds since 1970 UTC, with decimals. */
  record Seconds() implements TimeForm {}

  /** Milliseconds since 1970 UTC. */
  record Millis() implements TimeForm {}

  /** ISO-8601 with an offset, or a day alone, which begins at midnight UTC. */
  record Iso() implements TimeForm {}

  /** A pattern of {@link DateTimeFormatter}, read as local time of a zone. */
  record Pattern(DateTimeFormatter format, ZoneId zone) implements TimeForm {}

  /**
   * @param text {@code iso}, {@code seconds}, {@code millis}, or a pattern such as {@code yyyyMMdd
   *     HH:mm}
   * @param zone of a pattern
   * @throws IllegalArgumentException when it is no pattern
   */
  static TimeForm of(String text, ZoneId zone) {
    return switch (text) {
      case "iso" -> new Iso();
      case "seconds" -> new Seconds();
      case "millis" -> new Millis();
      default -> new Pattern(DateTimeFormatter.ofPattern(text, Locale.ROOT), zone);
    };
  }

  /** Nanoseconds since 1970 UTC. */
  default long nanos(String text) throws RejectedFrameException {
    try {
      Instant time =
          switch (this) {
            case Seconds() -> ofUnits(text, 0);
            case Millis() -> ofUnits(text, 3);
            case Iso() ->
                text.indexOf('T') < 0 && text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            case Pattern(DateTimeFormatter format, ZoneId zone) -> local(text, format, zone);
          };
      int year = time.atZone(ZoneOffset.UTC).getYear();
      if (year >= 1970 && year < 2100) {
        return FeedTime.nanos(time);
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      // said below
    }
    throw new RejectedFrameException(
        FrameFault.BAD_TIME, "a time must be of 1970 to 2099 as configured, was '" + text + "'");
  }

  private static Instant ofUnits(String text, int decimals) {
    BigDecimal seconds =
        new BigDecimal(text).movePointLeft(decimals).setScale(9, RoundingMode.DOWN);
    if (seconds.precision() - seconds.scale() > 11) {
      throw new ArithmeticException("too many seconds");
    }
    long whole = seconds.longValue();
    return Instant.ofEpochSecond(
        whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }

  private static Instant local(String text, DateTimeFormatter format, ZoneId zone) {
    TemporalAccessor read = format.parseBest(text, LocalDateTime::from, LocalDate::from);
    LocalDateTime time =
        read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
    return time.atZone(read instanceof LocalDate ? ZoneOffset.UTC : zone).toInstant();
  }
}
