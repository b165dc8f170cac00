package io.ratel.gateway.venue;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.series.SeriesSummary;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Series in memory. */
public final class FakeSeries implements AnalyticsStore {
  private final List<Observation> all = new ArrayList<>();

  @Override
  public void appendDailyBars(List<Bar> bars) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Bar> dailyBars(Symbol symbol, long fromNs, long toNs, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized void append(List<Observation> observations) {
    all.addAll(observations);
  }

  @Override
  public synchronized List<Observation> observations(
      SeriesKey key, long fromNs, long toNs, long asOfNs, int limit) {
    TreeMap<Long, Observation> found = new TreeMap<>();
    for (Observation each : all) {
      if (each.key().equals(key)
          && each.timeNs() >= fromNs
          && each.timeNs() < toNs
          && each.knownNs() <= asOfNs) {
        found.merge(each.timeNs(), each, (a, b) -> a.knownNs() > b.knownNs() ? a : b);
      }
    }
    List<Observation> list = List.copyOf(found.values());
    return list.subList(Math.max(0, list.size() - limit), list.size());
  }

  @Override
  public synchronized List<SeriesSummary> series(SeriesKind kind) {
    return all.stream()
        .filter(each -> each.key().kind() == kind)
        .collect(Collectors.groupingBy(Observation::key))
        .entrySet()
        .stream()
        .map(
            entry ->
                new SeriesSummary(
                    entry.getKey(),
                    entry.getValue().size(),
                    entry.getValue().stream().mapToLong(Observation::timeNs).min().orElse(0),
                    entry.getValue().stream().mapToLong(Observation::timeNs).max().orElse(0)))
        .toList();
  }

  @Override
  public synchronized Set<SeriesKey> keysBefore(SeriesKind kind, long timeNs) {
    return all.stream()
        .filter(each -> each.key().kind() == kind && each.timeNs() < timeNs)
        .map(Observation::key)
        .collect(Collectors.toSet());
  }

  @Override
  public void dropBefore(SeriesKind kind, long timeNs) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
