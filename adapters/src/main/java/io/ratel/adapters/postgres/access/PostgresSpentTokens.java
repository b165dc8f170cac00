package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.token.SpentTokens;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;

/** Used tokens in schema {@code platform}. Any thread. */
public final class PostgresSpentTokens implements SpentTokens {
  private final DSLContext sql;

  public PostgresSpentTokens(Database database) {
    this.sql = database.sql();
  }

  @Override
  public boolean spend(String tokenId, Instant expiresAt) {
    return sql.execute(
            "insert into platform.spent_tokens (token_id, expires_at) values (?, ?::timestamptz)"
                + " on conflict do nothing",
            tokenId,
            expiresAt.atOffset(ZoneOffset.UTC))
        == 1;
  }
}
