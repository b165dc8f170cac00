package io.ratel.adapters.postgres.history;

import io.ratel.adapters.postgres.Database;
import io.ratel.marketdata.history.Coverage;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.model.market.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The ledger as rows that never overlap or touch. Any thread. */
public final class PostgresCoverage implements Coverage {
  private final DSLContext sql;

  public PostgresCoverage(Database database) {
    this.sql = database.sql();
  }

  @Override
  public List<Span> of(HistoryKey key, Span within) {
    return sql.fetch(
            "select from_ns, to_ns from platform.history_coverage where symbol = ? and kind = ?"
                + " and interval = ? and to_ns > ? and from_ns < ? order by from_ns",
            key.symbol().text(),
            key.kind().name(),
            interval(key),
            within.fromNs(),
            within.toNs())
        .map(row -> new Span(row.get("from_ns", Long.class), row.get("to_ns", Long.class)));
  }

  @Override
  public void add(Map<HistoryKey, List<Span>> spans) {
    List<HistoryKey> keys = new ArrayList<>(spans.keySet());
    keys.sort(Comparator.comparing(PostgresCoverage::lock)); // two that add do not wait for a ring
    sql.transaction(
        configuration -> {
          for (HistoryKey key : keys) {
            for (Span span : spans.getOrDefault(key, List.of())) {
              add(configuration.dsl(), key, span);
            }
          }
        });
  }

  /** Joins a span with those it meets. */
  static void add(DSLContext inside, HistoryKey key, Span span) {
    if (span.isEmpty()) {
      return;
    }
    // Two spans entered at once would not see each other.
    inside.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", lock(key));
    inside.execute(
        "with met as (delete from platform.history_coverage where symbol = ? and kind = ?"
            + " and interval = ? and from_ns <= ? and to_ns >= ? returning from_ns, to_ns)"
            + " insert into platform.history_coverage (symbol, kind, interval, from_ns, to_ns)"
            + " select ?, ?, ?, least(?, min(from_ns)), greatest(?, max(to_ns)) from met",
        key.symbol().text(),
        key.kind().name(),
        interval(key),
        span.toNs(),
        span.fromNs(),
        key.symbol().text(),
        key.kind().name(),
        interval(key),
        span.fromNs(),
        span.toNs());
  }

  private static String lock(HistoryKey key) {
    return "history " + key.symbol() + " " + key.kind() + " " + interval(key);
  }

  static String interval(HistoryKey key) {
    return key.interval().map(Interval::label).orElse("");
  }
}
