package io.ratel.gateway.rest;

import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.MarketView;
import io.ratel.exchange.view.EquityHistory;
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
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Cursor;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBalance;
import io.ratel.gateway.wire.WireEquity;
import io.ratel.gateway.wire.WireFill;
import io.ratel.gateway.wire.WirePosition;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.market.Interval;
import io.ratel.model.money.Asset;
import io.ratel.security.identity.License;
import io.ratel.security.identity.Presence;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.pool.PoolRole;
import io.ratel.security.pool.Pools;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user's accounts hold and what they traded. */
public final class AccountsResource {
  /**
   * A place for money.
   *
   * @param name the user's word for it
   * @param poolId of the pool that it belongs to; null when it is the caller's own
   * @param role what the caller is in that pool
   */
  private record Account(
      String id, String name, @Nullable String poolId, @Nullable PoolRole role) {}

  /**
   * @param online whether a socket of this user is open anywhere
   * @param lastSeen when the last one closed, within a day
   */
  private record Me(
      String userId,
      @Nullable String email,
      String name,
      Role role,
      License license,
      boolean online,
      @Nullable Instant lastSeen) {}

  private record ListBalances(
      @Field("The account; the caller's first when left out.") Optional<String> accountId) {}

  private record ListPositions(
      @Field("The account; the caller's first when left out.") Optional<String> accountId) {}

  private record ListEquity(
      String id,
      @Field("One sample for each; 1h when left out.") Optional<Interval> interval,
      @Field("Samples of then or later.") Optional<Instant> from,
      @Field("Samples of before then.") Optional<Instant> to,
      @Field(value = "The newest so many.", min = 1, max = MAX_POINTS) Optional<Integer> limit) {}

  private record ListFills(
      @Field("The account; the caller's first when left out.") Optional<String> accountId,
      @Field("An instrument of the exchange.") Optional<String> symbol,
      @Field("One order's.") Optional<String> orderId,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit,
      @Field("The next of an earlier page.") Optional<String> cursor) {}

  private static final int DEFAULT_POINTS = 1_000;
  private static final int MAX_POINTS = 5_000;

  private final Users users;
  private final Pools pools;
  private final Optional<Presence> presence;
  private final TradingViews views;
  private final AccountViews accounts;
  private final EquityHistory equity;
  private final MarketViews markets;
  private final Catalog catalog;
  private final Acknowledged acknowledged;

  public AccountsResource(
      Users users,
      Pools pools,
      Optional<Presence> presence,
      TradingViews views,
      AccountViews accounts,
      EquityHistory equity,
      MarketViews markets,
      Catalog catalog,
      Acknowledged acknowledged) {
    this.users = users;
    this.pools = pools;
    this.presence = presence;
    this.views = views;
    this.accounts = accounts;
    this.equity = equity;
    this.markets = markets;
    this.catalog = catalog;
    this.acknowledged = acknowledged;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("getMe", "/v1/me", "The caller.")
            .answers(Nothing.class, 200, Shape.of(Me.class), this::me),
        Operation.get("listAccounts", "/v1/accounts", "The caller's accounts.")
            .answers(Nothing.class, 200, Shape.listOf(Account.class), this::accounts),
        Operation.get("listBalances", "/v1/balances", "What an account has.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(ListBalances.class, 200, Shape.listOf(WireBalance.class), this::balances),
        Operation.get(
                "listEquity",
                "/v1/accounts/{id}/equity",
                "What an account was worth in USD, oldest first.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(ListEquity.class, 200, Shape.listOf(WireEquity.class), this::equity),
        Operation.get(
                "listPositions",
                "/v1/positions",
                "What an account has bought and sold and not closed, valued now.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT)
            .answers(ListPositions.class, 200, Shape.listOf(WirePosition.class), this::positions),
        Operation.get("listFills", "/v1/trades", "An account's fills, newest first.")
            .refuses(ErrorCode.UNKNOWN_ACCOUNT, ErrorCode.UNKNOWN_INSTRUMENT)
            .answers(ListFills.class, 200, Shape.listOf(WireFill.class), this::fills));
  }

  private Answer<Me> me(Nothing query, Caller caller) {
    User user =
        users
            .findById(caller.userId())
            .orElseThrow(
                () -> RefusedException.of(ErrorCode.UNAUTHENTICATED, "the user does not exist"));
    Presence.Seen seen =
        presence.map(of -> of.of(user.id())).orElse(new Presence.Seen(false, Optional.empty()));
    return Answer.ok(
        new Me(
            Long.toString(user.id()),
            user.email().orElse(null),
            user.name(),
            user.role(),
            user.license(),
            seen.online(),
            seen.lastSeen().orElse(null)));
  }

  private Answer<Items<Account>> accounts(Nothing query, Caller caller) {
    Stream<Account> own =
        users.accounts(caller.userId()).stream()
            .filter(account -> caller.accountIds().contains(account.id()))
            .map(account -> new Account(Long.toString(account.id()), account.name(), null, null));
    Stream<Account> ofPools =
        pools.of(caller.userId()).stream()
            .filter(pool -> caller.onlyIn(pool.id()).isPresent())
            .map(
                pool ->
                    new Account(
                        Long.toString(pool.accountId()),
                        pool.name(),
                        Long.toString(pool.id()),
                        pool.role()));
    return Answer.ok(Items.all(Stream.concat(own, ofPools).toList()));
  }

  private Answer<Items<WireBalance>> balances(ListBalances query, Caller caller) {
    long accountId = caller.account(query.accountId());
    acknowledged.await(accountId);
    return Answer.ok(Items.all(views.balances(accountId).stream().map(WireBalance::of).toList()));
  }

  private Answer<Items<WireEquity>> equity(ListEquity query, Caller caller) {
    long accountId = caller.account(query.id(), "id");
    Optional<Asset> unit = catalog.asset(EquityHistory.UNIT);
    if (unit.isEmpty()) {
      return Answer.ok(Items.all(List.of()));
    }
    List<EquityHistory.Point> points =
        equity.points(
            accountId,
            query.from().map(Times::nanos).orElse(0L),
            query.to().map(Times::nanos).orElse(Long.MAX_VALUE),
            query.interval().orElse(Interval.HOUR).nanos(),
            query.limit().orElse(DEFAULT_POINTS));
    return Answer.ok(
        Items.all(points.stream().map(point -> WireEquity.of(point, unit.get())).toList()));
  }

  private Answer<Items<WirePosition>> positions(ListPositions query, Caller caller) {
    long accountId = caller.account(query.accountId());
    acknowledged.await(accountId);
    Map<Integer, Long> marks =
        accounts.markets().stream()
            .filter(market -> market.mark() != 0)
            .collect(Collectors.toMap(market -> market.instrument().id(), MarketView::mark));
    return Answer.ok(
        Items.all(
            views.positions(accountId).stream()
                .map(view -> WirePosition.of(view, mark(view.instrument(), marks)))
                .toList()));
  }

  /** The exchange's own mark where it has one, else what the market data says. */
  private Optional<BigDecimal> mark(Instrument instrument, Map<Integer, Long> marks) {
    Long ticks = marks.get(instrument.id());
    return ticks == null
        ? markets.mark(instrument.symbol())
        : Optional.of(new BigDecimal(instrument.tick().format(ticks)));
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
