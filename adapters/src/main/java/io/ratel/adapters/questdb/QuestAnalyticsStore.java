package io.ratel.adapters.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.ratel.adapters.questdb.QuestSession.Argument;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.series.SeriesSummary;
import io.ratel.marketdata.tick.TickStoreException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Series in tables of their own beside the ticks; daily bars are those of the ticks. */
final class QuestAnalyticsStore implements AnalyticsStore {
  private static final int MAX_SERIES = 10_000;

  private final QuestTickStore store;
  private final QuestReaders readers;

  QuestAnalyticsStore(QuestTickStore store, QuestReaders readers) {
    this.store = store;
    this.readers = readers;
  }

  static void createTables(CairoEngine engine, SqlExecutionContext context) throws SqlException {
    for (SeriesKind kind : SeriesKind.values()) {
      engine.execute(
          """
          CREATE TABLE IF NOT EXISTS %s (
            time TIMESTAMP_NS, source SYMBOL, name SYMBOL CAPACITY 2048,
            subject SYMBOL CAPACITY 4096, value DOUBLE, known TIMESTAMP_NS
          ) TIMESTAMP(time) PARTITION BY MONTH WAL
          DEDUP UPSERT KEYS(time, source, name, subject, known)"""
              .formatted(kind.table()),
          context);
    }
  }

  @Override
  public void appendDailyBars(List<Bar> bars) {
    for (Bar bar : bars) {
      if (bar.interval() != Interval.DAY) {
        throw new IllegalArgumentException(
            "bars must be daily, one was of " + bar.interval().label());
      }
    }
    stored(
        () -> {
          store.appendBars(bars);
          return true;
        });
  }

  @Override
  public List<Bar> dailyBars(Symbol symbol, long fromNs, long toNs, int limit) {
    int bounded = Math.min(limit, MAX_VALUES);
    return stored(() -> store.bars(symbol, Interval.DAY, fromNs, toNs, bounded));
  }

  @Override
  public void append(List<Observation> observations) {
    for (SeriesKind kind : SeriesKind.values()) {
      List<Observation> rows =
          observations.stream().filter(each -> each.key().kind() == kind).toList();
      if (!rows.isEmpty()) {
        stored(
            () -> {
              store.append(kind.table(), writer -> rows.forEach(each -> put(writer, each)));
              return true;
            });
      }
    }
  }

  private static void put(WalWriter writer, Observation observation) {
    TableWriter.Row row = writer.newRow(observation.timeNs());
    row.putSym(1, observation.key().source());
    row.putSym(2, observation.key().name());
    row.putSym(3, observation.key().subject());
    row.putDouble(4, observation.value());
    row.putTimestamp(5, observation.knownNs());
    row.append();
  }

  @Override
  public List<Observation> observations(
      SeriesKey key, long fromNs, long toNs, long asOfNs, int limit) {
    List<Observation> rows =
        stored(
            () ->
                readers.query(
                    "SELECT time, value, known FROM "
                        + key.kind().table()
                        + " WHERE source = $1 AND name = $2 AND subject = $3"
                        + " AND time >= $4 AND time < $5 AND known <= $6",
                    List.of(
                        new Argument.Text(key.source()),
                        new Argument.Text(key.name()),
                        new Argument.Text(key.subject()),
                        new Argument.Time(Math.max(0, fromNs)),
                        new Argument.Time(toNs),
                        new Argument.Time(asOfNs)),
                    () ->
                        row ->
                            new Observation(
                                key, row.getTimestamp(0), row.getDouble(1), row.getTimestamp(2))));
    TreeMap<Long, Observation> newest = new TreeMap<>();
    for (Observation row : rows) {
      newest.merge(row.timeNs(), row, (a, b) -> a.knownNs() > b.knownNs() ? a : b);
    }
    List<Observation> all = new ArrayList<>(newest.values());
    return all.subList(Math.max(0, all.size() - Math.min(limit, MAX_VALUES)), all.size());
  }

  @Override
  public List<SeriesSummary> series(SeriesKind kind) {
    return stored(
        () ->
            readers.query(
                "SELECT source, name, subject, count(), min(time), max(time) FROM "
                    + kind.table()
                    + " ORDER BY source, name, subject LIMIT "
                    + MAX_SERIES,
                List.of(),
                () ->
                    row ->
                        new SeriesSummary(
                            new SeriesKey(
                                kind,
                                row.getSymA(0).toString(),
                                row.getSymA(1).toString(),
                                row.getSymA(2).toString()),
                            row.getLong(3),
                            row.getTimestamp(4),
                            row.getTimestamp(5))));
  }

  @Override
  public Set<SeriesKey> keysBefore(SeriesKind kind, long timeNs) {
    return Set.copyOf(
        stored(
            () ->
                readers.query(
                    "SELECT DISTINCT source, name, subject FROM "
                        + kind.table()
                        + " WHERE time < $1",
                    List.of(new Argument.Time(timeNs)),
                    () ->
                        row ->
                            new SeriesKey(
                                kind,
                                row.getSymA(0).toString(),
                                row.getSymA(1).toString(),
                                row.getSymA(2).toString()))));
  }

  @Override
  public void dropBefore(SeriesKind kind, long timeNs) {
    stored(
        () -> {
          store.dropPartitionsBefore(kind.table(), timeNs);
          return true;
        });
  }

  private static <T> T stored(Supplier<T> work) {
    try {
      return work.get();
    } catch (TickStoreException e) {
      throw new AnalyticsStoreException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The files are the tick store's to close. */
  @Override
  public void close() {}
}
