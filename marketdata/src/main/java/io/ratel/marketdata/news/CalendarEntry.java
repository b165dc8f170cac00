package io.ratel.marketdata.news;

/**
 * Something that a calendar announces: a number that will be published at a time. What it will say
 * and what it said are texts, since one is {@code 3.2%} and another {@code 187K}.
 *
 * @param source whose calendar
 * @param id by which the source knows it again
 * @param area country or currency, such as {@code US}; empty for the world
 * @param importance 0 unknown, 1 low, 2 medium, 3 high
 * @param actual empty until it is published
 * @param forecast empty when nobody gave one
 * @param previous empty when it is not known
 * @param timeNs when it is due, nanoseconds since 1970 UTC
 */
public record CalendarEntry(
    String source,
    String id,
    String area,
    String title,
    int importance,
    String actual,
    String forecast,
    String previous,
    long timeNs) {
  private static final int MAX_CHARS = 200;

  public CalendarEntry {
    if (importance < 0 || importance > 3) {
      throw new IllegalArgumentException("importance must be 0 to 3, was " + importance);
    }
    for (String text : new String[] {id, area, title, actual, forecast, previous}) {
      if (text.length() > MAX_CHARS) {
        throw new IllegalArgumentException(
            "a text must have at most %d characters, one had %d"
                .formatted(MAX_CHARS, text.length()));
      }
    }
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("id and title must not be empty");
    }
  }
}
