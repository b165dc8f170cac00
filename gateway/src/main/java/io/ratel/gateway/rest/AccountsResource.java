package io.ratel.gateway.rest;

import static io.ratel.gateway.operation.Permission.SIGNED_IN;

import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.wire.WireBalance;
import io.ratel.gateway.wire.WireFill;
import java.util.List;
import java.util.Optional;

/** What a user's accounts hold and what they traded. */
public final class AccountsResource {
  private record Account(String id) {}

  private record ListBalances(
      @Field("The account; the caller's first when left out.") Optional<String> accountId) {}

  private record ListFills(
      @Field("The account; the caller's first when left out.") Optional<String> accountId,
      @Field("An instrument of the exchange.") Optional<String> symbol,
      @Field("One order's.") Optional<String> orderId,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit,
      @Field("The next of an earlier page.") Optional<String> cursor) {}

  private final TradingViews views;
  private final Catalog catalog;
  private final Acknowledged acknowledged;

  public AccountsResource(TradingViews views, Catalog catalog, Acknowledged acknowledged) {
    this.views = views;
    this.catalog = catalog;
    this.acknowledged = acknowledged;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listAccounts", "/v1/accounts", SIGNED_IN, "The caller's accounts.")
            .answers(Nothing.class, 200, Shape.listOf(Account.class), this::accounts),
        Operation.get("listBalances", "/v1/balances", SIGNED_IN, "What an account has.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(ListBalances.class, 200, Shape.listOf(WireBalance.class), this::balances),
        Operation.get("listFills", "/v1/trades", SIGNED_IN, "An account's fills, newest first.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT, ErrorCode.UNKNOWN_INSTRUMENT)
            .answers(ListFills.class, 200, Shape.listOf(WireFill.class), this::fills));
  }

  private Answer<Items<Account>> accounts(Nothing query, Caller caller) {
    return Answer.ok(
        Items.all(caller.accountIds().stream().map(id -> new Account(Long.toString(id))).toList()));
  }

  private Answer<Items<WireBalance>> balances(ListBalances query, Caller caller) {
    long accountId = caller.account(query.accountId());
    acknowledged.await(accountId);
    return Answer.ok(Items.all(views.balances(accountId).stream().map(WireBalance::of).toList()));
  }

  private Answer<Items<WireFill>> fills(ListFills query, Caller caller) {
    long accountId = caller.account(query.accountId());
    Optional<String> symbol = query.symbol().map(s -> Symbols.own(catalog, s).symbol().text());
    Optional<Long> orderId = query.orderId().map(AccountsResource::orderId);
    acknowledged.await(accountId);
    Page<FillView> page =
        views.fills(
            accountId,
            symbol,
            orderId,
            Cursor.before(query.cursor()),
            query.limit().orElse(Cursor.DEFAULT_LIMIT));
    return Answer.ok(Cursor.page(page, WireFill::of));
  }

  private static long orderId(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "orderId", text, "must be the id of an order");
    }
  }
}
