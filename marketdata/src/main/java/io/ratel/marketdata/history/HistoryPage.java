package io.ratel.marketdata.history;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Part of an answer.
 *
 * @param next where the next part begins; empty when this is the last
 * @param missing of the whole question, what is not known to be stored whole
 */
public record HistoryPage<T>(List<T> items, Optional<Place> next, List<Span> missing) {
  public HistoryPage {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  /**
   * The last row of a page: the next one begins after it. By time and name, so that rows of one
   * time are all given, each once, whatever was stored since.
   *
   * @param id of a trade; empty for what has one row a time
   */
  public record Place(long timeNs, String id) {
    private static final int MAX_TEXT = 200;

    /** As text that a client only hands back. */
    public String text() {
      byte[] bytes = (timeNs + " " + id).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What {@link #text} wrote; empty for anything else. */
    public static Optional<Place> parse(String text) {
      try {
        if (text.length() <= MAX_TEXT) {
          String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
          int space = plain.indexOf(' ');
          if (space > 0) {
            return Optional.of(
                new Place(Long.parseLong(plain.substring(0, space)), plain.substring(space + 1)));
          }
        }
      } catch (IllegalArgumentException e) {
        // no place
      }
      return Optional.empty();
    }
  }
}
