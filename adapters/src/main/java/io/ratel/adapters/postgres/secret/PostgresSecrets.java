package io.ratel.adapters.postgres.secret;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SealedSecret;
import io.ratel.security.secret.SecretStore;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Sealed secrets in schema {@code platform}. Safe for any thread. */
public final class PostgresSecrets implements SecretStore {
  private final DSLContext sql;

  public PostgresSecrets(Database database) {
    this.sql = database.sql();
  }

  @Override
  public Optional<Found> find(Place place) {
    return sql.fetchOptional(
            "select s.*, v.newest from platform.secrets s"
                + " join platform.secret_versions v using (owner_kind, owner_id, name)"
                + " where (owner_kind, owner_id, name) = (?, ?, ?)",
            place.owner().kind().name(),
            place.owner().id(),
            place.name())
        .map(r -> new Found(row(r), r.get("newest", Long.class)));
  }

  @Override
  public long newest(Place place) {
    return sql.fetchOptional(
            "select newest from platform.secret_versions"
                + " where (owner_kind, owner_id, name) = (?, ?, ?)",
            place.owner().kind().name(),
            place.owner().id(),
            place.name())
        .map(r -> r.get("newest", Long.class))
        .orElse(0L);
  }

  @Override
  public List<SealedSecret> list(Optional<Place> after, int limit) {
    String page = " order by owner_kind, owner_id, name limit ?";
    return after
        .map(
            last ->
                sql.fetch(
                    "select * from platform.secrets where (owner_kind, owner_id, name) > (?, ?, ?)"
                        + page,
                    last.owner().kind().name(),
                    last.owner().id(),
                    last.name(),
                    limit))
        .orElseGet(() -> sql.fetch("select * from platform.secrets" + page, limit))
        .map(PostgresSecrets::row);
  }

  @Override
  public boolean put(SealedSecret row) {
    return sql.transactionResult(
        configuration -> {
          DSLContext transaction = configuration.dsl();
          return isNext(transaction, row) && write(transaction, row) == 1;
        });
  }

  /** Takes the version, unless it is taken: of two writers the second waits for the first. */
  private static boolean isNext(DSLContext transaction, SealedSecret row) {
    Place place = row.place();
    String kind = place.owner().kind().name();
    String id = place.owner().id();
    return row.version() == 1
        ? transaction.execute(
                "insert into platform.secret_versions (owner_kind, owner_id, name, newest)"
                    + " values (?, ?, ?, 1) on conflict do nothing",
                kind,
                id,
                place.name())
            == 1
        : transaction.execute(
                "update platform.secret_versions set newest = ?"
                    + " where (owner_kind, owner_id, name, newest) = (?, ?, ?, ?)",
                row.version(),
                kind,
                id,
                place.name(),
                row.version() - 1)
            == 1;
  }

  private static int write(DSLContext transaction, SealedSecret row) {
    return transaction.execute(
        "insert into platform.secrets"
            + " (owner_kind, owner_id, name, version, key_version, nonce, ciphertext)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (owner_kind, owner_id, name) do update set"
            + " version = excluded.version, key_version = excluded.key_version,"
            + " nonce = excluded.nonce, ciphertext = excluded.ciphertext, updated_at = now()",
        row.place().owner().kind().name(),
        row.place().owner().id(),
        row.place().name(),
        row.version(),
        row.keyVersion(),
        row.nonce(),
        row.ciphertext());
  }

  @Override
  public void delete(Place place) {
    String kind = place.owner().kind().name();
    String id = place.owner().id();
    sql.execute(
        "with gone as (delete from platform.secrets where (owner_kind, owner_id, name) = (?, ?, ?)"
            + " returning 1) update platform.secret_versions set newest = newest + 1"
            + " where (owner_kind, owner_id, name) = (?, ?, ?) and exists (select 1 from gone)",
        kind,
        id,
        place.name(),
        kind,
        id,
        place.name());
  }

  @Override
  public boolean rewrap(SealedSecret row, int formerKeyVersion) {
    return sql.execute(
            "update platform.secrets set key_version = ?, nonce = ?, ciphertext = ?,"
                + " updated_at = now() where (owner_kind, owner_id, name, version, key_version)"
                + " = (?, ?, ?, ?, ?)",
            row.keyVersion(),
            row.nonce(),
            row.ciphertext(),
            row.place().owner().kind().name(),
            row.place().owner().id(),
            row.place().name(),
            row.version(),
            formerKeyVersion)
        == 1;
  }

  @Override
  public long countSealing(int keyVersion) {
    return sql.fetchSingle(
            "insert into platform.secret_keys as k (key_version, sealings) values (?, 1)"
                + " on conflict (key_version) do update set sealings = k.sealings + 1"
                + " returning sealings",
            keyVersion)
        .get("sealings", Long.class);
  }

  private static SealedSecret row(Record r) {
    Owner owner =
        new Owner(
            Owner.Kind.valueOf(r.get("owner_kind", String.class)), r.get("owner_id", String.class));
    return new SealedSecret(
        new Place(owner, r.get("name", String.class)),
        r.get("version", Long.class),
        r.get("key_version", Integer.class),
        r.get("nonce", byte[].class),
        r.get("ciphertext", byte[].class));
  }
}
