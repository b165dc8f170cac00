package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.model.money.Asset;
import org.agrona.collections.LongHashSet;

/** What each account has, in the table of balances and in the machine. */
final class BalanceCheck {
  private static final String TABLE = "balances";

  private final Machine machine;
  private final Listed listed;
  private final Findings findings;
  private final LongHashSet seen = new LongHashSet();

  BalanceCheck(Exchange exchange, Listed listed, Findings findings) {
    this.machine = exchange.machine();
    this.listed = listed;
    this.findings = findings;
  }

  /** Compares all and returns how many rows there were. */
  long check(Rows rows) {
    long count =
        rows.forEach(
            "select account_id, asset, total, held from projection.balances", this::compare);
    machine.ledger.forEachRow(
        (account, asset, total, held) -> {
          if ((total != 0 || held != 0) && !seen.contains(key(account, asset))) {
            Asset of = machine.listings.asset(asset);
            findings.add(
                BreakKind.BALANCE_MISSING,
                TABLE,
                machine.accounts.id(account) + " " + of.code(),
                ROW,
                "total " + of.format(total) + ", held " + of.format(held),
                NOTHING);
          }
        });
    return count;
  }

  private void compare(Rows.Row row) {
    int account = machine.accounts.find(row.number("account_id"));
    Asset asset = listed.asset(row.text("asset"));
    String key = row.number("account_id") + " " + row.text("asset");
    if (account == Accounts.NONE || asset == null) {
      String found = "total " + row.decimal("total") + ", held " + row.decimal("held");
      findings.add(BreakKind.BALANCE_UNKNOWN, TABLE, key, ROW, NOTHING, found);
      return;
    }
    seen.add(key(account, asset.id()));
    findings.compare(
        BreakKind.BALANCE_DIFFERS,
        TABLE,
        key,
        "total",
        Decimals.amount(asset, machine.ledger.total(account, asset.id())),
        row.decimal("total"));
    findings.compare(
        BreakKind.BALANCE_DIFFERS,
        TABLE,
        key,
        "held",
        Decimals.amount(asset, machine.ledger.held(account, asset.id())),
        row.decimal("held"));
  }

  private static long key(int account, int asset) {
    return (long) account << 32 | asset;
  }
}
