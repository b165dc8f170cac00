package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Labelled;
import io.ratel.adapters.postgres.table.Tables;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.view.OrderDetails;
import io.ratel.exchange.view.OrderDetails.Schedule;
import io.ratel.exchange.view.OrderView;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Orders as rows, and back. */
final class OrderRows {
  private static final Labelled<OrderType> TYPES =
      new Labelled<>(OrderType.values(), OrderType::label);
  private static final Labelled<OrderStatus> STATUSES =
      new Labelled<>(OrderStatus.values(), OrderStatus::label);
  private static final Labelled<Side> SIDES = new Labelled<>(Side.values(), Side::label);
  private static final Labelled<SelfTradePrevention> PREVENTIONS =
      new Labelled<>(SelfTradePrevention.values(), SelfTradePrevention::label);
  private static final Labelled<PositionEffect> EFFECTS =
      new Labelled<>(PositionEffect.values(), PositionEffect::label);
  private static final Labelled<Algo> ALGOS = new Labelled<>(Algo.values(), Algo::label);
  private static final Labelled<OrderOrigin> ORIGINS =
      new Labelled<>(OrderOrigin.values(), OrderOrigin::label);
  private static final Labelled<CancelReason> REASONS =
      new Labelled<>(CancelReason.values(), CancelReason::label);
  private static final int PERCENT_SCALE = 4;
  private static final long NS_PER_MS = 1_000_000;

  private OrderRows() {}

  static void put(Tables tables, OrderView o) {
    List<@Nullable Object> row = new ArrayList<>();
    identity(row, o);
    waiting(row, o);
    relations(row, o);
    tables.put("orders", row.toArray());
  }

  private static void add(List<@Nullable Object> row, @Nullable Object... namesAndValues) {
    Collections.addAll(row, namesAndValues);
  }

  private static void identity(List<@Nullable Object> row, OrderView o) {
    Instrument instrument = o.instrument();
    add(row, "order_id", o.id());
    add(row, "account_id", o.accountId());
    add(row, "client_order_id", o.clientOrderId());
    add(row, "symbol", instrument.symbol().text());
    add(row, "side", o.side().label());
    add(row, "type", o.type().label());
    add(row, "time_in_force", o.timeInForce().name());
    add(row, "price", price(instrument.tick(), o.price()));
    add(row, "quantity", Decimals.steps(instrument.lot(), o.quantity()));
    add(row, "filled", Decimals.steps(instrument.lot(), o.filled()));
    add(row, "turnover", Decimals.turnover(instrument, o.turnover()));
    add(row, "status", o.status().label());
    add(row, "cancel_reason", o.details().cancelReason().map(CancelReason::label).orElse(null));
    add(row, "sequence", o.sequence());
    add(row, "created_at", o.createdAt().atOffset(ZoneOffset.UTC));
    add(row, "updated_at", o.updatedAt().atOffset(ZoneOffset.UTC));
  }

  private static void waiting(List<@Nullable Object> row, OrderView o) {
    Step tick = o.instrument().tick();
    OrderDetails d = o.details();
    boolean relative = d.has(OrderTerms.TRAIL_PPM);
    add(row, "trigger_price", price(tick, d.trigger()));
    add(row, "triggered_by", d.trigger() == 0 && d.trail() == 0 ? null : triggeredBy(d));
    add(row, "trail", relative ? null : price(tick, d.trail()));
    add(row, "trail_percent", relative ? BigDecimal.valueOf(d.trail(), PERCENT_SCALE) : null);
    add(row, "display_quantity", price(o.instrument().lot(), d.display()));
    add(row, "expires_at", time(d.expiryNs()));
    add(row, "take_profit_price", price(tick, d.takeProfit()));
    add(row, "stop_loss_trigger_price", price(tick, d.stopLoss()));
    add(row, "stop_loss_price", price(tick, d.stopLossLimit()));
    add(row, "post_only", d.has(OrderTerms.POST_ONLY));
    add(row, "reduce_only", d.has(OrderTerms.REDUCE_ONLY));
    add(row, "hidden", d.has(OrderTerms.HIDDEN));
    add(row, "one_cancels_other", d.has(OrderConditions.ONE_CANCELS_OTHER));
    add(row, "self_trade_prevention", d.selfTrade().label());
    add(row, "position_effect", d.effect().label());
  }

  private static void relations(List<@Nullable Object> row, OrderView o) {
    OrderDetails d = o.details();
    Optional<Schedule> schedule = d.schedule();
    add(row, "group_id", id(d.group()));
    add(row, "parent_id", id(d.parent()));
    add(row, "origin", d.origin().label());
    add(row, "algo", schedule.map(s -> s.algo().label()).orElse(null));
    add(row, "algo_start_at", schedule.map(s -> time(s.startNs())).orElse(null));
    add(row, "algo_end_at", schedule.map(s -> time(s.endNs())).orElse(null));
    add(row, "algo_interval_ms", schedule.map(s -> s.intervalNs() / NS_PER_MS).orElse(null));
    add(
        row,
        "algo_participation",
        schedule.map(s -> Decimals.fraction(s.participationPpm())).orElse(null));
  }

  private static String triggeredBy(OrderDetails d) {
    return d.has(OrderTerms.BY_MARK) ? "mark" : "last";
  }

  private static @Nullable BigDecimal price(Step step, long count) {
    return count == 0 ? null : Decimals.steps(step, count);
  }

  private static @Nullable OffsetDateTime time(long ns) {
    return ns == 0 ? null : Decimals.time(ns);
  }

  private static @Nullable Long id(long id) {
    return id == 0 ? null : id;
  }

  static OrderView view(Record r, Instrument instrument) {
    return new OrderView(
        r.get("order_id", Long.class),
        r.get("account_id", Long.class),
        r.get("client_order_id", String.class),
        instrument,
        SIDES.of(r.get("side", String.class)),
        TYPES.of(r.get("type", String.class)),
        TimeInForce.valueOf(r.get("time_in_force", String.class)),
        count(r, "price", instrument.tick()),
        count(r, "quantity", instrument.lot()),
        count(r, "filled", instrument.lot()),
        Decimals.ticksLots(instrument, r.get("turnover", BigDecimal.class)),
        STATUSES.of(r.get("status", String.class)),
        details(r, instrument),
        r.get("sequence", Long.class),
        r.get("created_at", OffsetDateTime.class).toInstant(),
        r.get("updated_at", OffsetDateTime.class).toInstant());
  }

  private static OrderDetails details(Record r, Instrument instrument) {
    Step tick = instrument.tick();
    BigDecimal percent = r.get("trail_percent", BigDecimal.class);
    return new OrderDetails(
        count(r, "trigger_price", tick),
        percent == null
            ? count(r, "trail", tick)
            : percent.movePointRight(PERCENT_SCALE).longValueExact(),
        count(r, "display_quantity", instrument.lot()),
        nanos(r, "expires_at"),
        count(r, "take_profit_price", tick),
        count(r, "stop_loss_trigger_price", tick),
        count(r, "stop_loss_price", tick),
        number(r, "group_id"),
        number(r, "parent_id"),
        flags(r) | (percent == null ? 0 : OrderTerms.TRAIL_PPM),
        PREVENTIONS.of(r.get("self_trade_prevention", String.class)),
        EFFECTS.of(r.get("position_effect", String.class)),
        schedule(r),
        ORIGINS.of(r.get("origin", String.class)),
        Optional.ofNullable(r.get("cancel_reason", String.class)).map(REASONS::of));
  }

  private static Optional<Schedule> schedule(Record r) {
    return Optional.ofNullable(r.get("algo", String.class))
        .map(
            algo ->
                new Schedule(
                    ALGOS.of(algo),
                    nanos(r, "algo_start_at"),
                    nanos(r, "algo_end_at"),
                    number(r, "algo_interval_ms") * NS_PER_MS,
                    Decimals.ppm(r.get("algo_participation", BigDecimal.class))));
  }

  private static int flags(Record r) {
    return flag(r, "post_only", OrderTerms.POST_ONLY)
        | flag(r, "reduce_only", OrderTerms.REDUCE_ONLY)
        | flag(r, "hidden", OrderTerms.HIDDEN)
        | flag(r, "one_cancels_other", OrderConditions.ONE_CANCELS_OTHER)
        | ("mark".equals(r.get("triggered_by", String.class)) ? OrderTerms.BY_MARK : 0);
  }

  private static int flag(Record r, String column, int flag) {
    return r.get(column, Boolean.class) ? flag : 0;
  }

  private static long count(Record r, String column, Step step) {
    BigDecimal value = r.get(column, BigDecimal.class);
    return value == null ? 0 : Decimals.count(step, value);
  }

  private static long number(Record r, String column) {
    Long value = r.get(column, Long.class);
    return value == null ? 0 : value;
  }

  private static long nanos(Record r, String column) {
    OffsetDateTime value = r.get(column, OffsetDateTime.class);
    return value == null ? 0 : Decimals.nanos(value);
  }
}
