package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Tables;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.Projection;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.collections.Long2ObjectHashMap;
import org.jooq.DSLContext;

/**
 * The exchange's events as rows of schema {@code projection}. The number of the last event is in
 * the same transaction as its rows and fences it: a writer that has been overtaken changes nothing.
 * Open orders are kept in memory between batches; after a failure everything is read again. One
 * thread writes.
 */
public final class PostgresProjection implements Projection {
  private final DSLContext sql;
  private final Tables tables;
  private final MarketRows markets;
  private final AccountRows accounts;
  private final Long2ObjectHashMap<OrderView> live = new Long2ObjectHashMap<>();

  /** Instruments held on margin: their trades move fees and profits, not the thing itself. */
  private final Set<Integer> margined = new HashSet<>();

  private final Progress progress;
  private Catalog catalog = new Catalog();
  private boolean fresh;

  /**
   * @param progress is told of every batch that has been written
   */
  public PostgresProjection(Database database, Progress progress) {
    sql = database.sql();
    this.progress = progress;
    tables = new Tables(sql);
    markets = new MarketRows(tables);
    accounts = new AccountRows(tables);
  }

  @Override
  public long sequence() {
    Long stored = sql.fetchSingle("select sequence from projection.progress").get(0, Long.class);
    reload();
    progress.advance(stored);
    return stored;
  }

  private void reload() {
    tables.discard();
    live.clear();
    margined.clear();
    catalog = Catalog.read(sql);
    sql.fetch(
            "select * from projection.orders where status in ('open', 'partiallyFilled',"
                + " 'pending')")
        .forEach(
            r -> {
              Instrument of = catalog.instrument(r.get("symbol", String.class));
              OrderView order = OrderRows.view(r, of);
              live.put(order.id(), order);
            });
    margined.addAll(
        sql.fetch("select instrument_id from projection.market_terms where margined")
            .getValues(0, Integer.class));
    fresh = true;
  }

  @Override
  public void write(List<Entry> batch) {
    if (batch.isEmpty()) {
      return;
    }
    if (!fresh) {
      reload();
    }
    fresh = false; // until the transaction is known to have ended well
    long before = batch.getFirst().sequence() - 1;
    long last = batch.getLast().sequence();
    sql.transaction(
        transaction -> {
          DSLContext in = transaction.dsl();
          int fenced =
              in.execute(
                  "update projection.progress set sequence = ?, updated_at = now()"
                      + " where sequence = ?",
                  last,
                  before);
          if (fenced != 1) {
            throw new IllegalStateException(
                "the projection is not at event " + before + ": another writer has moved it");
          }
          for (Entry entry : batch) {
            tables.at(entry);
            apply(entry.event(), in);
          }
          tables.flush(in);
        });
    fresh = true;
    progress.advance(last);
  }

  @Override
  public void clear() {
    sql.transaction(
        transaction -> {
          DSLContext in = transaction.dsl();
          Tables.truncate(in);
          in.execute("update projection.progress set sequence = 0, updated_at = now()");
        });
    reload();
  }

  private void apply(Event event, DSLContext in) {
    switch (event) {
      case Event.Traded e -> traded(e);
      case Event.BalanceChanged e -> accounts.balance(e, catalog.asset(e.assetId()));
      case Event.PositionChanged e -> accounts.position(e, catalog.instrument(e.instrumentId()));
      case Event.LevelChanged e -> markets.level(e, catalog.instrument(e.instrumentId()));
      case Event.Transferred e -> transferred(e);
      case Event.Moved e -> {
        tables.post(
            e.fromAccountId(),
            e.toAccountId(),
            catalog.asset(e.assetId()),
            e.amount(),
            e.reason().label());
        happened(e);
      }
      case Event.AccountOpened e -> accounts.opened(e);
      case Event.AccountConfigured e -> accounts.configured(e.accountId(), e.config());
      case Event.LimitsSet e -> accounts.limited(e.accountId(), e.limits());
      case Event.KillSwitchSet e -> accounts.killed(e);
      case Event.MarginCalled e -> happened(e);
      case Event.Liquidated e -> happened(e);
      case Event.UnitsMoved e -> accounts.units(e);
      case Event.Swept e -> accounts.swept(e);
      case Event.AssetListed e -> {
        Asset asset = catalog.add(e);
        tables.put("assets", "asset_id", asset.id(), "code", asset.code(), "scale", asset.scale());
      }
      case Event.InstrumentListed e -> markets.listed(catalog.add(e));
      case Event.MarketTermsChanged e -> {
        if (e.terms().isMargined()) {
          margined.add(e.instrumentId());
        } else {
          margined.remove(e.instrumentId());
        }
        markets.terms(e.terms(), catalog.instrument(e.instrumentId()));
      }
      case Event.TradingStateChanged e -> markets.state(e, catalog.instrument(e.instrumentId()));
      case Event.Marked e -> markets.marked(e, catalog.instrument(e.instrumentId()));
      case Event.CorporateActionApplied e -> {
        markets.split(e, catalog.instrument(e.instrumentId()), in);
        if (markets.renamed(e, catalog, in)) {
          Instrument renamed = catalog.instrument(e.instrumentId());
          live.replaceAll(
              (id, order) -> order.instrument().id() == renamed.id() ? order.on(renamed) : order);
        }
      }
      case Event.Settled e -> {} // its trades, profits and state are events of their own
      case Event.Funded e -> {} // what each account pays or receives is told by itself
      default -> order(event);
    }
  }

  private void order(Event event) {
    Instant time = Instant.ofEpochSecond(0, tables.timestampNs());
    long at = tables.sequence();
    switch (event) {
      case Event.OrderAccepted e ->
          put(OrderView.of(e, catalog.instrument(e.instrumentId()), at, time));
      case Event.OrderConditioned e -> {
        OrderView order = order(e.orderId()).conditioned(e, at, time);
        put(order);
        AccountEvent.of(order, at, tables.timestampNs())
            .ifPresent(what -> accounts.happened(what, catalog));
        OrderView entry = order.isLeg() ? live.get(e.group()) : null;
        if (entry != null) {
          put(entry.linked(order));
        }
      }
      case Event.OrderReplaced e ->
          put(order(e.orderId()).replaced(e.price(), e.quantity(), at, time));
      case Event.OrderTriggered e -> {
        put(order(e.orderId()).triggered(at, time));
        happened(e);
      }
      case Event.TriggerMoved e -> put(order(e.orderId()).triggerMoved(e.trigger(), at, time));
      case Event.OrderArmed e -> put(order(e.orderId()).armed(e.quantity(), at, time));
      case Event.OrderCanceled e -> put(order(e.orderId()).canceled(e.reason(), at, time));
      default -> throw new IllegalStateException("no table has room for " + event);
    }
  }

  private void happened(Event event) {
    AccountEvent.of(event, tables.sequence(), tables.timestampNs())
        .forEach(what -> accounts.happened(what, catalog));
  }

  private OrderView order(long id) {
    OrderView order = live.get(id);
    if (order == null) {
      throw new IllegalStateException(
          "event " + tables.sequence() + " names order " + id + ", not open");
    }
    return order;
  }

  private void put(OrderView order) {
    if (order.status().isLive()) {
      live.put(order.id(), order);
    } else {
      live.remove(order.id());
    }
    OrderRows.put(tables, order);
  }

  private OrderView traded(long orderId, Event.Traded e) {
    Instant time = Instant.ofEpochSecond(0, tables.timestampNs());
    OrderView order = order(orderId);
    put(order.traded(e.price(), e.quantity(), tables.sequence(), time));
    OrderView parent = live.get(order.details().parent());
    if (parent != null) {
      put(parent.traded(e.price(), e.quantity(), tables.sequence(), time));
    }
    return order;
  }

  private void traded(Event.Traded e) {
    Instrument instrument = catalog.instrument(e.instrumentId());
    OrderView maker = traded(e.makerOrderId(), e);
    OrderView taker = traded(e.takerOrderId(), e);
    tables.put(
        "trades",
        "trade_id",
        tables.sequence(),
        "symbol",
        instrument.symbol().text(),
        "price",
        Decimals.steps(instrument.tick(), e.price()),
        "quantity",
        Decimals.steps(instrument.lot(), e.quantity()),
        "value",
        Decimals.amount(instrument.quote(), e.value()),
        "taker_side",
        e.takerSide().label(),
        "maker_order_id",
        e.makerOrderId(),
        "taker_order_id",
        e.takerOrderId(),
        "time",
        tables.time());
    filled(e, maker, e.makerFee(), "maker");
    filled(e, taker, e.takerFee(), "taker");
    if (!margined.contains(e.instrumentId())) {
      long buyer = e.takerSide() == Side.BUY ? e.takerAccountId() : e.makerAccountId();
      long seller = e.takerSide() == Side.BUY ? e.makerAccountId() : e.takerAccountId();
      tables.post(buyer, seller, instrument.quote(), e.value(), "trade");
      tables.post(seller, buyer, instrument.base(), e.quantity() * instrument.unitBase(), "trade");
    }
    tables.post(e.makerAccountId(), Command.FEES, instrument.quote(), e.makerFee(), "fee");
    tables.post(e.takerAccountId(), Command.FEES, instrument.quote(), e.takerFee(), "fee");
  }

  private void filled(Event.Traded e, OrderView order, long fee, String liquidity) {
    Instrument instrument = order.instrument();
    tables.put(
        "fills",
        "trade_id",
        tables.sequence(),
        "liquidity",
        liquidity,
        "order_id",
        order.id(),
        "account_id",
        order.accountId(),
        "symbol",
        instrument.symbol().text(),
        "side",
        order.side().label(),
        "price",
        Decimals.steps(instrument.tick(), e.price()),
        "quantity",
        Decimals.steps(instrument.lot(), e.quantity()),
        "fee",
        Decimals.amount(instrument.quote(), fee),
        "fee_asset",
        instrument.quote().code(),
        "time",
        tables.time());
  }

  private void transferred(Event.Transferred e) {
    Asset asset = catalog.asset(e.assetId());
    tables.put(
        "transfers",
        "transfer_id",
        e.transferId(),
        "kind",
        e.kind().label(),
        "from_account_id",
        e.fromAccountId(),
        "to_account_id",
        e.toAccountId(),
        "asset",
        asset.code(),
        "amount",
        Decimals.amount(asset, e.amount()),
        "sequence",
        tables.sequence(),
        "time",
        tables.time());
    tables.post(e.fromAccountId(), e.toAccountId(), asset, e.amount(), e.kind().label());
  }
}
