package io.ratel.adapters.postgres.reconciliation;

import static io.ratel.exchange.reconciliation.Break.NOTHING;
import static io.ratel.exchange.reconciliation.Break.ROW;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.exchange.Exchange;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.reconciliation.BreakKind;
import io.ratel.exchange.reconciliation.Findings;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.KillScope;
import java.util.HashMap;
import java.util.Map;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.IntHashSet;
import org.jspecify.annotations.Nullable;

/** Accounts with their settings, limits and switches, and the units of pools. */
final class AccountCheck {
  private static final String ACCOUNTS =
      """
      select a.account_id as id, a.parent_id, s.*, l.order_notional, l.position_notional,
        l.daily_loss, l.order_quantity, l.open_orders, l.orders_per_second, l.collar,
        s.account_id as has_settings, l.account_id as has_limits,
        coalesce(k.engaged, false) as killed
      from projection.accounts a
      left join projection.account_settings s on s.account_id = a.account_id
      left join projection.account_limits l on l.account_id = a.account_id
      left join projection.kill_switches k on k.scope = ? and k.id = a.account_id
      """;

  private final Machine machine;
  private final Accounts accounts;
  private final Findings findings;
  private final IntHashSet seen = new IntHashSet();

  AccountCheck(Exchange exchange, Findings findings) {
    this.machine = exchange.machine();
    this.accounts = machine.accounts;
    this.findings = findings;
  }

  /** Compares all; the house's own accounts have no rows. */
  void check(Rows rows) {
    rows.forEach(ACCOUNTS, this::compare, KillScope.ACCOUNT.label());
    for (int account = Accounts.FIRST; account < accounts.size(); account++) {
      if (!seen.contains(account)) {
        String key = String.valueOf(accounts.id(account));
        findings.add(BreakKind.ACCOUNT_MISSING, "accounts", key, ROW, "account " + key, NOTHING);
      }
    }
    boolean[] stopped = {false};
    rows.forEach(
        "select 1 from projection.kill_switches where scope = ? and engaged",
        row -> stopped[0] = true,
        KillScope.VENUE.label());
    findings.compare(
        BreakKind.KILL_SWITCH_DIFFERS,
        "kill_switches",
        "venue",
        "engaged",
        machine.killed,
        stopped[0]);
    units(rows);
  }

  private void compare(Rows.Row row) {
    long id = row.number("id");
    String key = String.valueOf(id);
    int account = accounts.find(id);
    if (account < Accounts.FIRST) {
      findings.add(BreakKind.ACCOUNT_UNKNOWN, "accounts", key, ROW, NOTHING, "account " + key);
      return;
    }
    seen.add(account);
    int parent = accounts.parent(account);
    differ(
        "accounts",
        key,
        "parent_id",
        parent == Accounts.NONE ? 0L : accounts.id(parent),
        row.numberOrZero("parent_id"));
    settings(accounts.config(account), key, row);
    limits(accounts.limits(account), key, row);
    findings.compare(
        BreakKind.KILL_SWITCH_DIFFERS,
        "kill_switches",
        "account " + key,
        "engaged",
        accounts.isKilled(account),
        row.flag("killed"));
  }

  private void settings(AccountConfig config, String key, Rows.Row row) {
    String table = "account_settings";
    if (row.of().get("has_settings") == null) {
      if (!config.equals(AccountConfig.CASH)) {
        differ(table, key, ROW, config, null);
      }
      return;
    }
    differ(table, key, "margin_mode", config.marginMode().label(), row.text("margin_mode"));
    differ(table, key, "margin_model", config.marginModel().label(), row.text("margin_model"));
    differ(table, key, "position_mode", config.positionMode().label(), row.text("position_mode"));
    differ(table, key, "cost_method", config.costMethod().label(), row.text("cost_method"));
    differ(
        table,
        key,
        "self_trade_prevention",
        config.selfTrade().label(),
        row.text("self_trade_prevention"));
    differ(table, key, "leverage", (long) config.leverage(), row.number("leverage"));
    differ(table, key, "fee_tier", (long) config.feeTier(), row.number("fee_tier"));
  }

  private void limits(AccountLimits limits, String key, Rows.Row row) {
    String table = "account_limits";
    if (row.of().get("has_limits") == null) {
      if (!limits.equals(AccountLimits.NONE)) {
        differ(table, key, ROW, limits, null);
      }
      return;
    }
    differ(table, key, "order_notional", limits.orderNotional(), row.number("order_notional"));
    differ(
        table,
        key,
        "position_notional",
        limits.positionNotional(),
        row.number("position_notional"));
    differ(table, key, "daily_loss", limits.dailyLoss(), row.number("daily_loss"));
    differ(table, key, "order_quantity", limits.orderQuantity(), row.number("order_quantity"));
    differ(table, key, "open_orders", (long) limits.openOrders(), row.number("open_orders"));
    differ(
        table,
        key,
        "orders_per_second",
        (long) limits.ordersPerSecond(),
        row.number("orders_per_second"));
    differ(table, key, "collar", Decimals.fraction(limits.collarPpm()), row.decimal("collar"));
  }

  private void differ(
      String table, String key, String field, @Nullable Object expected, @Nullable Object found) {
    findings.compare(BreakKind.ACCOUNT_DIFFERS, table, key, field, expected, found);
  }

  /** The machine shows units in its snapshot alone: a number of rows, each a key and a count. */
  private void units(Rows rows) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 10);
    SnapshotWriter words = new SnapshotWriter(buffer);
    machine.units.write(words);
    SnapshotReader in = new SnapshotReader(buffer, 0, words.length());
    Map<String, Long> units = new HashMap<>();
    for (long left = in.get(); left > 0; left--) {
      long key = in.get();
      String name = accounts.id((int) (key >> 32)) + " " + accounts.id((int) key);
      units.put(name, in.get());
    }
    rows.forEach(
        "select * from projection.pool_units where units <> 0",
        row -> {
          String name = row.number("pool_account_id") + " " + row.number("member_account_id");
          Long expected = units.remove(name);
          unit(name, expected == null ? 0L : expected, row.number("units"));
        });
    units.forEach((name, expected) -> unit(name, expected, 0L));
  }

  private void unit(String name, long expected, long found) {
    findings.compare(BreakKind.UNITS_DIFFER, "pool_units", name, "units", expected, found);
  }
}
