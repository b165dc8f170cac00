package io.ratel.marketdata.feed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses among the venues of a pair, in their order. When the one in use falls below {@link
 * #POOR}, the first that is good enough takes its place at once; an earlier one gets it back when
 * it has been at {@link #GOOD} or above for {@link #PROOF_NS} without a break. While none is good
 * enough the choice stays, so that a reader is not thrown about. Safe for any thread.
 */
public final class VenueFallback implements PreferredVenues {
  static final int POOR = 50;
  static final int GOOD = 70;
  static final long PROOF_NS = 30_000_000_000L;

  /** How good a venue is for a pair now. */
  @FunctionalInterface
  public interface Health {
    /** From 0 to 100; 0 while the venue has nothing to say of the pair. */
    int of(String venue, String pair);
  }

  private static final class Choice {
    private final List<String> venues;
    private final long[] goodSinceNs; // Long.MIN_VALUE while it is not
    private int at;

    private Choice(List<String> venues) {
      this.venues = List.copyOf(venues);
      this.goodSinceNs = new long[venues.size()];
      Arrays.fill(goodSinceNs, Long.MIN_VALUE);
    }
  }

  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final Health health;

  /**
   * @param orders the venues of each pair, the first to be taken first
   */
  public VenueFallback(Map<String, List<String>> orders, Health health) {
    this.health = health;
    orders.forEach(
        (pair, venues) -> {
          if (venues.isEmpty()) {
            throw new IllegalArgumentException("a fallback must name venues, of " + pair);
          }
          choices.put(pair, new Choice(venues));
        });
  }

  /**
   * Looks at every venue again; to be called about once a second.
   *
   * @param nowNs nanoseconds since some moment
   */
  public synchronized void review(long nowNs) {
    choices.forEach((pair, choice) -> review(pair, choice, nowNs));
  }

  private void review(String pair, Choice choice, long nowNs) {
    int size = choice.venues.size();
    int[] scores = new int[size];
    for (int i = 0; i < size; i++) {
      scores[i] = health.of(choice.venues.get(i), pair);
      if (scores[i] < GOOD) {
        choice.goodSinceNs[i] = Long.MIN_VALUE;
      } else if (choice.goodSinceNs[i] == Long.MIN_VALUE) {
        choice.goodSinceNs[i] = nowNs;
      }
    }
    if (scores[choice.at] < POOR) {
      for (int i = 0; i < size; i++) {
        if (scores[i] >= POOR) {
          choice.at = i;
          return;
        }
      }
      return;
    }
    for (int i = 0; i < choice.at; i++) {
      long since = choice.goodSinceNs[i];
      if (since != Long.MIN_VALUE && nowNs - since >= PROOF_NS) {
        choice.at = i;
        return;
      }
    }
  }

  @Override
  public synchronized Optional<String> venue(String pair) {
    Choice choice = choices.get(pair);
    return choice == null ? Optional.empty() : Optional.of(choice.venues.get(choice.at));
  }

  @Override
  public synchronized Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    choices.forEach((pair, choice) -> all.put(pair, choice.venues.get(choice.at)));
    return all;
  }
}
