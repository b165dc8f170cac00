package io.ratel.marketdata.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gate before the store of series: a source that tells its whole history each time it is asked
 * adds only what is new or revised. Safe for any thread that alone tells of a series.
 */
public final class ObservationIntake {
  private final AnalyticsStore store;

  public ObservationIntake(AnalyticsStore store) {
    this.store = store;
  }

  /**
   * Stores what differs from what is known.
   *
   * @return how many were stored
   */
  public int accept(List<Observation> told) {
    Map<SeriesKey, List<Observation>> byKey = new LinkedHashMap<>();
    told.forEach(each -> byKey.computeIfAbsent(each.key(), _ -> new ArrayList<>()).add(each));
    List<Observation> fresh = new ArrayList<>();
    byKey.forEach((key, values) -> fresh.addAll(unknown(key, values)));
    if (!fresh.isEmpty()) {
      store.append(fresh);
    }
    return fresh.size();
  }

  private List<Observation> unknown(SeriesKey key, List<Observation> values) {
    long fromNs = values.stream().mapToLong(Observation::timeNs).min().orElseThrow();
    long toNs = values.stream().mapToLong(Observation::timeNs).max().orElseThrow() + 1;
    Map<Long, Double> known = new HashMap<>();
    store
        .observations(key, fromNs, toNs, Long.MAX_VALUE, AnalyticsStore.MAX_VALUES)
        .forEach(each -> known.put(each.timeNs(), each.value()));
    return values.stream()
        .filter(each -> !Double.valueOf(each.value()).equals(known.get(each.timeNs())))
        .toList();
  }
}
