package io.ratel.adapters.postgres.access;

import io.ratel.adapters.postgres.Database;
import io.ratel.security.audit.Act;
import io.ratel.security.audit.AnchorFile;
import io.ratel.security.audit.AuditLog;
import io.ratel.security.audit.AuditRecord;
import io.ratel.security.audit.Chain;
import io.ratel.security.audit.Link;
import io.ratel.security.audit.Outcome;
import io.ratel.security.audit.Verification;
import io.ratel.security.audit.Verifier;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log in schema {@code platform}: one chain, whichever node writes. Any thread. */
public final class PostgresAudit implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresAudit.class);

  /** Held by one writer at a time, so that each sees the record before its own. */
  private static final long WRITERS = 0x5241544541554454L;

  private static final int BATCH = 1_000;

  /** An infinite time is none, and none that was written. */
  private static final String SELECT =
      "select number, case when isfinite(at) then at end as at, who, credential, operation,"
          + " resource, outcome, request, before, after, ray_id, address, previous, hash"
          + " from platform.audit where ";

  private final DSLContext sql;
  private final Optional<AnchorFile> anchor;
  private final List<Link> kept;

  /**
   * @param anchor where this node keeps the newest link
   */
  public PostgresAudit(Database database, AnchorFile anchor) {
    this(database, Optional.of(anchor), List.of());
  }

  /**
   * One that is only read.
   *
   * @param kept links that somebody has kept, which the chain must have
   */
  public PostgresAudit(Database database, Optional<AnchorFile> anchor, List<Link> kept) {
    this.sql = database.sql();
    this.anchor = anchor;
    this.kept = List.copyOf(kept);
  }

  @Override
  public Link append(Act act) {
    Link link = sql.transactionResult(configuration -> append(configuration.dsl(), act));
    committed(link);
    return link;
  }

  /** Writes within a transaction; when it is committed, {@link #committed} must be told. */
  Link append(DSLContext inside, Act act) {
    inside.execute("select pg_advisory_xact_lock(?)", WRITERS);
    Link newest =
        inside
            .fetchOptional("select number, hash from platform.audit order by number desc limit 1")
            .map(row -> new Link(row.get("number", Long.class), row.get("hash", String.class)))
            .orElse(Link.START);
    AuditRecord record = Chain.next(newest, act);
    Act kept = record.act();
    inside.execute(
        "insert into platform.audit (number, at, who, credential, operation, resource, outcome,"
            + " request, before, after, ray_id, address, previous, hash)"
            + " values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.number(),
        kept.at().atOffset(ZoneOffset.UTC),
        kept.who(),
        kept.credential(),
        kept.operation(),
        kept.resource(),
        kept.outcome().name(),
        kept.request(),
        kept.before(),
        kept.after(),
        kept.rayId(),
        kept.address(),
        record.previous(),
        record.hash());
    return record.link();
  }

  /** Keeps the link beside the database too. The act stands even where that cannot be. */
  void committed(Link link) {
    try {
      anchor.ifPresent(file -> file.advance(link));
    } catch (UncheckedIOException e) {
      LOG.atError().setCause(e).log("the newest link of the audit log was not kept: {}", link);
    }
  }

  @Override
  public List<AuditRecord> read(Query query) {
    Condition wanted = DSL.noCondition();
    if (query.from().isPresent()) {
      OffsetDateTime from = query.from().get().atOffset(ZoneOffset.UTC);
      wanted = wanted.and("at >= ?::timestamptz", from);
    }
    if (query.to().isPresent()) {
      wanted = wanted.and("at < ?::timestamptz", query.to().get().atOffset(ZoneOffset.UTC));
    }
    if (query.who().isPresent()) {
      wanted = wanted.and("who = ?", query.who().get());
    }
    if (query.operation().isPresent()) {
      wanted = wanted.and("operation = ?", query.operation().get());
    }
    if (query.below().isPresent()) {
      wanted = wanted.and("number < ?", query.below().get());
    }
    return sql.fetch(
            SELECT + "{0} order by number desc limit {1}", wanted, DSL.inline(query.limit()))
        .map(PostgresAudit::record);
  }

  @Override
  public Verification verify() {
    // Read first: what it names was committed before.
    List<Link> anchors = new ArrayList<>(kept);
    anchor.flatMap(AnchorFile::read).ifPresent(anchors::add);
    Verifier verifier = new Verifier(anchors);
    long last = Long.MIN_VALUE;
    List<AuditRecord> batch;
    do {
      batch =
          sql.fetch(SELECT + "number > ? order by number limit ?", last, BATCH)
              .map(PostgresAudit::record);
      for (AuditRecord record : batch) {
        verifier.take(record);
        last = record.number();
      }
    } while (batch.size() == BATCH && !verifier.isOver());
    return verifier.finish();
  }

  private static AuditRecord record(Record row) {
    String outcome = row.get("outcome", String.class);
    boolean known = List.of(Outcome.values()).stream().anyMatch(o -> o.name().equals(outcome));
    Act act =
        new Act(
            Optional.ofNullable(row.get("at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.MAX),
            row.get("who", Long.class),
            row.get("credential", String.class),
            row.get("operation", String.class),
            row.get("resource", String.class),
            known ? Outcome.valueOf(outcome) : Outcome.UNKNOWN,
            row.get("request", String.class),
            row.get("before", String.class),
            row.get("after", String.class),
            row.get("ray_id", String.class),
            row.get("address", String.class));
    String hash = row.get("hash", String.class);
    // An outcome that does not exist was never written: such a record cannot have its hash.
    return new AuditRecord(
        row.get("number", Long.class),
        act,
        row.get("previous", String.class),
        known ? hash : hash + " with outcome " + outcome);
  }
}
