package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.reconciliation.TableComparison;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.ExchangeHistory;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.exchange.reconciliation.Reconciler;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.exchange.reconciliation.Reconciliation.Checked;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables with a machine that the log makes again. The tables are read in one
 * transaction that sees one moment, their sequence first; nothing else waits for it. Safe for any
 * thread.
 */
public final class PostgresReconciler implements Reconciler {
  /** A batch may end inside a command's events; the next one ends elsewhere. */
  private static final int ATTEMPTS = 5;

  private final DSLContext sql;
  private final ExchangeHistory history;
  private final AtomicReference<@Nullable CompletableFuture<Reconciliation>> running =
      new AtomicReference<>();
  private volatile double lastBreaks = Double.NaN;

  public PostgresReconciler(Database database, ExchangeHistory history) {
    this.sql = database.sql();
    this.history = history;
  }

  /** How many breaks the last run found, not a number before the first. */
  public double lastBreaks() {
    return lastBreaks;
  }

  @Override
  public Reconciliation run() {
    CompletableFuture<Reconciliation> mine = new CompletableFuture<>();
    CompletableFuture<Reconciliation> others = running.compareAndExchange(null, mine);
    if (others == null) {
      // Its own thread: it takes a processor for a while, and goes on when nobody waits any more.
      Thread.ofPlatform().daemon().name("reconciliation").start(() -> complete(mine));
    }
    try {
      return (others == null ? mine : others).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the reconciliation failed: " + e.getCause(), e.getCause());
    }
  }

  private void complete(CompletableFuture<Reconciliation> mine) {
    try {
      Reconciliation done = compare();
      lastBreaks = done.breakCount();
      running.set(null);
      mine.complete(done);
    } catch (RuntimeException | Error e) {
      running.set(null);
      mine.completeExceptionally(e);
    }
  }

  private Reconciliation compare() {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Optional<Reconciliation> done = attempt(false);
      if (done.isPresent()) {
        return done.get();
      }
    }
    return attempt(true).orElseThrow();
  }

  /** Compares once; empty when the tables stand inside a command, unless it is the last try. */
  private Optional<Reconciliation> attempt(boolean last) {
    return sql.transactionResult(
        transaction -> {
          DSLContext in = transaction.dsl();
          in.execute("set transaction isolation level repeatable read, read only");
          long sequence =
              in.fetchSingle("select sequence from projection.progress").get(0, Long.class);
          Exchange exchange = history.at(sequence);
          if (exchange.sequence() == sequence) {
            return Optional.of(TableComparison.compare(in, exchange));
          }
          boolean ahead = exchange.sequence() < sequence;
          return ahead || last
              ? Optional.of(
                  apart(
                      exchange,
                      sequence,
                      ahead ? BreakKind.TABLES_AHEAD : BreakKind.TABLES_INSIDE_COMMAND))
              : Optional.empty();
        });
  }

  private static Reconciliation apart(Exchange exchange, long sequence, BreakKind kind) {
    Findings findings = new Findings();
    findings.add(kind, "progress", "true", "sequence", exchange.sequence(), sequence);
    return new Reconciliation(
        sequence, exchange.lastTimestampNs(), Checked.NOTHING, findings.count(), findings.breaks());
  }
}
