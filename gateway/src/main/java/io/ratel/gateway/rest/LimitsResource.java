package io.ratel.gateway.rest;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.exchange.view.EquityHistory;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Amounts;
import io.ratel.gateway.request.KnownAccounts;
import io.ratel.gateway.request.Refusals;
import io.ratel.gateway.wire.WireLimits;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What accounts may do at most. An operator sets any limit; a user those of the parts of an account
 * freely, since the account's own bind them too, and those of the account itself only tighter.
 */
public final class LimitsResource {
  private record OneAccount(
      String id,
      @Field("In which amounts are told; USD where there is one, when left out.")
          Optional<String> asset) {}

  private record Limits(
      String id,
      @Field("In which amounts are; USD where there is one, when left out.") Optional<String> asset,
      @Field("Value of one order; none when left out, as with all of these.")
          Optional<Decimal> orderNotional,
      @Field("Value of one position, with the order.") Optional<Decimal> positionNotional,
      @Field("Realised loss and fees of a UTC day, after which only reducing is allowed.")
          Optional<Decimal> dailyLoss,
      @Field("Lots of one order.") Optional<Long> orderLots,
      @Field(value = "At a time.", min = 1) Optional<Integer> openOrders,
      @Field(value = "Placed and replaced.", min = 1) Optional<Integer> ordersPerSecond,
      @Field("How far from the reference a limit price may lie, a fraction such as 0.05.")
          Optional<Decimal> collar) {}

  private final OrderEntry exchange;
  private final KnownAccounts known;
  private final Catalog catalog;
  private final Acknowledged acknowledged;

  public LimitsResource(
      OrderEntry exchange, AccountViews accounts, Catalog catalog, Acknowledged acknowledged) {
    this.exchange = exchange;
    known = new KnownAccounts(accounts, acknowledged);
    this.catalog = catalog;
    this.acknowledged = acknowledged;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("getLimits", "/v1/accounts/{id}/limits", "What an account may do.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT, ErrorCode.UNKNOWN_ASSET)
            .answers(OneAccount.class, 200, Shape.of(WireLimits.class), this::get),
        Operation.put(
                "setLimits",
                "/v1/accounts/{id}/limits",
                "Sets what an account may do at most; only an operator loosens.")
            .auditsOperators("getLimits")
            .refuses(
                ErrorCode.FORBIDDEN,
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.UNKNOWN_ASSET,
                ErrorCode.INVALID_AMOUNT,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(Limits.class, 200, Shape.of(WireLimits.class), this::set));
  }

  /** The asset that was asked for, else the usual one, else that of the first market's prices. */
  private Asset unit(Optional<String> wanted) {
    if (wanted.isPresent()) {
      return catalog.requireAsset(wanted.get());
    }
    return catalog
        .asset(EquityHistory.UNIT)
        .or(() -> catalog.instruments().stream().findFirst().map(Instrument::quote))
        .orElseThrow(() -> RefusedException.of(ErrorCode.NOT_READY, "no market is listed yet"));
  }

  private Answer<WireLimits> get(OneAccount query, Caller caller) {
    long accountId = caller.accountToFund(query.id(), "id");
    return Answer.ok(WireLimits.of(accountId, known.get(accountId).limits(), unit(query.asset())));
  }

  private Answer<WireLimits> set(Limits wanted, Caller caller) {
    long accountId = caller.accountToFund(wanted.id(), "id");
    AccountView account = known.get(accountId);
    Asset unit = unit(wanted.asset());
    AccountLimits limits =
        new AccountLimits(
            amount("orderNotional", wanted.orderNotional(), unit),
            amount("positionNotional", wanted.positionNotional(), unit),
            amount("dailyLoss", wanted.dailyLoss(), unit),
            wanted.orderLots().orElse(0L),
            wanted.openOrders().orElse(0),
            wanted.ordersPerSecond().orElse(0),
            wanted.collar().map(LimitsResource::collar).orElse(0));
    boolean own = account.parentId() == 0;
    if (!caller.isOperator() && own && loosens(account.limits(), limits)) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN, "only an operator may loosen a limit of an account of its own");
    }
    Reply reply = exchange.submit(new Command.SetLimits(accountId, limits));
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), Map.of("accountId", wanted.id()));
    }
    acknowledged.note(accountId, reply);
    return Answer.ok(WireLimits.of(accountId, limits, unit));
  }

  private static long amount(String field, Optional<Decimal> wanted, Asset unit) {
    return wanted
        .map(value -> Amounts.amount(ErrorCode.INVALID_AMOUNT, field, unit, value))
        .orElse(0L);
  }

  private static int collar(Decimal fraction) {
    int ppm = Amounts.ppm(ErrorCode.INVALID_AMOUNT, "collar", fraction);
    if (ppm <= 0) {
      throw RefusedException.value(
          ErrorCode.INVALID_AMOUNT, "collar", fraction.text(), "must be positive");
    }
    return ppm;
  }

  private static boolean loosens(AccountLimits before, AccountLimits after) {
    return loosens(before.orderNotional(), after.orderNotional())
        || loosens(before.positionNotional(), after.positionNotional())
        || loosens(before.dailyLoss(), after.dailyLoss())
        || loosens(before.orderQuantity(), after.orderQuantity())
        || loosens(before.openOrders(), after.openOrders())
        || loosens(before.ordersPerSecond(), after.ordersPerSecond())
        || loosens(before.collarPpm(), after.collarPpm());
  }

  private static boolean loosens(long before, long after) {
    return before != 0 && (after == 0 || after > before);
  }
}
