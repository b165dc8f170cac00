package io.ratel.marketdata.pair;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.slot.Slots;
import java.util.Optional;

/** What is traded for what, wherever. */
public record Pair(String base, String quote) {
  /** The pair of a spot market; a share, a future or a swap has none. */
  public static Optional<Pair> of(Symbol symbol) {
    String text = symbol.text().substring(symbol.text().indexOf(':') + 1);
    int dash = text.indexOf('-');
    return dash < 0 || text.indexOf('-', dash + 1) >= 0 || text.endsWith("-FUT")
        ? Optional.empty()
        : Optional.of(new Pair(text.substring(0, dash), text.substring(dash + 1)));
  }

  public String text() {
    return base + "-" + quote;
  }

  /** The slot of both legs. */
  public short slot() {
    return Slots.of(text());
  }
}
