package io.ratel.gateway.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Amounts;
import io.ratel.gateway.request.Cursor;
import io.ratel.gateway.request.Refusals;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.WireOrder;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.Asset;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Orders: placed, listed, looked at and canceled. */
public final class OrdersResource {
  private record ListOrders(
      @Field("The account; the caller's first when left out.") Optional<String> accountId,
      @Field("A status; open lists every order that can still trade.") Optional<OrderStatus> status,
      @Field("An instrument of the exchange.") Optional<String> symbol,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit,
      @Field("The next of an earlier page.") Optional<String> cursor) {}

  private record OneOrder(@Field("The order's id.") String id, Optional<String> accountId) {}

  private record Replacement(
      String id,
      @Field("The account; any of the caller's when left out.") Optional<String> accountId,
      @Field("A multiple of the instrument's tickSize; unchanged when left out.")
          Optional<Decimal> price,
      @Field("Of the whole order, what has been filled included; unchanged when left out.")
          Optional<Decimal> quantity,
      @Field("Of an order that waits; unchanged when left out.") Optional<Decimal> triggerPrice) {}

  private record CancelAll(
      @Field("The account; the caller's first when left out.") Optional<String> accountId,
      @Field("Only orders of this instrument.") Optional<String> symbol,
      @Field("Only orders of this side.") Optional<Side> side) {}

  /** How many orders a command has canceled. */
  private record Canceled(long canceled) {}

  /** The outcome of a cancellation: the fields of the order that it changed. */
  private record CanceledOrder(String id, OrderStatus status, long sequence) {}

  private final OrderEntry orders;
  private final TradingViews views;
  private final Catalog catalog;
  private final Acknowledged acknowledged;
  private final MeterRegistry registry;

  public OrdersResource(
      OrderEntry orders,
      TradingViews views,
      Catalog catalog,
      Acknowledged acknowledged,
      MeterRegistry registry) {
    this.orders = orders;
    this.views = views;
    this.catalog = catalog;
    this.acknowledged = acknowledged;
    this.registry = registry;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "placeOrder",
                "/v1/orders",
                "Places an order. The same clientOrderId again gives the first answer with 200.")
            .refuses(OrderErrors.ofPlacing())
            .answers(OrderTicket.class, 201, Shape.of(WireOrder.class), this::place),
        Operation.get("listOrders", "/v1/orders", "Orders of an account, newest first.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT, ErrorCode.UNKNOWN_INSTRUMENT)
            .answers(ListOrders.class, 200, Shape.listOf(WireOrder.class), this::list),
        Operation.get("getOrder", "/v1/orders/{id}", "One order.")
            .refuses(ErrorCode.UNKNOWN_ORDER, ErrorCode.UNKNOWN_ACCOUNT)
            .answers(OneOrder.class, 200, Shape.of(WireOrder.class), this::one),
        Operation.patch(
                "replaceOrder",
                "/v1/orders/{id}",
                "Gives an open order other terms. A smaller quantity keeps its turn.")
            .refuses(OrderErrors.ofReplacing())
            .answers(Replacement.class, 200, Shape.of(WireOrder.class), this::replace),
        Operation.delete("cancelOrder", "/v1/orders/{id}", "Cancels what is left of an order.")
            .refuses(
                ErrorCode.UNKNOWN_ORDER,
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.ORDER_NOT_OPEN,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(OneOrder.class, 200, Shape.of(CanceledOrder.class), this::cancel),
        Operation.delete(
                "cancelOrders",
                "/v1/orders",
                "Cancels every order of an account that fits and can still trade, at once.")
            .refuses(
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.UNKNOWN_INSTRUMENT,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(CancelAll.class, 200, Shape.of(Canceled.class), this::cancelAll));
  }

  private Answer<WireOrder> place(OrderTicket ticket, Caller caller) {
    long accountId = caller.account(ticket.accountId());
    Instrument instrument = Symbols.tradable(catalog, ticket.symbol());
    Command.PlaceOrder command = ticket.command(accountId, instrument);
    Reply reply = orders.submit(command);
    registry.counter("ratel.orders", "outcome", outcome(reply)).increment();
    if (reply.refused()) {
      Asset held = ticket.side() == Side.BUY ? instrument.quote() : instrument.base();
      throw Refusals.ofOrder(reply, instrument, held, ticket.sent());
    }
    acknowledged.note(accountId, reply);
    return new Answer<>(reply.duplicate() ? 200 : 201, WireOrder.of(command, instrument, reply));
  }

  private static String outcome(Reply reply) {
    if (reply.refused()) {
      return reply.reason().name();
    }
    return reply.duplicate() ? "duplicate" : "accepted";
  }

  private Answer<Items<WireOrder>> list(ListOrders query, Caller caller) {
    long accountId = caller.account(query.accountId());
    boolean live = query.status().equals(Optional.of(OrderStatus.OPEN));
    Optional<String> symbol = query.symbol().map(s -> Symbols.own(catalog, s).symbol().text());
    acknowledged.await(accountId);
    Page<OrderView> page =
        views.orders(
            new OrderQuery(
                accountId,
                live ? Optional.of(true) : Optional.empty(),
                live ? Optional.empty() : query.status(),
                symbol,
                Cursor.before(query.cursor()),
                query.limit().orElse(Cursor.DEFAULT_LIMIT)));
    return Answer.ok(Cursor.page(page, WireOrder::of));
  }

  private Answer<WireOrder> one(OneOrder query, Caller caller) {
    long orderId = orderId(query.id());
    for (long accountId : accounts(query, caller)) {
      acknowledged.await(accountId);
      Optional<OrderView> order = views.order(accountId, orderId);
      if (order.isPresent()) {
        return Answer.ok(WireOrder.of(order.get()));
      }
    }
    throw unknown(query.id());
  }

  private Answer<WireOrder> replace(Replacement request, Caller caller) {
    if (request.price().isEmpty()
        && request.quantity().isEmpty()
        && request.triggerPrice().isEmpty()) {
      throw RefusedException.of(
          ErrorCode.MISSING_FIELD, "one of price, quantity and triggerPrice must be given");
    }
    long orderId = orderId(request.id());
    List<Long> accounts = accounts(new OneOrder(request.id(), request.accountId()), caller);
    for (long accountId : accounts) {
      acknowledged.await(accountId);
      Optional<OrderView> order = views.order(accountId, orderId);
      if (order.isPresent()) {
        return Answer.ok(replace(request, order.get()));
      }
    }
    throw unknown(request.id());
  }

  private WireOrder replace(Replacement request, OrderView order) {
    Instrument instrument = order.instrument();
    Command.ReplaceOrder command =
        new Command.ReplaceOrder(
            order.accountId(),
            order.id(),
            steps(ErrorCode.INVALID_PRICE, "price", instrument.tick(), request.price()),
            steps(ErrorCode.INVALID_QUANTITY, "quantity", instrument.lot(), request.quantity()),
            steps(
                ErrorCode.INVALID_TRIGGER,
                "triggerPrice",
                instrument.tick(),
                request.triggerPrice()));
    Reply reply = orders.submit(command);
    if (reply.refused()) {
      throw refusal(request, order, reply);
    }
    acknowledged.note(order.accountId(), reply);
    return WireOrder.of(order, command, reply);
  }

  private static long steps(ErrorCode code, String field, Step step, Optional<Decimal> decimal) {
    return decimal.map(value -> Amounts.steps(code, field, step, value)).orElse(0L);
  }

  private static RefusedException refusal(Replacement request, OrderView order, Reply reply) {
    if (reply.reason() == RejectReason.ORDER_NOT_OPEN) {
      return RefusedException.value(
          ErrorCode.ORDER_NOT_OPEN, "id", request.id(), reply.reason().rule());
    }
    Map<String, String> sent = new HashMap<>();
    request.price().ifPresent(value -> sent.put("price", value.text()));
    request.quantity().ifPresent(value -> sent.put("quantity", value.text()));
    request.triggerPrice().ifPresent(value -> sent.put("triggerPrice", value.text()));
    if (reply.reason() == RejectReason.INVALID_QUANTITY) {
      return RefusedException.value(
          ErrorCode.INVALID_QUANTITY,
          "quantity",
          sent.getOrDefault("quantity", ""),
          "must be more than has been filled");
    }
    Instrument instrument = order.instrument();
    Asset held = order.side() == Side.BUY ? instrument.quote() : instrument.base();
    return Refusals.ofOrder(reply, instrument, held, sent);
  }

  private Answer<CanceledOrder> cancel(OneOrder query, Caller caller) {
    long orderId = orderId(query.id());
    for (long accountId : accounts(query, caller)) {
      Reply reply = orders.submit(new Command.CancelOrder(accountId, orderId));
      if (!reply.refused()) {
        acknowledged.note(accountId, reply);
        return Answer.ok(canceled(orderId, reply));
      }
      if (!isUnknown(accountId, orderId, reply.reason())) {
        throw RefusedException.value(
            ErrorCode.of(reply.reason()), "id", query.id(), reply.reason().rule());
      }
    }
    throw unknown(query.id());
  }

  /** The machine forgets orders that no longer rest; whether there ever was one the tables know. */
  private boolean isUnknown(long accountId, long orderId, RejectReason reason) {
    if (reason != RejectReason.ORDER_NOT_OPEN) {
      return reason == RejectReason.UNKNOWN_ORDER;
    }
    acknowledged.await(accountId);
    return views.order(accountId, orderId).isEmpty();
  }

  private Answer<Canceled> cancelAll(CancelAll query, Caller caller) {
    long accountId = caller.account(query.accountId());
    Optional<Instrument> instrument = query.symbol().map(s -> Symbols.own(catalog, s));
    Reply reply =
        orders.submit(
            new Command.CancelOrders(
                accountId,
                instrument.map(i -> OptionalInt.of(i.id())).orElse(OptionalInt.empty()),
                query.side()));
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), Map.of("accountId", Long.toString(accountId)));
    }
    acknowledged.note(accountId, reply);
    return Answer.ok(new Canceled(reply.filled()));
  }

  private static CanceledOrder canceled(long orderId, Reply reply) {
    return new CanceledOrder(Long.toString(orderId), OrderStatus.CANCELED, reply.sequence());
  }

  private static List<Long> accounts(OneOrder query, Caller caller) {
    return query.accountId().isPresent()
        ? List.of(caller.account(query.accountId()))
        : caller.reachableAccounts();
  }

  private static long orderId(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static RefusedException unknown(String orderId) {
    return RefusedException.value(
        ErrorCode.UNKNOWN_ORDER, "id", orderId, RejectReason.UNKNOWN_ORDER.rule());
  }
}
