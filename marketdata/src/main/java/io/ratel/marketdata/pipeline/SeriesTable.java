package io.ratel.marketdata.pipeline;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.model.market.Interval;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A series as a table with the one field {@value #VALUE}: the newest value about the row's moment
 * or before it that was known then. Each subject's last answer is kept for a minute of event time.
 */
public final class SeriesTable implements ReferenceTable {
  public static final String VALUE = "value";

  private static final int MAX_KEPT = 1_000;

  private record Known(long minuteNs, Optional<Map<String, Value>> entry) {}

  private final AnalyticsStore store;
  private final SeriesKey key;
  private final boolean ofRow;
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MAX_KEPT;
        }
      };

  /**
   * @param ofRow whether the subject is what the row is looked up by, and not the key's own
   */
  public SeriesTable(AnalyticsStore store, SeriesKey key, boolean ofRow) {
    this.store = store;
    this.key = key;
    this.ofRow = ofRow;
  }

  @Override
  public Set<String> fields() {
    return Set.of(VALUE);
  }

  @Override
  public Optional<Map<String, Value>> find(String subject, long timeNs) {
    long minuteNs = Interval.MINUTE.floor(timeNs);
    Known last = known.get(subject);
    if (last == null || last.minuteNs() != minuteNs) {
      last = new Known(minuteNs, read(subject, minuteNs));
      known.put(subject, last);
    }
    return last.entry();
  }

  private Optional<Map<String, Value>> read(String subject, long timeNs) {
    try {
      SeriesKey of = ofRow ? new SeriesKey(key.kind(), key.source(), key.name(), subject) : key;
      List<Observation> newest = store.observations(of, 0, timeNs + 1, timeNs, 1);
      return newest.stream()
          .map(value -> Map.of(VALUE, Value.of(BigDecimal.valueOf(value.value()))))
          .findFirst();
    } catch (AnalyticsStoreException | IllegalArgumentException e) {
      throw new RefusedRowException(key + " cannot be read: " + e.getMessage());
    }
  }
}
