package io.ratel.gateway.rest;

import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Cursor;
import io.ratel.gateway.request.KnownAccounts;
import io.ratel.gateway.wire.WireAccountEvent;
import io.ratel.gateway.wire.WireMargin;
import io.ratel.security.identity.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What accounts need, and what they lived through. */
public final class MarginResource {
  private record OneAccount(String id) {}

  private record Events(
      String id,
      @Field("Of then or later; since the caller was last here when left out.")
          Optional<Instant> since,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit,
      @Field("The next of an earlier page.") Optional<String> cursor) {}

  private final TradingViews trading;
  private final AccountViews accounts;
  private final Optional<Presence> presence;
  private final Catalog catalog;
  private final Acknowledged acknowledged;
  private final InstantSource clock;

  public MarginResource(
      TradingViews trading,
      AccountViews accounts,
      Optional<Presence> presence,
      Catalog catalog,
      Acknowledged acknowledged,
      InstantSource clock) {
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
                "What an account has and needs, by asset.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(OneAccount.class, 200, Shape.listOf(WireMargin.class), this::margin),
        Operation.get(
                "listAccountEvents",
                "/v1/accounts/{id}/events",
                "Margin calls, liquidations, triggered orders and funding, newest first.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(Events.class, 200, Shape.listOf(WireAccountEvent.class), this::events));
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
}
