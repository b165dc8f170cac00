package io.ratel.adapters.postgres.identity;

import io.ratel.security.identity.UserRegister.Receipt;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;

/**
 * Deletes what is personal of a user, table by table, so that each count can be told. Which tables
 * those are the schema says: whatever ends with its user by a foreign key, and the user's secrets.
 * Any thread.
 */
final class UserErasure {
  private static final String SCHEMA = "platform.";

  private static final String ENDING_WITH_USERS =
      "select c.conrelid::regclass::text as name, a.attname::text as user_column"
          + " from pg_constraint c"
          + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
          + " where c.contype = 'f' and c.confdeltype = 'c'"
          + " and c.confrelid = 'platform.users'::regclass order by 1";

  private final DSLContext sql;

  UserErasure(DSLContext sql) {
    this.sql = sql;
  }

  Optional<Receipt> delete(long userId, OffsetDateTime now) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          boolean known =
              inside
                  .fetchOptional(
                      "select 1 from platform.users where user_id = ? for update", userId)
                  .isPresent();
          OffsetDateTime kept = now.truncatedTo(ChronoUnit.MICROS); // as the table has it
          return known ? Optional.of(erase(inside, userId, kept)) : Optional.empty();
        });
  }

  private static Receipt erase(DSLContext inside, long userId, OffsetDateTime now) {
    List<Long> accounts =
        inside
            .fetch(
                "select account_id from platform.user_accounts where user_id = ? order by 1",
                userId)
            .map(row -> row.get("account_id", Long.class));
    // First, since a secret's versions may go with a user who goes.
    inside.execute(
        "insert into platform.deletions (user_id, account_ids, deleted_at, removed)"
            + " values (?, ?, ?::timestamptz, '{}')",
        userId,
        accounts.toArray(Long[]::new),
        now);
    Map<String, Integer> removed = removed(inside, userId);
    inside.execute(
        "update platform.deletions set removed = ?::jsonb where user_id = ?",
        json(removed),
        userId);
    return new Receipt(userId, accounts, now.toInstant(), removed);
  }

  private static Map<String, Integer> removed(DSLContext inside, long userId) {
    Map<String, Integer> removed = new TreeMap<>();
    for (String table : List.of("secrets", "secret_versions")) {
      removed.put(
          table,
          inside.execute(
              "delete from platform." + table + " where owner_kind = 'USER' and owner_id = ?",
              Long.toString(userId)));
    }
    for (Record table : inside.fetch(ENDING_WITH_USERS)) {
      String name = table.get("name", String.class);
      String column = table.get("user_column", String.class);
      int rows = inside.execute("delete from " + name + " where " + column + " = ?", userId);
      removed.merge(name.replace(SCHEMA, ""), rows, Integer::sum);
    }
    removed.put("users", inside.execute("delete from platform.users where user_id = ?", userId));
    return removed;
  }

  /** Names of tables and numbers need no escaping. */
  private static String json(Map<String, Integer> counts) {
    StringBuilder text = new StringBuilder("{");
    counts.forEach(
        (table, count) ->
            text.append(text.length() == 1 ? "" : ",")
                .append('"')
                .append(table)
                .append("\":")
                .append(count));
    return text.append('}').toString();
  }

  Optional<Receipt> receipt(long userId) {
    return sql.fetchOptional("select * from platform.deletions where user_id = ?", userId)
        .map(row -> receipt(row));
  }

  private Receipt receipt(Record row) {
    Map<String, Integer> removed = new LinkedHashMap<>();
    sql.fetch(
            "select key, value::int as count from jsonb_each_text(?::jsonb) order by key",
            row.get("removed", JSONB.class).data())
        .forEach(
            each -> removed.put(each.get("key", String.class), each.get("count", Integer.class)));
    return new Receipt(
        row.get("user_id", Long.class),
        List.of(row.get("account_ids", Long[].class)),
        row.get("deleted_at", OffsetDateTime.class).toInstant(),
        removed);
  }
}
