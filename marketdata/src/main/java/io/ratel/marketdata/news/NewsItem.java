package io.ratel.marketdata.news;

import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A headline.
 *
 * @param source who published it, as its feed is called
 * @param id by which the source knows it again, 1 to 200 characters
 * @param headline one line for people, 1 to 300 characters
 * @param summary plain text, at most 2,000 characters; empty when there is none
 * @param symbols what it is about, at most 32
 * @param timeNs when it was published, nanoseconds since 1970 UTC
 */
public record NewsItem(
    String source,
    String id,
    String headline,
    String summary,
    Optional<URI> link,
    List<Symbol> symbols,
    long timeNs) {
  public static final int MAX_HEADLINE = 300;
  public static final int MAX_SUMMARY = 2_000;
  public static final int MAX_ID = 200;
  private static final int MAX_SYMBOLS = 32;

  public NewsItem {
    symbols = List.copyOf(symbols);
    require("id", id, 1, MAX_ID);
    require("headline", headline, 1, MAX_HEADLINE);
    require("summary", summary, 0, MAX_SUMMARY);
    if (symbols.size() > MAX_SYMBOLS) {
      throw new IllegalArgumentException(
          "symbols must be at most " + MAX_SYMBOLS + ", were " + symbols.size());
    }
  }

  private static void require(String name, String text, int least, int most) {
    if (text.strip().length() < least || text.length() > most) {
      throw new IllegalArgumentException(
          "%s must have %d to %d characters, had %d".formatted(name, least, most, text.length()));
    }
  }
}
