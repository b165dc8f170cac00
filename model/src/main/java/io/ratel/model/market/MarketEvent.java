package io.ratel.model.market;

import io.ratel.model.instrument.Symbol;
import java.util.regex.Pattern;

/**
 * Something that happened outside of the book and moves its price: a goal, a halt, a headline.
 *
 * @param id by which its source knows it again, 1 to 64 characters
 * @param kind in lowerCamel, such as {@code goal} or {@code matchEnd}
 * @param headline one line for people, 1 to 200 characters
 * @param timeNs nanoseconds since 1970 UTC
 */
public record MarketEvent(Symbol symbol, String id, String kind, String headline, long timeNs) {
  private static final Pattern KIND = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");
  private static final int MAX_ID = 64;
  private static final int MAX_HEADLINE = 200;

  public MarketEvent {
    if (id.isBlank() || id.length() > MAX_ID) {
      throw new IllegalArgumentException(
          "id must have 1 to " + MAX_ID + " characters, was '" + id + "'");
    }
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "kind must be lowerCamel of at most 32 characters, was '" + kind + "'");
    }
    if (headline.isBlank() || headline.length() > MAX_HEADLINE) {
      throw new IllegalArgumentException(
          "headline must have 1 to " + MAX_HEADLINE + " characters, was '" + headline + "'");
    }
  }
}
