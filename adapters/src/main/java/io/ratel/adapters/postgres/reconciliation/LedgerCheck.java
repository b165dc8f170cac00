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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger: every event's postings add up to zero, an account's postings to its balance, and a
 * transfer's are the transfer. An amount by which an event is uneven and an account is off are one
 * fault, and told once, as the event's.
 */
final class LedgerCheck {
  private static final String TABLE = "postings";

  /** Uneven events and accounts that are remembered; what is beyond is told twice. */
  private static final int MAX_REMEMBERED = 100_000;

  private static final String TRANSFERS =
      """
      select coalesce(t.sequence, p.sequence) as event, t.transfer_id, t.kind, t.from_account_id,
        t.to_account_id, t.asset, t.amount, p.reason as p_kind, p.from_account as p_from,
        p.to_account as p_to, p.asset as p_asset, p.amount as p_amount
      from projection.transfers t
      full join (
        select sequence, asset, reason, max(account_id) filter (where amount < 0) as from_account,
          max(account_id) filter (where amount > 0) as to_account,
          max(amount) as amount
        from projection.postings where reason in ('deposit', 'withdrawal', 'transfer')
        group by sequence, asset, reason
      ) p on p.sequence = t.sequence
      where (t.kind, t.from_account_id, t.to_account_id, t.asset, t.amount)
        is distinct from (p.reason, p.from_account, p.to_account, p.asset, p.amount)
      order by event
      """;

  private record Off(
      String key, @Nullable String asset, @Nullable BigDecimal expected, BigDecimal found) {
    BigDecimal by() {
      return found.subtract(expected == null ? BigDecimal.ZERO : expected);
    }
  }

  private final Machine machine;
  private final Listed listed;
  private final Findings findings;
  private final LongHashSet seen = new LongHashSet();
  private final LongHashSet unevenEvents = new LongHashSet();

  /** How often an event is uneven by so much of an asset. */
  private final Map<String, Integer> uneven = new HashMap<>();

  private final List<Off> off = new ArrayList<>();

  LedgerCheck(Exchange exchange, Listed listed, Findings findings) {
    this.machine = exchange.machine();
    this.listed = listed;
    this.findings = findings;
  }

  /** Compares all. */
  void check(Rows rows) {
    rows.forEach(
        "select sequence, asset, sum(amount) as sum from projection.postings"
            + " group by sequence, asset having sum(amount) <> 0 order by sequence",
        this::onUneven);
    rows.forEach(
        "select account_id, asset, sum(amount) as sum from projection.postings"
            + " group by account_id, asset order by account_id, asset",
        this::onSum);
    machine.ledger.forEachRow(
        (account, asset, total, held) -> {
          if (total != 0 && !seen.contains(key(account, asset))) {
            Asset of = machine.listings.asset(asset);
            String key = machine.accounts.id(account) + " " + of.code();
            add(new Off(key, of.code(), Decimals.amount(of, total), BigDecimal.ZERO));
          }
        });
    off.forEach(this::tell);
    rows.forEach(TRANSFERS, this::onTransfer);
  }

  /** Whether an event's postings are known to be wrong. */
  boolean isUneven(long sequence) {
    return unevenEvents.contains(sequence);
  }

  private static long key(int account, int asset) {
    return (long) account << 32 | asset;
  }

  private void onUneven(Rows.Row row) {
    long sequence = row.number("sequence");
    BigDecimal sum = row.of().get("sum", BigDecimal.class);
    String key = sequence + " " + row.text("asset");
    findings.add(BreakKind.TRANSACTION_UNBALANCED, TABLE, key, "amount", BigDecimal.ZERO, sum);
    if (unevenEvents.size() < MAX_REMEMBERED) {
      uneven.merge(fault(row.text("asset"), sum), 1, Integer::sum);
      unevenEvents.add(sequence);
    }
  }

  private static String fault(@Nullable String asset, BigDecimal by) {
    return by.stripTrailingZeros().toPlainString() + " " + asset;
  }

  private void onSum(Rows.Row row) {
    int account = machine.accounts.find(row.number("account_id"));
    Asset asset = listed.asset(row.text("asset"));
    BigDecimal found = row.of().get("sum", BigDecimal.class);
    String key = row.number("account_id") + " " + row.text("asset");
    if (account == Accounts.NONE || asset == null) {
      add(new Off(key, row.text("asset"), null, found));
      return;
    }
    seen.add(key(account, asset.id()));
    BigDecimal expected = Decimals.amount(asset, machine.ledger.total(account, asset.id()));
    if (expected.compareTo(found) != 0) {
      add(new Off(key, asset.code(), expected, found));
    }
  }

  private void add(Off account) {
    if (off.size() < MAX_REMEMBERED) {
      off.add(account);
    } else {
      tell(account);
    }
  }

  private void tell(Off account) {
    String fault = fault(account.asset(), account.by());
    if (uneven.merge(fault, -1, Integer::sum) >= 0) {
      return;
    }
    findings.add(
        BreakKind.POSTINGS_DIFFER,
        TABLE,
        account.key(),
        "amount",
        account.expected(),
        account.found());
  }

  private void onTransfer(Rows.Row row) {
    long event = row.number("event");
    if (isUneven(event)) {
      return;
    }
    if (row.of().get("transfer_id") == null) {
      String expected =
          row.text("p_kind") + " of " + row.decimal("p_amount") + " " + row.text("p_asset");
      findings.add(
          BreakKind.TRANSFER_MISSING, "transfers", "event " + event, ROW, expected, NOTHING);
      return;
    }
    String key = String.valueOf(row.number("transfer_id"));
    differ(key, "kind", row.text("p_kind"), row.text("kind"));
    differ(key, "from_account_id", row.of().get("p_from"), row.of().get("from_account_id"));
    differ(key, "to_account_id", row.of().get("p_to"), row.of().get("to_account_id"));
    differ(key, "asset", row.text("p_asset"), row.text("asset"));
    differ(key, "amount", row.decimal("p_amount"), row.decimal("amount"));
  }

  private void differ(String key, String field, @Nullable Object expected, @Nullable Object found) {
    if (!Objects.equals(expected, found)) {
      findings.compare(BreakKind.TRANSFER_DIFFERS, "transfers", key, field, expected, found);
    }
  }
}
