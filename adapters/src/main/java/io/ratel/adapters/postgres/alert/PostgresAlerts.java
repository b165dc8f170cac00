package io.ratel.adapters.postgres.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.adapters.postgres.Database;
import io.ratel.marketdata.alert.Alert;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.alert.Firing;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.marketdata.rule.ConditionJson;
import io.ratel.marketdata.rule.Repeat;
import io.ratel.marketdata.rule.Rule;
import io.ratel.model.instrument.Symbol;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts in schema {@code platform}. Any thread. */
public final class PostgresAlerts implements AlertStore {
  /** Notified of each firing. */
  static final String CHANNEL = "alerts";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresAlerts.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECOND_NS = 1_000_000_000L;

  /** Firings of one alert that are kept. */
  private static final int KEPT = 1_000;

  /** Serialises firings, so that a number is never seen after a larger one. */
  private static final long LOCK = 0x616c65727473L;

  private final DSLContext sql;
  private final IndicatorCatalog catalog;

  public PostgresAlerts(Database database, IndicatorCatalog catalog) {
    this.sql = database.sql();
    this.catalog = catalog;
  }

  @Override
  public Optional<Alert> create(Alert alert, int most) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          // Held so that two requests at once cannot both take the last place.
          inside.execute(
              "select 1 from platform.users where user_id = ? for update", alert.userId());
          return inside
              .fetchOptional(
                  "insert into platform.alerts (user_id, name, symbol, condition, repeat,"
                      + " cooldown_ms, expires_at, state, created_at)"
                      + " select ?, ?, ?, ?::jsonb, ?, ?, ?::timestamptz, ?, ?::timestamptz"
                      + " where (select count(*) from platform.alerts where user_id = ?) < ?"
                      + " returning alert_id",
                  alert.userId(),
                  alert.name(),
                  alert.symbol().text(),
                  ConditionJson.write(alert.rule().condition()).toString(),
                  alert.rule().repeat().name(),
                  alert.rule().cooldownMs(),
                  time(alert.rule().expiresNs()),
                  alert.state().name(),
                  time(alert.createdNs()),
                  alert.userId(),
                  most)
              .map(row -> alert.numbered(row.get("alert_id", Long.class)));
        });
  }

  @Override
  public List<Alert> of(long userId) {
    return alerts("where user_id = ? order by alert_id desc", userId);
  }

  @Override
  public Optional<Alert> find(long userId, long id) {
    return alerts("where user_id = ? and alert_id = ?", userId, id).stream().findFirst();
  }

  @Override
  public boolean replace(Alert alert) {
    return sql.execute(
            "update platform.alerts set name = ?, condition = ?::jsonb, repeat = ?,"
                + " cooldown_ms = ?, expires_at = ?::timestamptz, state = ?,"
                + " last_fired_at = ?::timestamptz where user_id = ? and alert_id = ?",
            alert.name(),
            ConditionJson.write(alert.rule().condition()).toString(),
            alert.rule().repeat().name(),
            alert.rule().cooldownMs(),
            time(alert.rule().expiresNs()),
            alert.state().name(),
            time(alert.lastNs()),
            alert.userId(),
            alert.id())
        == 1;
  }

  @Override
  public boolean delete(long userId, long id) {
    return sql.execute("delete from platform.alerts where user_id = ? and alert_id = ?", userId, id)
        == 1;
  }

  @Override
  public List<Alert> active(int most) {
    return alerts("where state = 'ACTIVE' order by alert_id limit ?", most);
  }

  private List<Alert> alerts(String where, Object... bindings) {
    return sql.fetch("select * from platform.alerts " + where, bindings).stream()
        .flatMap(row -> alert(row).stream())
        .toList();
  }

  /** Empty when the condition speaks of an indicator that is no more. */
  private Optional<Alert> alert(Record row) {
    try {
      Rule rule =
          new Rule(
              ConditionJson.read(
                  JSON.readTree(row.get("condition", JSONB.class).data()), "condition", catalog),
              Repeat.valueOf(row.get("repeat", String.class)),
              row.get("cooldown_ms", Long.class),
              nanos(row.get("expires_at", OffsetDateTime.class)));
      return Optional.of(
          new Alert(
              row.get("alert_id", Long.class),
              row.get("user_id", Long.class),
              row.get("name", String.class),
              new Symbol(row.get("symbol", String.class)),
              rule,
              Alert.State.valueOf(row.get("state", String.class)),
              nanos(row.get("created_at", OffsetDateTime.class)).orElseThrow(),
              nanos(row.get("last_fired_at", OffsetDateTime.class))));
    } catch (InvalidArgumentException | JsonProcessingException e) {
      LOG.atWarn()
          .setCause(e)
          .addKeyValue("alert", row.get("alert_id", Long.class))
          .log("an alert cannot be read and is left out");
      return Optional.empty();
    }
  }

  @Override
  public Optional<Firing> fire(Alert alert, Firing firing) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          inside.execute("select pg_advisory_xact_lock(?)", LOCK);
          int still =
              inside.execute(
                  "update platform.alerts set last_fired_at = ?::timestamptz,"
                      + " state = case when repeat = 'ONCE' then 'ENDED' else state end"
                      + " where alert_id = ? and state = 'ACTIVE' and (last_fired_at is null"
                      + " or last_fired_at + cooldown_ms * interval '1 millisecond'"
                      + " <= ?::timestamptz)",
                  time(firing.timeNs()),
                  alert.id(),
                  time(firing.timeNs()));
          return still == 1 ? Optional.of(insert(inside, firing)) : Optional.empty();
        });
  }

  private static Firing insert(DSLContext inside, Firing firing) {
    long id =
        inside
            .fetchOptional(
                "insert into platform.alert_firings (alert_id, user_id, name, symbol, words,"
                    + " value, fired_at) values (?, ?, ?, ?, ?, ?, ?::timestamptz)"
                    + " returning firing_id",
                firing.alertId(),
                firing.userId(),
                firing.name(),
                firing.symbol(),
                firing.words(),
                firing.value(),
                time(firing.timeNs()))
            .orElseThrow()
            .get("firing_id", Long.class);
    inside.execute(
        "delete from platform.alert_firings where alert_id = ? and firing_id <="
            + " (select firing_id from platform.alert_firings where alert_id = ?"
            + " order by firing_id desc offset ? limit 1)",
        firing.alertId(),
        firing.alertId(),
        KEPT);
    inside.execute("notify " + CHANNEL);
    return numbered(firing, id);
  }

  @Override
  public List<Firing> firings(long userId, long alertId, long before, int limit) {
    return firings(
        "where user_id = ? and alert_id = ? and firing_id < ? order by firing_id desc limit ?",
        userId,
        alertId,
        before,
        limit);
  }

  @Override
  public List<Firing> newest(long userId, int limit) {
    return firings("where user_id = ? order by firing_id desc limit ?", userId, limit);
  }

  @Override
  public List<Firing> after(long id, int limit) {
    return firings("where firing_id > ? order by firing_id limit ?", id, limit);
  }

  @Override
  public long lastId() {
    return sql.fetchOptional("select max(firing_id) as last from platform.alert_firings")
        .map(row -> row.get("last", Long.class))
        .orElse(0L);
  }

  private List<Firing> firings(String where, Object... bindings) {
    return sql.fetch("select * from platform.alert_firings " + where, bindings)
        .map(
            row ->
                new Firing(
                    row.get("firing_id", Long.class),
                    row.get("alert_id", Long.class),
                    row.get("user_id", Long.class),
                    row.get("name", String.class),
                    row.get("symbol", String.class),
                    row.get("words", String.class),
                    row.get("value", Double.class),
                    nanos(row.get("fired_at", OffsetDateTime.class)).orElseThrow()));
  }

  private static Firing numbered(Firing firing, long id) {
    return new Firing(
        id,
        firing.alertId(),
        firing.userId(),
        firing.name(),
        firing.symbol(),
        firing.words(),
        firing.value(),
        firing.timeNs());
  }

  private static @Nullable OffsetDateTime time(OptionalLong nanos) {
    return nanos.isPresent() ? time(nanos.getAsLong()) : null;
  }

  private static OffsetDateTime time(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NS), Math.floorMod(nanos, SECOND_NS))
        .atOffset(ZoneOffset.UTC);
  }

  private static OptionalLong nanos(@Nullable OffsetDateTime time) {
    return time == null
        ? OptionalLong.empty()
        : OptionalLong.of(time.toEpochSecond() * SECOND_NS + time.getNano());
  }
}
