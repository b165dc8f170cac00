package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.BarrierStore;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/** Barriers in schema {@code platform}; of two for one subject the later stays. Any thread. */
public final class PostgresBarriers implements BarrierStore {
  static final String CHANNEL = "ratel_barriers";

  /** Held by one writer at a time, so that revisions become visible in their order. */
  private static final long WRITERS = 0x5241544542415252L;

  private final DSLContext sql;

  public PostgresBarriers(Database database) {
    this.sql = database.sql();
  }

  @Override
  public void write(List<Barrier> barriers) {
    sql.transaction(
        configuration -> {
          DSLContext inside = configuration.dsl();
          inside.execute("select pg_advisory_xact_lock(?)", WRITERS);
          for (Barrier barrier : barriers) {
            inside.execute(
                "insert into platform.barriers as b (kind, subject, at, revision)"
                    + " values (?, ?, ?::timestamptz, nextval('platform.barrier_revision'))"
                    + " on conflict (kind, subject) do update set"
                    + " at = greatest(b.at, excluded.at), revision = excluded.revision",
                barrier.kind().name(),
                barrier.subject(),
                barrier.at().atOffset(ZoneOffset.UTC));
          }
          inside.execute("select pg_notify(?, '')", CHANNEL);
        });
  }
}
