package io.ratel.adapters.postgres.history;

import io.ratel.adapters.postgres.Database;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryItem;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistoryWork;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Work items in schema {@code platform}. Any thread. */
public final class PostgresHistoryWork implements HistoryWork {
  /** Notified when an item is queued or ends. */
  static final String CHANNEL = "history";

  /** Takers that an item may outlive. */
  static final int MAX_TAKES = 5;

  /** How long what has ended can be asked for. */
  private static final String KEPT = "7 days";

  /** Serialises questions, so that bounds hold and equal ones meet. */
  private static final long LOCK = 0x686973746f7279L;

  private static final String OPEN = "state in ('QUEUED', 'TAKEN')";

  private static final String REQUESTS =
      "select r.request_id, i.* from platform.history_requests r"
          + " join platform.history_items i using (item_id) ";

  private final DSLContext sql;

  public PostgresHistoryWork(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Asked ask(String id, long userId, HistoryKey key, Span span, Bounds bounds) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          inside.execute("select pg_advisory_xact_lock(?)", LOCK);
          Optional<HistoryRequest> known = find(inside, id);
          if (known.isPresent()) {
            boolean same = known.get().key().equals(key) && known.get().span().equals(span);
            return same ? new Asked.Accepted(known.get()) : new Asked.IdTaken();
          }
          if (openOf(inside, userId) >= bounds.ofUser()) {
            return new Asked.TooManyOfUser(bounds.ofUser());
          }
          Optional<Long> open = open(inside, key, span);
          if (open.isEmpty() && openInAll(inside) >= bounds.inAll()) {
            return new Asked.TooManyInAll(bounds.inAll());
          }
          long item = open.isPresent() ? open.get() : insert(inside, key, span);
          inside.execute(
              "insert into platform.history_requests (request_id, item_id, user_id)"
                  + " values (?, ?, ?)",
              id,
              item,
              userId);
          inside.execute("notify " + CHANNEL);
          return new Asked.Accepted(find(inside, id).orElseThrow());
        });
  }

  private static long openOf(DSLContext inside, long userId) {
    return count(
        inside,
        "select count(*) from platform.history_requests r join platform.history_items i"
            + " using (item_id) where r.user_id = ? and i."
            + OPEN,
        userId);
  }

  private static long openInAll(DSLContext inside) {
    return count(inside, "select count(*) from platform.history_items where " + OPEN);
  }

  private static long count(DSLContext inside, String query, Object... bindings) {
    return inside.fetchSingle(query, bindings).get(0, Long.class);
  }

  private static Optional<Long> open(DSLContext inside, HistoryKey key, Span span) {
    return inside
        .fetchOptional(
            "select item_id from platform.history_items where symbol = ? and kind = ?"
                + " and interval = ? and from_ns = ? and to_ns = ? and "
                + OPEN,
            key.symbol().text(),
            key.kind().name(),
            PostgresCoverage.interval(key),
            span.fromNs(),
            span.toNs())
        .map(row -> row.get("item_id", Long.class));
  }

  /** Also forgets what ended long ago. */
  private static long insert(DSLContext inside, HistoryKey key, Span span) {
    inside.execute(
        "delete from platform.history_items where state in ('DONE', 'FAILED')"
            + " and updated_at < now() - interval '"
            + KEPT
            + "'");
    return inside
        .fetchSingle(
            "insert into platform.history_items"
                + " (symbol, venue, kind, interval, from_ns, to_ns, state)"
                + " values (?, ?, ?, ?, ?, ?, 'QUEUED') returning item_id",
            key.symbol().text(),
            key.symbol().venue(),
            key.kind().name(),
            PostgresCoverage.interval(key),
            span.fromNs(),
            span.toNs())
        .get("item_id", Long.class);
  }

  @Override
  public Optional<HistoryRequest> find(String id) {
    return find(sql, id);
  }

  private static Optional<HistoryRequest> find(DSLContext inside, String id) {
    return inside
        .fetchOptional(REQUESTS + "where r.request_id = ?", id)
        .map(PostgresHistoryWork::request);
  }

  @Override
  public List<HistoryRequest> find(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.fetch(REQUESTS + "where r.request_id = any(?)", (Object) ids.toArray(String[]::new))
            .map(PostgresHistoryWork::request);
  }

  @Override
  public Optional<HistoryItem> take(String taker, Set<String> venues, Duration lease) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          Object names = venues.toArray(String[]::new);
          if (giveUp(inside, names) > 0) {
            inside.execute("notify " + CHANNEL);
          }
          Optional<HistoryItem> taken =
              inside
                  .fetchOptional(
                      "update platform.history_items set state = 'TAKEN', taker = ?,"
                          + " leased_until = now() + ? * interval '1 millisecond',"
                          + " takes = takes + 1, updated_at = now()"
                          + " where item_id = (select item_id from platform.history_items"
                          + " where venue = any(?) and (state = 'QUEUED'"
                          + " or (state = 'TAKEN' and leased_until < now()))"
                          + " order by item_id limit 1 for update skip locked) returning *",
                      taker,
                      lease.toMillis(),
                      names)
                  .map(
                      row ->
                          new HistoryItem(
                              row.get("item_id", Long.class), key(row), span(row), taker));
          if (taken.isPresent()) {
            inside.execute("notify " + CHANNEL);
          }
          return taken;
        });
  }

  /** An item that every taker died of is not tried for ever. */
  private static int giveUp(DSLContext inside, Object venues) {
    return inside.execute(
        "update platform.history_items set state = 'FAILED', updated_at = now(),"
            + " error = 'it was begun ' || takes || ' times and never finished'"
            + " where item_id in (select item_id from platform.history_items"
            + " where venue = any(?) and state = 'TAKEN' and leased_until < now() and takes >= ?"
            + " for update skip locked)",
        venues,
        MAX_TAKES);
  }

  @Override
  public boolean renew(HistoryItem item, Duration lease) {
    return renew(sql, item, 0, lease);
  }

  private static boolean renew(DSLContext inside, HistoryItem item, long rows, Duration lease) {
    return inside.execute(
            "update platform.history_items set rows = rows + ?,"
                + " leased_until = now() + ? * interval '1 millisecond'"
                + " where item_id = ? and taker = ? and state = 'TAKEN'",
            rows,
            lease.toMillis(),
            item.id(),
            item.taker())
        == 1;
  }

  @Override
  public boolean stored(HistoryItem item, Span whole, long rows, Duration lease) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          if (!renew(inside, item, rows, lease)) {
            return false;
          }
          PostgresCoverage.add(inside, item.key(), whole);
          return true;
        });
  }

  @Override
  public boolean end(HistoryItem item, String error) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          int ended =
              inside.execute(
                  "update platform.history_items set state = ?, error = ?, updated_at = now()"
                      + " where item_id = ? and taker = ? and state = 'TAKEN'",
                  error.isEmpty() ? "DONE" : "FAILED",
                  error,
                  item.id(),
                  item.taker());
          inside.execute("notify " + CHANNEL);
          return ended == 1;
        });
  }

  private static HistoryRequest request(Record row) {
    return new HistoryRequest(
        row.get("request_id", String.class),
        key(row),
        span(row),
        HistoryRequest.State.valueOf(row.get("state", String.class)),
        row.get("rows", Long.class),
        row.get("error", String.class),
        nanos(row.get("created_at", OffsetDateTime.class)),
        nanos(row.get("updated_at", OffsetDateTime.class)));
  }

  private static HistoryKey key(Record row) {
    String label = row.get("interval", String.class);
    return new HistoryKey(
        new Symbol(row.get("symbol", String.class)),
        HistoryKind.valueOf(row.get("kind", String.class)),
        Arrays.stream(Interval.values()).filter(one -> one.label().equals(label)).findFirst());
  }

  private static Span span(Record row) {
    return new Span(row.get("from_ns", Long.class), row.get("to_ns", Long.class));
  }

  private static long nanos(OffsetDateTime time) {
    return time.toEpochSecond() * 1_000_000_000L + time.getNano();
  }
}
