package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.pki.RevocationList;
import io.ratel.security.revocation.RevocationStore;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.DSLContext;

/** The list of revoked certificates in schema {@code platform}. Any thread. */
public final class PostgresRevocations implements RevocationStore {
  private final DSLContext sql;

  public PostgresRevocations(Database database) {
    this.sql = database.sql();
  }

  @Override
  public void publish(RevocationList list) {
    sql.execute(
        "insert into platform.revocation_list as l (number, list) values (?, ?)"
            + " on conflict (only_one) do update set number = excluded.number,"
            + " list = excluded.list where l.number < excluded.number",
        new BigDecimal(list.number()),
        list.text());
  }

  @Override
  public Optional<String> newest() {
    return sql.fetchOptional("select list from platform.revocation_list")
        .map(row -> row.get("list", String.class));
  }
}
