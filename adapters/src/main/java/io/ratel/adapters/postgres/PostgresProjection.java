package io.ratel.adapters.postgres;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.Projection;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;
import org.jooq.DSLContext;

/**
 * The exchange's events as rows of schema {@code projection}. The number of the last event is in
 * the same transaction as its rows and fences it: a writer that has been overtaken changes nothing.
 * Open orders and positions are kept in memory between batches; after a failure everything is read
 * again. One thread writes.
 */
public final class PostgresProjection implements Projection {
  private static final List<String> NAMES =
      List.of(
          "assets",
          "instruments",
          "accounts",
          "balances",
          "orders",
          "trades",
          "fills",
          "transfers",
          "postings",
          "positions",
          "levels");

  private final DSLContext sql;
  private final Map<String, TableWriter> tables = new HashMap<>();
  private final Long2ObjectHashMap<OrderRow> live = new Long2ObjectHashMap<>();
  private final PositionRows positions = new PositionRows();
  private final Progress progress;
  private Catalog catalog = new Catalog();
  private boolean fresh;
  private long sequence;
  private OffsetDateTime time = Decimals.time(0);
  private int line;

  /**
   * @param progress is told of every batch that has been written
   */
  public PostgresProjection(Database database, Progress progress) {
    sql = database.sql();
    this.progress = progress;
    NAMES.forEach(name -> tables.put(name, TableWriter.of(sql, "projection", name)));
  }

  @Override
  public long sequence() {
    Long stored = sql.fetchSingle("select sequence from projection.progress").get(0, Long.class);
    reload();
    progress.advance(stored);
    return stored;
  }

  private void reload() {
    tables.values().forEach(TableWriter::discard);
    live.clear();
    catalog = Catalog.read(sql);
    sql.fetch("select * from projection.orders where status in ('open', 'partiallyFilled')")
        .forEach(
            r -> {
              OrderRow order = new OrderRow(r, catalog);
              live.put(order.id, order);
            });
    positions.reload(sql, catalog);
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
    for (Entry entry : batch) {
      sequence = entry.sequence();
      time = Decimals.time(entry.timestampNs());
      line = 0;
      apply(entry.event());
    }
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
          for (String name : NAMES) {
            table(name).flush(in);
          }
          in.execute("delete from projection.levels where quantity = 0");
        });
    fresh = true;
    progress.advance(last);
  }

  @Override
  public void clear() {
    sql.transaction(
        transaction -> {
          DSLContext in = transaction.dsl();
          in.execute("truncate projection.instruments, projection.assets cascade");
          for (String name : NAMES) {
            in.execute("truncate projection." + name + " cascade");
          }
          in.execute("update projection.progress set sequence = 0, updated_at = now()");
        });
    reload();
  }

  private TableWriter table(String name) {
    TableWriter writer = tables.get(name);
    if (writer == null) {
      throw new IllegalArgumentException(name);
    }
    return writer;
  }

  private void apply(Event event) {
    switch (event) {
      case Event.OrderAccepted e -> {
        OrderRow order = new OrderRow(e, catalog.instrument(e.instrumentId()), time);
        live.put(order.id, order);
        order.put(table("orders"), sequence, time);
      }
      case Event.Traded e -> traded(e);
      case Event.OrderReplaced e -> {
        OrderRow order = order(e.orderId());
        order.replace(e.price(), e.quantity());
        changed(order);
      }
      case Event.OrderCanceled e -> {
        OrderRow order = order(e.orderId());
        order.cancel(e.reason());
        changed(order);
      }
      case Event.BalanceChanged e -> {
        Asset asset = catalog.asset(e.assetId());
        table("balances")
            .put(
                "account_id", e.accountId(),
                "asset", asset.code(),
                "total", Decimals.amount(asset, e.total()),
                "held", Decimals.amount(asset, e.held()),
                "sequence", sequence,
                "updated_at", time);
      }
      case Event.LevelChanged e -> {
        Instrument instrument = catalog.instrument(e.instrumentId());
        table("levels")
            .put(
                "symbol", instrument.symbol().text(),
                "side", e.side().label(),
                "price", Decimals.steps(instrument.tick(), e.price()),
                "quantity", Decimals.steps(instrument.lot(), e.quantity()),
                "orders", e.orders(),
                "sequence", sequence);
      }
      case Event.Transferred e -> transferred(e);
      case Event.AccountOpened e ->
          table("accounts").put("account_id", e.accountId(), "name", e.key(), "opened_at", time);
      case Event.AssetListed e -> {
        Asset asset = catalog.add(e);
        table("assets").put("asset_id", asset.id(), "code", asset.code(), "scale", asset.scale());
      }
      case Event.InstrumentListed e -> listed(catalog.add(e));
    }
  }

  private OrderRow order(long id) {
    OrderRow order = live.get(id);
    if (order == null) {
      throw new IllegalStateException("event " + sequence + " names order " + id + ", not open");
    }
    return order;
  }

  private void changed(OrderRow order) {
    order.put(table("orders"), sequence, time);
    if (!order.isLive()) {
      live.remove(order.id);
    }
  }

  private void traded(Event.Traded e) {
    Instrument instrument = catalog.instrument(e.instrumentId());
    OrderRow maker = order(e.makerOrderId());
    OrderRow taker = order(e.takerOrderId());
    maker.fill(e.price(), e.quantity());
    taker.fill(e.price(), e.quantity());
    changed(maker);
    changed(taker);
    table("trades")
        .put(
            "trade_id", sequence,
            "symbol", instrument.symbol().text(),
            "price", Decimals.steps(instrument.tick(), e.price()),
            "quantity", Decimals.steps(instrument.lot(), e.quantity()),
            "value", Decimals.amount(instrument.quote(), e.value()),
            "taker_side", e.takerSide().label(),
            "maker_order_id", e.makerOrderId(),
            "taker_order_id", e.takerOrderId(),
            "time", time);
    positions.traded(e, instrument, table("positions"), sequence, time);
    filled(e, maker, e.makerFee(), "maker");
    filled(e, taker, e.takerFee(), "taker");
    long buyer = e.takerSide() == Side.BUY ? e.takerAccountId() : e.makerAccountId();
    long seller = e.takerSide() == Side.BUY ? e.makerAccountId() : e.takerAccountId();
    post(buyer, seller, instrument.quote(), e.value(), "trade");
    post(seller, buyer, instrument.base(), e.quantity() * instrument.unitBase(), "trade");
    post(e.makerAccountId(), Command.FEES, instrument.quote(), e.makerFee(), "fee");
    post(e.takerAccountId(), Command.FEES, instrument.quote(), e.takerFee(), "fee");
  }

  private void filled(Event.Traded e, OrderRow order, long fee, String liquidity) {
    Instrument instrument = order.instrument;
    table("fills")
        .put(
            "trade_id", sequence,
            "liquidity", liquidity,
            "order_id", order.id,
            "account_id", order.account,
            "symbol", instrument.symbol().text(),
            "side", order.side.label(),
            "price", Decimals.steps(instrument.tick(), e.price()),
            "quantity", Decimals.steps(instrument.lot(), e.quantity()),
            "fee", Decimals.amount(instrument.quote(), fee),
            "fee_asset", instrument.quote().code(),
            "time", time);
  }

  private void transferred(Event.Transferred e) {
    Asset asset = catalog.asset(e.assetId());
    table("transfers")
        .put(
            "transfer_id", e.transferId(),
            "kind", e.kind().label(),
            "from_account_id", e.fromAccountId(),
            "to_account_id", e.toAccountId(),
            "asset", asset.code(),
            "amount", Decimals.amount(asset, e.amount()),
            "sequence", sequence,
            "time", time);
    post(e.fromAccountId(), e.toAccountId(), asset, e.amount(), e.kind().label());
  }

  /** Two lines of the ledger: {@code amount} from one account to the other. */
  private void post(long from, long to, Asset asset, long amount, String reason) {
    if (amount != 0) {
      line(from, asset, -amount, reason);
      line(to, asset, amount, reason);
    }
  }

  private void line(long account, Asset asset, long amount, String reason) {
    table("postings")
        .put(
            "sequence", sequence,
            "line", (short) ++line,
            "account_id", account,
            "asset", asset.code(),
            "amount", Decimals.amount(asset, amount),
            "reason", reason,
            "time", time);
  }

  private void listed(Instrument instrument) {
    table("instruments")
        .put(
            "instrument_id", instrument.id(),
            "symbol", instrument.symbol().text(),
            "kind", instrument.kind().name(),
            "base", instrument.base().code(),
            "quote", instrument.quote().code(),
            "tick_size", Decimals.steps(instrument.tick(), 1),
            "lot_size", Decimals.steps(instrument.lot(), 1),
            "maker_fee", Decimals.fraction(instrument.makerFeePpm()),
            "taker_fee", Decimals.fraction(instrument.takerFeePpm()),
            "collar", Decimals.fraction(instrument.collarPpm()));
  }
}
