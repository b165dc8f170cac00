package io.ratel.adapters.postgres.reconciliation;

import io.ratel.exchange.Exchange;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.exchange.reconciliation.OwnBooks;
import io.ratel.exchange.reconciliation.Reconciliation;
import io.ratel.exchange.reconciliation.Reconciliation.Checked;
import org.jooq.DSLContext;

/** Every check in turn, of tables and a machine that stand at the same event. */
public final class TableComparison {
  private TableComparison() {}

  /**
   * Compares everything.
   *
   * @param in a transaction that sees one moment
   */
  public static Reconciliation compare(DSLContext in, Exchange exchange) {
    Rows rows = new Rows(in);
    Findings findings = new Findings();
    Listed listed = new Listed(exchange);
    new OwnBooks(exchange, findings).check();
    long balances = new BalanceCheck(exchange, listed, findings).check(rows);
    LedgerCheck ledger = new LedgerCheck(exchange, listed, findings);
    ledger.check(rows);
    OrderCheck orders = new OrderCheck(exchange, listed, findings);
    orders.check(rows);
    new LevelCheck(listed, findings).check(rows, exchange.instrumentCount());
    new TradeCheck(findings, ledger::isUneven, orders::isOpen).check(rows);
    long positions = new PositionCheck(exchange, listed, findings).check(rows);
    long instruments = new MarketCheck(exchange, findings).check(rows);
    new AccountCheck(exchange, findings).check(rows);
    return new Reconciliation(
        exchange.sequence(),
        exchange.lastTimestampNs(),
        new Checked(
            balances,
            rows.count("orders"),
            rows.count("fills"),
            rows.count("postings"),
            positions,
            instruments),
        findings.count(),
        findings.breaks());
  }
}
