package io.ratel.adapters.news;

import io.ratel.model.instrument.Symbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What headlines are about.
 *
 * @param words symbols by a word, in lower case, that names them
 */
public record Topics(Map<String, Symbol> words) {
  private static final int MAX = 32;

  public Topics {
    words = Map.copyOf(words);
  }

  /** The symbols whose words stand in a text. */
  public List<Symbol> of(String text) {
    Set<Symbol> found = new LinkedHashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}$]+")) {
      Symbol symbol = words.get(word);
      if (symbol != null && found.size() < MAX) {
        found.add(symbol);
      }
    }
    return List.copyOf(found);
  }
}
