package io.ratel.model.instrument;

import java.util.regex.Pattern;

/**
 * The name of what is traded: {@code [VENUE:]BASE-QUOTE[-EXPIRY|-SWAP|-FUT]}, or one word for a
 * share. Without a venue it is Ratel's own market.
 *
 * @param text at most 32 characters, already in canonical form
 */
public record Symbol(String text) implements Comparable<Symbol> {
  /** The wire's room for a symbol. */
  public static final int MAX_LENGTH = 32;

  private static final Pattern FORM =
      Pattern.compile("([A-Z0-9][A-Z0-9-]*:)?[A-Z0-9]+(-[A-Z0-9]+){0,3}");

  public Symbol {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a symbol is [VENUE:]BASE-QUOTE or one word, of A-Z, 0-9 and '-', at most "
              + MAX_LENGTH
              + " characters, was '"
              + text
              + "'");
    }
  }

  /** Ratel's own market. */
  public static Symbol of(String text) {
    return new Symbol(text);
  }

  /** A venue's pair in canonical form: upper case, {@code _} becomes {@code -}, XBT becomes BTC. */
  public static Symbol ofVenue(String venue, String base, String quote) {
    return new Symbol(
        venue.toUpperCase(java.util.Locale.ROOT).replace('_', '-')
            + ":"
            + canonical(base)
            + "-"
            + canonical(quote));
  }

  private static String canonical(String asset) {
    String upper = asset.toUpperCase(java.util.Locale.ROOT);
    return upper.equals("XBT") ? "BTC" : upper;
  }

  /** The venue, or the empty string for Ratel's own market. */
  public String venue() {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon);
  }

  @Override
  public int compareTo(Symbol other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
