package io.ratel.gateway.rest;

import static io.ratel.gateway.operation.Permission.SIGNED_IN;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.exchange.view.TradingViews;
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
import io.ratel.gateway.request.Keys;
import io.ratel.gateway.request.KnownAccounts;
import io.ratel.gateway.request.Refusals;
import io.ratel.gateway.wire.WireAccountEvent;
import io.ratel.gateway.wire.WireMargin;
import io.ratel.model.money.Asset;
import io.ratel.security.identity.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What accounts need, what they lived through, and their shares in pools. */
public final class MarginResource {
  private record OneAccount(String id) {}

  private record Events(
      String id,
      @Field("Of then or later; since the caller was last here when left out.")
          Optional<Instant> since,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit,
      @Field("The next of an earlier page.") Optional<String> cursor) {}

  private record Units(
      @Field(header = Keys.HEADER, pattern = Keys.PATTERN, rule = Keys.RULE) Optional<String> key,
      @Field("The pool's account.") String accountId,
      @Field("Who buys units or gives them back.") String memberAccountId,
      @Field("The code of an asset, such as USD.") String asset,
      @Field("Paid in.") Optional<Decimal> amount,
      @Field("Given back.") Optional<Long> units) {}

  private record MovedUnits(
      String poolAccountId, String memberAccountId, String asset, long sequence) {}

  private final OrderEntry exchange;
  private final TradingViews trading;
  private final AccountViews accounts;
  private final Optional<Presence> presence;
  private final Catalog catalog;
  private final Acknowledged acknowledged;
  private final InstantSource clock;

  public MarginResource(
      OrderEntry exchange,
      TradingViews trading,
      AccountViews accounts,
      Optional<Presence> presence,
      Catalog catalog,
      Acknowledged acknowledged,
      InstantSource clock) {
    this.exchange = exchange;
    this.trading = trading;
    this.accounts = accounts;
    this.presence = presence;
    this.catalog = catalog;
    this.acknowledged = acknowledged;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "listMargin",
                "/v1/accounts/{id}/margin",
                SIGNED_IN,
                "What an account has and needs, by asset.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(OneAccount.class, 200, Shape.listOf(WireMargin.class), this::margin),
        Operation.get(
                "listAccountEvents",
                "/v1/accounts/{id}/events",
                SIGNED_IN,
                "Margin calls, liquidations, triggered orders and funding, newest first.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(Events.class, 200, Shape.listOf(WireAccountEvent.class), this::events),
        Operation.post(
                "moveUnits",
                "/v1/pools/{accountId}/units",
                SIGNED_IN,
                "Buys units of a pool for an amount, or gives units back, at what they are worth."
                    + " Both accounts are the caller's, or an operator asks.")
            .auditsOperators()
            .refuses(
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.UNKNOWN_ASSET,
                ErrorCode.INVALID_AMOUNT,
                ErrorCode.INSUFFICIENT_FUNDS,
                ErrorCode.INSUFFICIENT_UNITS,
                ErrorCode.NO_MARK,
                ErrorCode.KEY_REUSED,
                ErrorCode.LIMIT_REACHED,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(Units.class, 201, Shape.of(MovedUnits.class), this::units));
  }

  private Answer<Items<WireMargin>> margin(OneAccount query, Caller caller) {
    long accountId = caller.accountToFund(query.id(), "id");
    AccountView account = new KnownAccounts(accounts, acknowledged).get(accountId);
    return Answer.ok(
        Items.all(
            MarginSheet.of(
                account,
                trading.balances(accountId),
                trading.positions(accountId),
                accounts.markets())));
  }

  private Answer<Items<WireAccountEvent>> events(Events query, Caller caller) {
    long accountId = caller.accountToFund(query.id(), "id");
    Instant since = query.since().orElseGet(() -> lastSeen(caller));
    acknowledged.await(accountId);
    Page<AccountEvent> page =
        accounts.events(
            accountId,
            since,
            Cursor.before(query.cursor()),
            query.limit().orElse(Cursor.DEFAULT_LIMIT));
    catalog.instruments();
    return Answer.ok(Cursor.page(page, e -> catalog.wire(e)));
  }

  /** When the caller was last here; a day ago when that was longer ago, or never. */
  private Instant lastSeen(Caller caller) {
    return presence
        .flatMap(of -> of.of(caller.userId()).lastSeen())
        .orElseGet(() -> clock.instant().minus(Duration.ofHours(Presence.LAST_SEEN_H)));
  }

  private Answer<MovedUnits> units(Units request, Caller caller) {
    long pool = caller.accountToFund(request.accountId(), "accountId");
    long member = caller.accountToFund(request.memberAccountId(), "memberAccountId");
    if (request.amount().isPresent() == request.units().isPresent()) {
      throw RefusedException.of(
          ErrorCode.MISSING_FIELD, "either amount or units must be given, and not both");
    }
    Asset asset = catalog.requireAsset(request.asset());
    long amount =
        request
            .amount()
            .map(value -> Amounts.amount(ErrorCode.INVALID_AMOUNT, "amount", asset, value))
            .orElse(0L);
    Reply reply =
        exchange.submit(
            new Command.MoveUnits(
                pool,
                member,
                asset.id(),
                amount,
                request.units().orElse(0L),
                Keys.of("units", member, request.key())));
    if (reply.refused()) {
      throw refusal(reply, asset, request);
    }
    acknowledged.note(pool, reply);
    acknowledged.note(member, reply);
    return new Answer<>(
        reply.duplicate() ? 200 : 201,
        new MovedUnits(
            request.accountId(), request.memberAccountId(), asset.code(), reply.sequence()));
  }

  private static RefusedException refusal(Reply reply, Asset asset, Units request) {
    String units = request.units().map(value -> Long.toString(value)).orElse("");
    return switch (reply.reason()) {
      case INSUFFICIENT_UNITS ->
          RefusedException.told(
              ErrorCode.INSUFFICIENT_UNITS,
              "the member has %d units, not %d".formatted(reply.available(), reply.needed()),
              "units",
              units,
              reply.reason().rule());
      case KEY_REUSED ->
          RefusedException.value(
              ErrorCode.KEY_REUSED, Keys.HEADER, request.key().orElse(""), reply.reason().rule());
      default ->
          Refusals.of(reply, asset, "amount", request.amount().map(Decimal::text).orElse(units));
    };
  }
}
