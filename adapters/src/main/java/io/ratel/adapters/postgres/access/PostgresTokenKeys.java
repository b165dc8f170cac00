package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.Secrets;
import io.ratel.security.token.RotatingKeys.Published;
import io.ratel.security.token.RotatingKeys.Store;
import io.ratel.security.token.TokenKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The keys of tokens in schema {@code platform}; private ones are sealed secrets. Any thread. */
public final class PostgresTokenKeys implements Store {
  /** Held by the node that adds. */
  private static final long ADDING = 0x5241544b45595321L;

  private final DSLContext sql;
  private final Secrets secrets;

  public PostgresTokenKeys(Database database, Secrets secrets) {
    this.sql = database.sql();
    this.secrets = secrets;
  }

  private static Place place(String id) {
    return new Place(Owner.PLATFORM, "token-key/" + id);
  }

  @Override
  public List<Published> all() {
    return sql.fetch("select * from platform.token_keys").map(PostgresTokenKeys::published);
  }

  private static Published published(Record row) {
    try {
      return new Published(
          row.get("key_id", String.class),
          (ECPublicKey)
              KeyFactory.getInstance("EC")
                  .generatePublic(new X509EncodedKeySpec(row.get("public_key", byte[].class))),
          row.get("signs_from", OffsetDateTime.class).toInstant());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("platform.token_keys holds what is no public key", e);
    }
  }

  @Override
  public TokenKeys open(String id) {
    try (OpenedSecret opened = secrets.open(place(id))) {
      return TokenKeys.read(
          new String(opened.bytes(), StandardCharsets.US_ASCII), "the secret " + place(id));
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The secret is first: a row whose key is nowhere would stop every node. */
  @Override
  public boolean add(TokenKeys keys, Instant signsFrom, Instant noneAfter) {
    byte[] text = keys.write().getBytes(StandardCharsets.US_ASCII);
    try {
      secrets.put(place(keys.id()), text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
    boolean added =
        sql.transactionResult(
            configuration -> {
              DSLContext inside = configuration.dsl();
              inside.execute("select pg_advisory_xact_lock(?)", ADDING);
              return inside.execute(
                      "insert into platform.token_keys (key_id, public_key, signs_from)"
                          + " select ?, ?, ?::timestamptz where not exists"
                          + " (select 1 from platform.token_keys"
                          + " where signs_from > ?::timestamptz)",
                      keys.id(),
                      keys.publicKey().getEncoded(),
                      signsFrom.atOffset(ZoneOffset.UTC),
                      noneAfter.atOffset(ZoneOffset.UTC))
                  == 1;
            });
    if (!added) {
      secrets.delete(place(keys.id()));
    }
    return added;
  }

  @Override
  public void remove(String id) {
    sql.execute("delete from platform.token_keys where key_id = ?", id);
    secrets.delete(place(id));
  }
}
