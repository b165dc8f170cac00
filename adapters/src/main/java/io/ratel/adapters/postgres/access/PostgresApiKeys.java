package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.permission.Feature;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** API keys in schema {@code platform}. Any thread. */
public final class PostgresApiKeys implements ApiKeys {
  private final DSLContext sql;

  public PostgresApiKeys(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Optional<ApiKey> create(ApiKey key, byte[] hash) {
    return sql.transactionResult(
        configuration -> {
          DSLContext inside = configuration.dsl();
          // Held so that two requests at once cannot both take the last place.
          inside.execute("select 1 from platform.users where user_id = ? for update", key.userId());
          return inside
              .fetchOptional(
                  "insert into platform.api_keys"
                      + " (user_id, pool_id, name, prefix, hash, scopes, networks, created_at,"
                      + " expires_at) select ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz"
                      + " where (select count(*) from platform.api_keys where user_id = ?) < ?"
                      + " returning *",
                  key.userId(),
                  key.poolId().orElse(null),
                  key.name(),
                  key.prefix(),
                  hash,
                  key.scopes().stream().map(Feature::label).sorted().toArray(String[]::new),
                  key.networks().toArray(String[]::new),
                  key.createdAt().atOffset(ZoneOffset.UTC),
                  key.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                  key.userId(),
                  MAX_KEYS)
              .map(PostgresApiKeys::key);
        });
  }

  @Override
  public Optional<Stored> findByPrefix(String prefix) {
    return sql.fetchOptional(
            "select k.* from platform.api_keys k join platform.users u using (user_id)"
                + " where prefix = ? and u.state = 'ACTIVE'",
            prefix)
        .map(row -> new Stored(key(row), row.get("hash", byte[].class)));
  }

  @Override
  public List<ApiKey> of(long userId) {
    return sql.fetch(
            "select * from platform.api_keys where user_id = ? order by key_id desc", userId)
        .map(PostgresApiKeys::key);
  }

  @Override
  public boolean expire(long userId, long id, Instant at) {
    return sql.execute(
            "update platform.api_keys set expires_at = least(expires_at, ?::timestamptz)"
                + " where user_id = ? and key_id = ?",
            at.atOffset(ZoneOffset.UTC),
            userId,
            id)
        == 1;
  }

  @Override
  public boolean delete(long userId, long id) {
    return sql.execute("delete from platform.api_keys where user_id = ? and key_id = ?", userId, id)
        == 1;
  }

  @Override
  public int deleteAll(List<Long> userIds) {
    return sql.execute(
        "delete from platform.api_keys where user_id = any(?)",
        (Object) userIds.toArray(Long[]::new));
  }

  private static ApiKey key(Record row) {
    return new ApiKey(
        row.get("key_id", Long.class),
        row.get("user_id", Long.class),
        Optional.ofNullable(row.get("pool_id", Long.class)),
        row.get("name", String.class),
        row.get("prefix", String.class),
        Arrays.stream(row.get("scopes", String[].class))
            .flatMap(label -> Feature.of(label).stream())
            .collect(Collectors.toSet()),
        List.of(row.get("networks", String[].class)),
        row.get("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.get("expires_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
