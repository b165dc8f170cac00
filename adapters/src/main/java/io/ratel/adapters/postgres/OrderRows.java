package io.ratel.adapters.postgres;

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
  private static final long NS_PER_MS = 1_000_000;

  private OrderRows() {}

  static void put(Tables tables, OrderView o) {
    Instrument instrument = o.instrument();
    Step tick = instrument.tick();
    OrderDetails d = o.details();
    boolean relative = d.has(OrderTerms.TRAIL_PPM);
    Optional<Schedule> schedule = d.schedule();
    tables.put(
        "orders",
        "order_id",
        o.id(),
        "account_id",
        o.accountId(),
        "client_order_id",
        o.clientOrderId(),
        "symbol",
        instrument.symbol().text(),
        "side",
        o.side().label(),
        "type",
        o.type().label(),
        "time_in_force",
        o.timeInForce().name(),
        "price",
        price(tick, o.price()),
        "quantity",
        Decimals.steps(instrument.lot(), o.quantity()),
        "filled",
        Decimals.steps(instrument.lot(), o.filled()),
        "turnover",
        Decimals.turnover(instrument, o.turnover()),
        "status",
        o.status().label(),
        "trigger_price",
        price(tick, d.trigger()),
        "triggered_by",
        d.trigger() == 0 && d.trail() == 0 ? null : triggeredBy(d),
        "trail",
        relative ? null : price(tick, d.trail()),
        "trail_percent",
        relative ? BigDecimal.valueOf(d.trail(), 4) : null,
        "display_quantity",
        price(instrument.lot(), d.display()),
        "expires_at",
        time(d.expiryNs()),
        "take_profit_price",
        price(tick, d.takeProfit()),
        "stop_loss_trigger_price",
        price(tick, d.stopLoss()),
        "stop_loss_price",
        price(tick, d.stopLossLimit()),
        "group_id",
        id(d.group()),
        "parent_id",
        id(d.parent()),
        "post_only",
        d.has(OrderTerms.POST_ONLY),
        "reduce_only",
        d.has(OrderTerms.REDUCE_ONLY),
        "hidden",
        d.has(OrderTerms.HIDDEN),
        "one_cancels_other",
        d.has(OrderConditions.ONE_CANCELS_OTHER),
        "self_trade_prevention",
        d.selfTrade().label(),
        "position_effect",
        d.effect().label(),
        "algo",
        schedule.map(s -> s.algo().label()).orElse(null),
        "algo_start_at",
        schedule.map(s -> time(s.startNs())).orElse(null),
        "algo_end_at",
        schedule.map(s -> time(s.endNs())).orElse(null),
        "algo_interval_ms",
        schedule.map(s -> s.intervalNs() / NS_PER_MS).orElse(null),
        "algo_participation",
        schedule.map(s -> Decimals.fraction(s.participationPpm())).orElse(null),
        "origin",
        d.origin().label(),
        "cancel_reason",
        d.cancelReason().map(CancelReason::label).orElse(null),
        "sequence",
        o.sequence(),
        "created_at",
        o.createdAt().atOffset(ZoneOffset.UTC),
        "updated_at",
        o.updatedAt().atOffset(ZoneOffset.UTC));
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
        percent == null ? count(r, "trail", tick) : percent.movePointRight(4).longValueExact(),
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
