package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Labelled;
import io.ratel.exchange.view.TradeReports;
import io.ratel.model.account.PositionMode;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reports from the projection, through a cursor in one transaction. Safe for any thread. */
public final class PostgresTradeReports implements TradeReports {
  private static final int FETCH = 2_000;
  private static final Labelled<Side> SIDES = new Labelled<>(Side.values(), Side::label);
  private static final Labelled<OrderType> TYPES =
      new Labelled<>(OrderType.values(), OrderType::label);
  private static final Labelled<PositionEffect> EFFECTS =
      new Labelled<>(PositionEffect.values(), PositionEffect::label);

  private static final String WHERE =
      " where f.account_id = ? and f.time >= cast(? as timestamptz)"
          + " and f.time < cast(? as timestamptz)";

  private static final String FILLS =
      """
      select f.*, t.value, i.kind, i.multiplier, i.quote, o.client_order_id, o.type,
        case when s.position_mode = ? then o.position_effect end as effect
      from projection.fills f
      join projection.trades t using (trade_id)
      join projection.instruments i on i.symbol = f.symbol
      join projection.orders o on o.order_id = f.order_id
      left join projection.account_settings s on s.account_id = f.account_id
      """
          + WHERE
          + " order by f.trade_id, f.liquidity";

  private final DSLContext sql;

  public PostgresTradeReports(Database database) {
    sql = database.sql();
  }

  @Override
  public boolean isLongerThan(Query query, int fills) {
    return !sql.fetch(
            "select 1 from projection.fills f" + WHERE + " offset ? limit 1",
            query.accountId(),
            query.from().atOffset(ZoneOffset.UTC),
            query.to().atOffset(ZoneOffset.UTC),
            fills)
        .isEmpty();
  }

  @Override
  public void forEach(Query query, Consumer<ReportedFill> handler) {
    sql.transaction(
        transaction -> {
          DSLContext in = transaction.dsl();
          in.execute("set transaction read only");
          try (Cursor<Record> cursor =
              in.resultQuery(
                      FILLS,
                      PositionMode.HEDGING.label(),
                      query.accountId(),
                      query.from().atOffset(ZoneOffset.UTC),
                      query.to().atOffset(ZoneOffset.UTC))
                  .fetchSize(FETCH)
                  .fetchLazy()) {
            for (Record row : cursor) {
              handler.accept(fill(row));
            }
          }
        });
  }

  private static ReportedFill fill(Record r) {
    return new ReportedFill(
        r.get("trade_id", Long.class),
        r.get("time", OffsetDateTime.class).toInstant(),
        r.get("account_id", Long.class),
        r.get("symbol", String.class),
        InstrumentKind.valueOf(r.get("kind", String.class)),
        SIDES.of(r.get("side", String.class)),
        Optional.ofNullable(r.get("effect", String.class)).map(EFFECTS::of),
        r.get("order_id", Long.class),
        r.get("client_order_id", String.class),
        TYPES.of(r.get("type", String.class)),
        r.get("price", BigDecimal.class),
        r.get("quantity", BigDecimal.class),
        r.get("value", BigDecimal.class),
        r.get("multiplier", BigDecimal.class),
        r.get("fee", BigDecimal.class),
        r.get("fee_asset", String.class),
        r.get("liquidity", String.class).equals("maker"),
        r.get("quote", String.class));
  }
}
