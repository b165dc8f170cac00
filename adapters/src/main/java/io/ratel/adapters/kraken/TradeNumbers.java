package io.ratel.adapters.kraken;

import io.ratel.model.instrument.Symbol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names for trades that the venue sends without one: their time and, of those of one time, which it
 * is. The same recording gives the same names again. One thread.
 */
public final class TradeNumbers {
  private static final int TIMES = 64; // remembered of a market; later ones come in order

  private final Map<Symbol, Map<Long, Integer>> seen = new HashMap<>();

  /** The name of the next trade of that time. */
  public String id(Symbol symbol, long timeNs) {
    Map<Long, Integer> times = seen.computeIfAbsent(symbol, of -> new RecentTimes());
    return timeNs + "-" + times.merge(timeNs, 1, Integer::sum);
  }

  /** Forgets the oldest. */
  private static final class RecentTimes extends LinkedHashMap<Long, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
      return size() > TIMES;
    }
  }
}
