package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes the samples of days of those of hours. A day has the hours that ended after its midnight,
 * the next midnight included, and is named by that next midnight, as an hour is by its end. One
 * thread at a time.
 */
final class DayMaker {
  private final AnalyticsStore store;
  private final Function<SeriesKey, Aggregate> aggregates;

  /**
   * @param aggregates of each hourly series
   */
  DayMaker(AnalyticsStore store, Function<SeriesKey, Aggregate> aggregates) {
    this.store = store;
    this.aggregates = aggregates;
  }

  /** When the day that holds an hour ends. */
  static long dayOf(long hourNs) {
    return Math.ceilDiv(hourNs, Sampled.DAY_NS) * Sampled.DAY_NS;
  }

  /**
   * Makes the days that end in {@code (fromNs, toNs]}; what is as it was is not written again.
   *
   * @param fromNs a midnight
   * @param toNs a midnight that has passed
   */
  void make(long fromNs, long toNs, long nowNs) {
    ObservationIntake intake = new ObservationIntake(store);
    for (SeriesKey key : store.keysBefore(SeriesKind.SNAPSHOT_HOURLY, toNs + 1)) {
      if (!key.source().startsWith(GapHealer.HEALED)) {
        make(key, fromNs, toNs, nowNs, intake);
      }
    }
  }

  private void make(SeriesKey key, long fromNs, long toNs, long nowNs, ObservationIntake intake) {
    SeriesKey daily =
        new SeriesKey(SeriesKind.SNAPSHOT_DAILY, key.source(), key.name(), key.subject());
    Aggregate aggregate = aggregates.apply(key);
    TreeMap<Long, List<Observation>> days = new TreeMap<>();
    store
        .observations(key, fromNs + 1, toNs + 1, Long.MAX_VALUE, AnalyticsStore.MAX_VALUES)
        .forEach(
            hour -> days.computeIfAbsent(dayOf(hour.timeNs()), _ -> new ArrayList<>()).add(hour));
    List<Observation> made = new ArrayList<>();
    days.forEach(
        (day, hours) -> {
          if (!isRest(daily, day, hours)) {
            double value = aggregate.of(hours.stream().map(Observation::value).toList());
            made.add(new Observation(daily, day, value, nowNs));
          }
        });
    if (!made.isEmpty()) {
      intake.accept(made);
    }
  }

  /**
   * Whether these are what dropping a month left of a day that was made before: the hour at
   * midnight is of the day that ends, and lies in the month that begins.
   */
  private boolean isRest(SeriesKey daily, long day, List<Observation> hours) {
    return hours.size() == 1
        && hours.getFirst().timeNs() == day
        && !store.observations(daily, day, day + 1, Long.MAX_VALUE, 1).isEmpty();
  }
}
