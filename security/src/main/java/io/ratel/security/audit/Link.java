package io.ratel.security.audit;

import java.util.regex.Pattern;

/**
 * A record's number and hash, which stand for it and all before it.
 *
 * @param number counts from 1 without gaps; 0 is before the first
 * @param hash 64 hexadecimal digits
 */
public record Link(long number, String hash) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** What the first record follows. */
  public static final Link START = new Link(0, "0".repeat(64));

  public Link {
    if (number < 0 || !HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "a link must be a number and 64 hexadecimal digits, was " + number + " " + hash);
    }
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static Link parse(String text) {
    var parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a link must be NUMBER:HASH, with 64 hexadecimal digits, was '" + text.strip() + "'");
    }
    return new Link(Long.parseLong(parts.group(1)), parts.group(2));
  }

  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
