package io.ratel.adapters.clickhouse;

import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.series.SeriesSummary;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.marketdata.storage.StoredTables;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.money.FixedPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Daily bars and series in ClickHouse. Tables replace rows of the same key when they merge, and
 * reading takes the newest where they have not merged yet. Times are nanoseconds in {@code Int64},
 * since the older releases have no finer type than a second; {@code day} is for people and for the
 * partitions.
 */
public final class ClickHouseAnalyticsStore implements AnalyticsStore, StoredTables {
  private static final String BARS = "daily_bars";
  private static final int SCALE = 18;
  private static final int MAX_SERIES = 10_000;
  private static final int BATCH = 50_000;
  private static final long DAY_NS = Interval.DAY.nanos();
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);

  private final ClickHouseHttp clickHouse;
  private final String database;
  private final InstantSource clock;

  private ClickHouseAnalyticsStore(
      ClickHouseHttp clickHouse, String database, InstantSource clock) {
    this.clickHouse = clickHouse;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes the database and its tables where they are missing.
   *
   * @param clock orders what is written twice
   * @throws io.ratel.marketdata.series.AnalyticsStoreException when the server does not answer
   */
  public static ClickHouseAnalyticsStore open(ClickHouseConfig config, InstantSource clock) {
    ClickHouseHttp clickHouse = new ClickHouseHttp(config);
    ClickHouseAnalyticsStore store =
        new ClickHouseAnalyticsStore(clickHouse, config.database(), clock);
    try {
      clickHouse.run("CREATE DATABASE IF NOT EXISTS " + config.database(), Optional.empty());
      store.createTables();
      return store;
    } catch (RuntimeException e) {
      clickHouse.close();
      throw e;
    }
  }

  private void createTables() {
    String decimal = "Decimal(38," + SCALE + ")";
    create(
        BARS,
        """
        symbol String, time_ns Int64, day Date, price_decimals UInt8, quantity_decimals UInt8,
        open %1$s, high %1$s, low %1$s, close %1$s, volume %1$s, trades Int64, written_ns Int64"""
            .formatted(decimal),
        "ReplacingMergeTree(written_ns) PARTITION BY toYear(day) ORDER BY (symbol, time_ns)");
    for (SeriesKind kind : SeriesKind.values()) {
      create(
          kind.table(),
          """
          source String, name String, subject String, time_ns Int64, day Date, value Float64,
          known_ns Int64, written_ns Int64""",
          "ReplacingMergeTree(written_ns) PARTITION BY toYYYYMM(day)"
              + " ORDER BY (source, name, subject, time_ns, known_ns)");
    }
  }

  private void create(String table, String columns, String engine) {
    clickHouse.run(
        "CREATE TABLE IF NOT EXISTS %s (%s) ENGINE = %s".formatted(table, columns, engine),
        Optional.of(database));
  }

  @Override
  public void appendDailyBars(List<Bar> bars) {
    long writtenNs = FeedTime.nanos(clock.instant());
    StringBuilder lines = new StringBuilder();
    for (Bar bar : bars) {
      if (bar.interval() != Interval.DAY) {
        throw new IllegalArgumentException(
            "bars must be daily, one was of " + bar.interval().label());
      }
      Market market = bar.market();
      int prices = market.priceScale();
      tabbed(
          lines,
          market.symbol().text(),
          bar.timeNs(),
          day(bar.timeNs()),
          prices,
          market.quantityScale(),
          FixedPoint.format(bar.open(), prices),
          FixedPoint.format(bar.high(), prices),
          FixedPoint.format(bar.low(), prices),
          FixedPoint.format(bar.close(), prices),
          FixedPoint.format(bar.volume(), market.quantityScale()),
          bar.trades(),
          writtenNs);
    }
    if (!bars.isEmpty()) {
      clickHouse.insert(BARS, lines.toString());
    }
  }

  @Override
  public List<Bar> dailyBars(Symbol symbol, long fromNs, long toNs, int limit) {
    List<Bar> bars = new ArrayList<>();
    for (String[] row :
        clickHouse.query(
            """
            SELECT time_ns, price_decimals, quantity_decimals,
              toString(open), toString(high), toString(low), toString(close), toString(volume),
              trades
            FROM %s FINAL WHERE symbol = %s AND time_ns >= %d AND time_ns < %d
            ORDER BY time_ns DESC LIMIT %d"""
                .formatted(
                    BARS,
                    ClickHouseHttp.quoted(symbol.text()),
                    fromNs,
                    toNs,
                    Math.min(limit, MAX_VALUES)))) {
      int prices = Integer.parseInt(row[1]);
      int quantities = Integer.parseInt(row[2]);
      bars.add(
          new Bar(
              new Market(symbol, prices, quantities),
              Interval.DAY,
              Long.parseLong(row[0]),
              units(row[3], prices),
              units(row[4], prices),
              units(row[5], prices),
              units(row[6], prices),
              units(row[7], quantities),
              Long.parseLong(row[8])));
    }
    return bars.reversed();
  }

  @Override
  public void append(List<Observation> observations) {
    for (SeriesKind kind : SeriesKind.values()) {
      List<Observation> rows =
          observations.stream().filter(each -> each.key().kind() == kind).toList();
      for (int from = 0; from < rows.size(); from += BATCH) {
        insert(kind, rows.subList(from, Math.min(rows.size(), from + BATCH)));
      }
    }
  }

  private void insert(SeriesKind kind, List<Observation> rows) {
    long writtenNs = FeedTime.nanos(clock.instant());
    StringBuilder lines = new StringBuilder();
    for (Observation row : rows) {
      tabbed(
          lines,
          row.key().source(),
          row.key().name(),
          row.key().subject(),
          row.timeNs(),
          day(row.timeNs()),
          row.value(),
          row.knownNs(),
          writtenNs);
    }
    clickHouse.insert(kind.table(), lines.toString());
  }

  @Override
  public List<Observation> observations(
      SeriesKey key, long fromNs, long toNs, long asOfNs, int limit) {
    List<Observation> found = new ArrayList<>();
    for (String[] row :
        clickHouse.query(
            """
            SELECT time_ns, argMax(value, (known_ns, written_ns)), max(known_ns) FROM %s
            WHERE source = %s AND name = %s AND subject = %s
              AND time_ns >= %d AND time_ns < %d AND known_ns <= %d
            GROUP BY time_ns ORDER BY time_ns DESC LIMIT %d"""
                .formatted(
                    key.kind().table(),
                    ClickHouseHttp.quoted(key.source()),
                    ClickHouseHttp.quoted(key.name()),
                    ClickHouseHttp.quoted(key.subject()),
                    fromNs,
                    toNs,
                    asOfNs,
                    Math.min(limit, MAX_VALUES)))) {
      found.add(
          new Observation(
              key, Long.parseLong(row[0]), Double.parseDouble(row[1]), Long.parseLong(row[2])));
    }
    return found.reversed();
  }

  @Override
  public List<SeriesSummary> series(SeriesKind kind) {
    return clickHouse
        .query(
            """
            SELECT source, name, subject, count(), min(time_ns), max(time_ns) FROM %s FINAL
            GROUP BY source, name, subject ORDER BY source, name, subject LIMIT %d"""
                .formatted(kind.table(), MAX_SERIES))
        .stream()
        .map(
            row ->
                new SeriesSummary(
                    new SeriesKey(kind, row[0], row[1], row[2]),
                    Long.parseLong(row[3]),
                    Long.parseLong(row[4]),
                    Long.parseLong(row[5])))
        .toList();
  }

  /** What the parts say of themselves; rows that replace others count until they have merged. */
  @Override
  public List<StoredTable> tables() {
    return clickHouse
        .query(
            ("SELECT table, sum(rows), sum(bytes_on_disk), toRelativeDayNum(min(min_date)),"
                    + " toRelativeDayNum(max(max_date)) FROM system.parts"
                    + " WHERE active AND database = %s GROUP BY table ORDER BY table")
                .formatted(ClickHouseHttp.quoted(database)))
        .stream()
        .map(
            row ->
                new StoredTable(
                    "clickhouse",
                    row[0],
                    Long.parseLong(row[1]),
                    Long.parseLong(row[2]),
                    true,
                    OptionalLong.of(Long.parseLong(row[3]) * DAY_NS),
                    OptionalLong.of((Long.parseLong(row[4]) + 1) * DAY_NS)))
        .toList();
  }

  @Override
  public Set<SeriesKey> keysBefore(SeriesKind kind, long timeNs) {
    return clickHouse
        .query(
            "SELECT DISTINCT source, name, subject FROM %s WHERE time_ns < %d"
                .formatted(kind.table(), timeNs))
        .stream()
        .map(row -> new SeriesKey(kind, row[0], row[1], row[2]))
        .collect(Collectors.toSet());
  }

  @Override
  public void dropBefore(SeriesKind kind, long timeNs) {
    String first = MONTH.format(Instant.ofEpochSecond(0, timeNs));
    for (String[] row :
        clickHouse.query(
            ("SELECT DISTINCT partition FROM system.parts"
                    + " WHERE active AND database = %s AND table = %s")
                .formatted(ClickHouseHttp.quoted(database), ClickHouseHttp.quoted(kind.table())))) {
      if (row[0].compareTo(first) < 0) {
        clickHouse.run(
            "ALTER TABLE %s DROP PARTITION %s".formatted(kind.table(), row[0]),
            Optional.of(database));
      }
    }
  }

  private static void tabbed(StringBuilder lines, Object... values) {
    for (int i = 0; i < values.length; i++) {
      lines.append(i == 0 ? "" : "\t").append(values[i]);
    }
    lines.append('\n');
  }

  private static String day(long timeNs) {
    return LocalDate.ofEpochDay(Math.floorDiv(timeNs, DAY_NS)).toString();
  }

  private static long units(String decimal, int scale) {
    return new BigDecimal(decimal).setScale(scale).unscaledValue().longValueExact();
  }

  @Override
  public void close() {
    clickHouse.close();
  }
}
