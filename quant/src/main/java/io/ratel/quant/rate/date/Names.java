package io.ratel.quant.rate.date;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Things by each of their names, matched by letters, digits and plus signs alone, {@code actual}
 * the same as {@code act} and {@code thirty} as {@code 30}: a market has many spellings for one
 * convention.
 */
final class Names<T> {
  private final Map<String, T> known = new LinkedHashMap<>();
  private final String rule;

  /**
   * @param rule what is right, beginning with "must"
   */
  Names(String rule) {
    this.rule = rule;
  }

  void add(String name, T value) {
    T before = known.put(plain(name), value);
    if (before != null && !before.equals(value)) {
      throw new IllegalStateException(name + " names both " + before + " and " + value);
    }
  }

  /**
   * @throws InvalidArgumentException when there is none
   */
  T find(String field, String name) {
    T found = known.get(plain(name));
    if (found == null) {
      throw new InvalidArgumentException(field, name, rule);
    }
    return found;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9+]", "")
        .replace("actual", "act")
        .replace("thirty", "30");
  }
}
