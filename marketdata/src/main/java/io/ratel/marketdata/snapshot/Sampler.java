package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.snapshot.Sampled.Hour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Asks everything that is registered once on each hour. What is asked more than a minute late is
 * not what was on the hour, and is not asked any more. One thread at a time, but for registering.
 */
final class Sampler {
  private static final long LATE_NS = 60_000_000_000L;

  private final AnalyticsStore store;
  private final List<Sampled> all = new CopyOnWriteArrayList<>();
  private long startedNs = -1;
  private long doneNs = -1;

  Sampler(AnalyticsStore store) {
    this.store = store;
  }

  void register(Sampled sampled) {
    all.add(sampled);
  }

  List<Sampled> registered() {
    return List.copyOf(all);
  }

  void run(long nowNs) {
    if (startedNs < 0) {
      startedNs = nowNs;
    }
    long hourNs = nowNs - nowNs % Sampled.HOUR_NS;
    if (hourNs <= doneNs) {
      return;
    }
    if (nowNs - hourNs <= LATE_NS) {
      sample(new Hour(hourNs, startedNs <= hourNs - Sampled.HOUR_NS), nowNs);
    }
    doneNs = hourNs;
  }

  private void sample(Hour hour, long nowNs) {
    List<Observation> values = new ArrayList<>();
    for (Sampled sampled : all) {
      for (Map.Entry<String, Double> value : sampled.values().at(hour).entrySet()) {
        if (Double.isFinite(value.getValue())) {
          values.add(
              new Observation(sampled.key(value.getKey()), hour.timeNs(), value.getValue(), nowNs));
        }
      }
    }
    store.append(values);
  }
}
