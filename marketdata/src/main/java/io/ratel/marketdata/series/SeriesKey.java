package io.ratel.marketdata.series;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Which series.
 *
 * @param source who reports it, such as {@code FRED}
 * @param name what it is in the source's own word, such as {@code DFF}
 * @param subject whose it is: a symbol, an account, a country; {@code -} when it is nobody's
 */
public record SeriesKey(SeriesKind kind, String source, String name, String subject)
    implements Comparable<SeriesKey> {
  /** What each part must match. */
  public static final String PATTERN = "[A-Za-z0-9:._-]{1,64}";

  private static final Comparator<SeriesKey> BY_NAME =
      Comparator.comparing(SeriesKey::kind)
          .thenComparing(SeriesKey::source)
          .thenComparing(SeriesKey::name)
          .thenComparing(SeriesKey::subject);

  private static final Pattern PART = Pattern.compile(PATTERN);

  public SeriesKey {
    require("source", source);
    require("name", name);
    require("subject", subject);
  }

  private static void require(String what, String text) {
    if (!PART.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s must be 1 to 64 letters, digits, colons, dots, dashes and underscores, was '%s'"
              .formatted(what, text.length() > 80 ? text.substring(0, 80) + "…" : text));
    }
  }

  @Override
  public int compareTo(SeriesKey other) {
    return BY_NAME.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.label() + "/" + source + "/" + name + "/" + subject;
  }
}
