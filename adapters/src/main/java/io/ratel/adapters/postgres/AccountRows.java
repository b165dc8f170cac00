package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Tables;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts, how they are set, and what happened to them, as rows. For one thread. */
final class AccountRows {
  private final Tables tables;

  AccountRows(Tables tables) {
    this.tables = tables;
  }

  void opened(Event.AccountOpened e) {
    tables.put(
        "accounts",
        "account_id",
        e.accountId(),
        "name",
        e.key(),
        "opened_at",
        tables.time(),
        "parent_id",
        e.parentId() == 0 ? null : e.parentId());
  }

  void configured(long accountId, AccountConfig c) {
    tables.put(
        "account_settings",
        "account_id",
        accountId,
        "margin_mode",
        c.marginMode().label(),
        "margin_model",
        c.marginModel().label(),
        "position_mode",
        c.positionMode().label(),
        "cost_method",
        c.costMethod().label(),
        "self_trade_prevention",
        c.selfTrade().label(),
        "leverage",
        c.leverage(),
        "fee_tier",
        c.feeTier(),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void limited(long accountId, AccountLimits l) {
    tables.put(
        "account_limits",
        "account_id",
        accountId,
        "order_notional",
        l.orderNotional(),
        "position_notional",
        l.positionNotional(),
        "daily_loss",
        l.dailyLoss(),
        "order_quantity",
        l.orderQuantity(),
        "open_orders",
        l.openOrders(),
        "orders_per_second",
        l.ordersPerSecond(),
        "collar",
        Decimals.fraction(l.collarPpm()),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void killed(Event.KillSwitchSet e) {
    tables.put(
        "kill_switches",
        "scope",
        e.scope().label(),
        "id",
        e.id(),
        "engaged",
        e.engaged(),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void balance(Event.BalanceChanged e, Asset asset) {
    tables.put(
        "balances",
        "account_id",
        e.accountId(),
        "asset",
        asset.code(),
        "total",
        Decimals.amount(asset, e.total()),
        "held",
        Decimals.amount(asset, e.held()),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void position(Event.PositionChanged e, Instrument instrument) {
    tables.put(
        "positions",
        "account_id",
        e.accountId(),
        "symbol",
        instrument.symbol().text(),
        "side",
        e.side().label(),
        "quantity",
        Decimals.steps(instrument.lot(), e.quantity()),
        "cost",
        Decimals.amount(instrument.quote(), e.cost()),
        "realized_pnl",
        Decimals.amount(instrument.quote(), e.realizedPnl()),
        "margin",
        Decimals.amount(instrument.quote(), e.margin()),
        "multiplier",
        Decimals.steps(instrument.multiplier(), 1),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void units(Event.UnitsMoved e) {
    tables.put(
        "pool_units",
        "pool_account_id",
        e.poolAccountId(),
        "member_account_id",
        e.memberAccountId(),
        "units",
        e.units(),
        "sequence",
        tables.sequence(),
        "updated_at",
        tables.time());
  }

  void swept(Event.Swept e) {
    tables.put(
        "sweeps",
        "one_row",
        true,
        "orders",
        e.orders(),
        "positions",
        e.positions(),
        "breaches",
        e.breaches(),
        "sequence",
        tables.sequence(),
        "time",
        tables.time());
  }

  /** Something that an account's positions lived through. */
  void happened(AccountEvent e, Catalog catalog) {
    Optional<Instrument> of =
        e.instrumentId().isEmpty()
            ? Optional.empty()
            : Optional.of(catalog.instrument(e.instrumentId().getAsInt()));
    Optional<Asset> asset =
        e.assetId().isEmpty()
            ? of.map(Instrument::quote)
            : Optional.of(catalog.asset(e.assetId().getAsInt()));
    tables.put(
        "account_events",
        "account_id",
        e.accountId(),
        "sequence",
        e.sequence(),
        "kind",
        e.kind().label(),
        "symbol",
        of.map(i -> i.symbol().text()).orElse(null),
        "asset",
        asset.map(Asset::code).orElse(null),
        "order_id",
        e.orderId() == 0 ? null : e.orderId(),
        "step",
        e.step().map(LiquidationStep::label).orElse(null),
        "quantity",
        e.quantity() == 0 ? null : of.map(i -> Decimals.steps(i.lot(), e.quantity())).orElse(null),
        "price",
        e.price() == 0 ? null : of.map(i -> Decimals.steps(i.tick(), e.price())).orElse(null),
        "amount",
        amount(asset, e.amount()),
        "equity",
        amount(asset, e.equity()),
        "initial_margin",
        amount(asset, e.initialMargin()),
        "maintenance_margin",
        amount(asset, e.maintenanceMargin()),
        "time",
        tables.time());
  }

  private static @Nullable BigDecimal amount(Optional<Asset> asset, long minorUnits) {
    return minorUnits == 0 ? null : asset.map(a -> Decimals.amount(a, minorUnits)).orElse(null);
  }
}
