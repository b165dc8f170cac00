package io.ratel.marketdata.series;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Series in memory, dropped by whole months as the real stores do; a test can make it fail. */
public final class MemorySeries implements AnalyticsStore {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final Map<SeriesKey, TreeMap<Long, TreeMap<Long, Observation>>> rows = new TreeMap<>();

  /** How many appends are to fail. */
  public int failuresToCome;

  /** How many values were appended. */
  public int appended;

  @Override
  public void appendDailyBars(List<Bar> bars) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Bar> dailyBars(Symbol symbol, long fromNs, long toNs, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void append(List<Observation> observations) {
    if (failuresToCome > 0) {
      failuresToCome--;
      throw new AnalyticsStoreException("the disk is full");
    }
    appended += observations.size();
    for (Observation each : observations) {
      rows.computeIfAbsent(each.key(), _ -> new TreeMap<>())
          .computeIfAbsent(each.timeNs(), _ -> new TreeMap<>())
          .put(each.knownNs(), each);
    }
  }

  @Override
  public List<Observation> observations(
      SeriesKey key, long fromNs, long toNs, long asOfNs, int limit) {
    List<Observation> found = new ArrayList<>();
    for (TreeMap<Long, Observation> versions :
        rows.getOrDefault(key, new TreeMap<>()).subMap(fromNs, toNs).values()) {
      Map.Entry<Long, Observation> newest = versions.floorEntry(asOfNs);
      if (newest != null) {
        found.add(newest.getValue());
      }
    }
    return found.subList(Math.max(0, found.size() - limit), found.size());
  }

  /** The newest values by time. */
  public Map<Long, Double> values(SeriesKey key) {
    Map<Long, Double> values = new TreeMap<>();
    observations(key, 0, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE)
        .forEach(each -> values.put(each.timeNs(), each.value()));
    return values;
  }

  @Override
  public List<SeriesSummary> series(SeriesKind kind) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<SeriesKey> keysBefore(SeriesKind kind, long timeNs) {
    Set<SeriesKey> keys = new TreeSet<>();
    rows.forEach(
        (key, times) -> {
          if (key.kind() == kind && !times.isEmpty() && times.firstKey() < timeNs) {
            keys.add(key);
          }
        });
    return keys;
  }

  @Override
  public void dropBefore(SeriesKind kind, long timeNs) {
    long month =
        LocalDate.ofEpochDay(Math.floorDiv(timeNs, DAY_NS)).withDayOfMonth(1).toEpochDay() * DAY_NS;
    rows.forEach(
        (key, times) -> {
          if (key.kind() == kind) {
            times.headMap(month).clear();
          }
        });
  }

  @Override
  public void close() {}
}
