package io.ratel.gateway.report;

import io.ratel.exchange.reconciliation.Break;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.gateway.wire.Times;
import java.time.Instant;
import java.util.List;

/** A comparison of the tables with the exchange, as a client reads it. */
public record WireReconciliation(
    long sequence, Instant time, Checked checked, long breakCount, List<Difference> breaks) {
  /** Rows that were looked at. */
  public record Checked(
      long balances, long orders, long fills, long postings, long positions, long instruments) {}

  /** One break. */
  public record Difference(
      String kind,
      String table,
      String key,
      String field,
      String expected,
      String found,
      String mend) {}

  public static WireReconciliation of(Reconciliation report) {
    Reconciliation.Checked c = report.checked();
    return new WireReconciliation(
        report.sequence(),
        Times.instant(report.timeNs()),
        new Checked(
            c.balances(), c.orders(), c.fills(), c.postings(), c.positions(), c.instruments()),
        report.breakCount(),
        report.breaks().stream().map(WireReconciliation::of).toList());
  }

  private static Difference of(Break b) {
    return new Difference(
        b.kind().name(), b.table(), b.key(), b.field(), b.expected(), b.found(), b.mend());
  }
}
