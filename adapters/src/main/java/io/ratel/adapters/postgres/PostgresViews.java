package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Labelled;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads the projection's tables. Safe for any thread. */
public final class PostgresViews implements TradingViews {
  private static final Field<Long> ACCOUNT = DSL.field("account_id", Long.class);
  private static final Field<Long> ORDER = DSL.field("order_id", Long.class);
  private static final Field<Long> TRADE = DSL.field("trade_id", Long.class);
  private static final Field<String> SYMBOL = DSL.field("symbol", String.class);
  private static final Field<String> STATUS = DSL.field("status", String.class);

  private static final Labelled<PositionSide> SIDES =
      new Labelled<>(PositionSide.values(), PositionSide::label);

  private final DSLContext sql;
  private final Progress progress;
  private volatile Catalog catalog;

  /**
   * @param progress of the projection that fills these tables
   */
  public PostgresViews(Database database, Progress progress) {
    this.sql = database.sql();
    this.progress = progress;
    this.catalog = Catalog.read(sql);
  }

  @Override
  public long sequence() {
    return progress.sequence();
  }

  @Override
  public boolean await(long sequence, long timeoutMs) {
    return progress.await(sequence, timeoutMs);
  }

  @Override
  public Optional<OrderView> order(long accountId, long orderId) {
    return sql.select()
        .from("projection.orders")
        .where(ORDER.eq(orderId), ACCOUNT.eq(accountId))
        .fetchOptional(this::order);
  }

  @Override
  public Page<OrderView> orders(OrderQuery query) {
    List<Condition> where = new ArrayList<>();
    where.add(ACCOUNT.eq(query.accountId()));
    query
        .live()
        .ifPresent(
            live -> {
              Condition open = STATUS.in("open", "partiallyFilled", "pending");
              where.add(live ? open : open.not());
            });
    query.status().ifPresent(status -> where.add(STATUS.eq(status.label())));
    query.symbol().ifPresent(symbol -> where.add(SYMBOL.eq(symbol)));
    query.before().ifPresent(id -> where.add(ORDER.lt(id)));
    List<OrderView> items =
        sql.select()
            .from("projection.orders")
            .where(where)
            .orderBy(ORDER.desc())
            .limit(query.limit() + 1)
            .fetch(this::order);
    return page(items, query.limit(), OrderView::id);
  }

  @Override
  public Page<FillView> fills(
      long accountId,
      Optional<String> symbol,
      Optional<Long> orderId,
      Optional<Long> before,
      int limit) {
    List<Condition> where = new ArrayList<>();
    where.add(ACCOUNT.eq(accountId));
    symbol.ifPresent(text -> where.add(SYMBOL.eq(text)));
    orderId.ifPresent(id -> where.add(ORDER.eq(id)));
    before.ifPresent(id -> where.add(TRADE.lt(id)));
    List<FillView> items =
        sql.select()
            .from("projection.fills")
            .where(where)
            .orderBy(TRADE.desc(), DSL.field("liquidity"))
            .limit(limit + 1)
            .fetch(this::fill);
    return page(items, limit, FillView::id);
  }

  @Override
  public List<BalanceView> balances(long accountId) {
    return sql.select()
        .from("projection.balances")
        .where(ACCOUNT.eq(accountId))
        .orderBy(DSL.field("asset"))
        .fetch(
            r -> {
              Asset asset = asset(r.get("asset", String.class));
              return new BalanceView(
                  accountId,
                  asset,
                  Decimals.minorUnits(asset, r.get("total", BigDecimal.class)),
                  Decimals.minorUnits(asset, r.get("held", BigDecimal.class)));
            });
  }

  @Override
  public List<PositionView> positions(long accountId) {
    return sql.select()
        .from("projection.positions")
        .where(ACCOUNT.eq(accountId))
        .orderBy(SYMBOL, DSL.field("side"))
        .fetch(r -> position(r, instrument(r.get("symbol", String.class))));
  }

  private static PositionView position(Record r, Instrument instrument) {
    Asset quote = instrument.quote();
    return new PositionView(
        r.get("account_id", Long.class),
        instrument,
        SIDES.of(r.get("side", String.class)),
        new Position(
            Decimals.count(instrument.lot(), r.get("quantity", BigDecimal.class)),
            Decimals.minorUnits(quote, r.get("cost", BigDecimal.class)),
            Decimals.minorUnits(quote, r.get("realized_pnl", BigDecimal.class))),
        Decimals.minorUnits(quote, r.get("margin", BigDecimal.class)),
        r.get("sequence", Long.class));
  }

  @Override
  public List<Instrument> instruments() {
    Catalog read = Catalog.read(sql);
    catalog = read;
    return read.instruments();
  }

  private OrderView order(Record r) {
    return OrderRows.view(r, instrument(r.get("symbol", String.class)));
  }

  private FillView fill(Record r) {
    Instrument instrument = instrument(r.get("symbol", String.class));
    return new FillView(
        r.get("trade_id", Long.class),
        r.get("order_id", Long.class),
        r.get("account_id", Long.class),
        instrument,
        Side.valueOf(r.get("side", String.class).toUpperCase(Locale.ROOT)),
        Decimals.count(instrument.tick(), r.get("price", BigDecimal.class)),
        Decimals.count(instrument.lot(), r.get("quantity", BigDecimal.class)),
        Decimals.minorUnits(instrument.quote(), r.get("fee", BigDecimal.class)),
        r.get("liquidity", String.class).equals("maker"),
        r.get("time", OffsetDateTime.class).toInstant());
  }

  private Instrument instrument(String symbol) {
    if (!catalog.hasInstrument(symbol)) {
      catalog = Catalog.read(sql);
    }
    return catalog.instrument(symbol);
  }

  private Asset asset(String code) {
    if (!catalog.hasAsset(code)) {
      catalog = Catalog.read(sql);
    }
    return catalog.asset(code);
  }

  private static <T> Page<T> page(
      List<T> items, int limit, java.util.function.ToLongFunction<T> id) {
    if (items.size() <= limit) {
      return new Page<>(items, Optional.empty());
    }
    List<T> page = items.subList(0, limit);
    return new Page<>(List.copyOf(page), Optional.of(id.applyAsLong(page.getLast())));
  }
}
