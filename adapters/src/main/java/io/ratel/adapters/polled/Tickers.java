package io.ratel.adapters.polled;

import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a source is asked for one by one.
 *
 * @param venue before the colon of its symbols
 * @param names as the source spells them
 */
public record Tickers(String venue, List<String> names) {
  public Tickers {
    names = List.copyOf(names);
  }

  public Symbol symbol(String name) {
    return Symbol.of(venue + ":" + name.toUpperCase(Locale.ROOT));
  }

  public Set<Symbol> symbols() {
    Set<Symbol> symbols = new LinkedHashSet<>();
    names.forEach(name -> symbols.add(symbol(name)));
    return symbols;
  }

  /**
   * A question for each.
   *
   * @param path gives what follows the address, of a name that is safe in it
   */
  public List<PolledRequest> requests(URI url, UnaryOperator<String> path) {
    return names.stream()
        .map(name -> PolledRequest.get(name, url.resolve(path.apply(encoded(name)))))
        .toList();
  }

  /** A text as a part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
