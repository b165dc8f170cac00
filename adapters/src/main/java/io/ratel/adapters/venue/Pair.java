package io.ratel.adapters.venue;

import io.ratel.model.instrument.Symbol;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is bought and what it is paid with.
 *
 * @param quote with what follows it at a contract: {@code USD-SWAP}
 */
public record Pair(String base, String quote) {
  private static final Pattern FORM =
      Pattern.compile("([A-Z0-9]{1,12})-([A-Z0-9]{1,12}(?:-[A-Z0-9]{1,12})?)");

  /**
   * Reads {@code BTC-USD} or {@code BTC-USD-SWAP}.
   *
   * @throws IllegalArgumentException with a message fit for a user
   */
  public static Pair parse(String text) {
    Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a pair must be BASE-QUOTE, such as BTC-USD, was '" + text + "'");
    }
    return new Pair(canonical(form.group(1)), canonical(form.group(2)));
  }

  /** As a symbol has it. */
  private static String canonical(String asset) {
    return asset.equals("XBT") ? "BTC" : asset;
  }

  public Symbol at(String venue) {
    return Symbol.ofVenue(venue, base, quote);
  }

  /** {@code BTC-USD}. */
  @Override
  public String toString() {
    return base + "-" + quote;
  }
}
