package io.ratel.gateway.pool;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.gateway.access.AccessPorts;
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
import io.ratel.gateway.request.Keys;
import io.ratel.gateway.request.Refusals;
import io.ratel.security.pool.Member;
import io.ratel.security.pool.Membership;
import io.ratel.security.pool.Pool;
import io.ratel.security.pool.Pools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Pools made, seen, renamed and deleted. */
public final class PoolsResource {
  private static final String NAME = "\\S(.{0,38}\\S)?";
  private static final String NAME_RULE =
      "must be 1 to 40 characters, none of them a space at an end";

  private record NewPool(
      @Field(header = Keys.HEADER, pattern = Keys.PATTERN, rule = Keys.RULE) Optional<String> key,
      @Field(value = "What its members call it.", pattern = NAME, rule = NAME_RULE) String name) {}

  private record OnePool(String id) {}

  private record Renamed(
      String id,
      @Field(value = "What its members call it.", pattern = NAME, rule = NAME_RULE) String name) {}

  private final AccessPorts access;
  private final PoolChanges changes;
  private final OrderEntry exchange;
  private final TradingViews trading;
  private final AccountViews accounts;
  private final Acknowledged acknowledged;
  private final LongConsumer onNewAccount;

  /**
   * @param onNewAccount told which user can reach one account more
   */
  public PoolsResource(
      AccessPorts access,
      OrderEntry exchange,
      TradingViews trading,
      AccountViews accounts,
      Acknowledged acknowledged,
      LongConsumer onNewAccount) {
    this.access = access;
    this.changes = new PoolChanges(access.pools(), access.barriers());
    this.exchange = exchange;
    this.trading = trading;
    this.accounts = accounts;
    this.acknowledged = acknowledged;
    this.onNewAccount = onNewAccount;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listPools", "/v1/pools", "The pools that the caller is in.")
            .answers(Nothing.class, 200, Shape.listOf(WirePool.class), this::list),
        Operation.post(
                "createPool",
                "/v1/pools",
                "Makes a pool with an account of its own; the caller is its owner. The same key"
                    + " again gives the same pool.")
            .refuses(ErrorCode.POOL_FULL, ErrorCode.LIMIT_REACHED, ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(NewPool.class, 201, Shape.of(WirePool.class), this::create),
        Operation.get("getPool", "/v1/pools/{id}", "A pool.")
            .refuses(ErrorCode.UNKNOWN_POOL)
            .answers(OnePool.class, 200, Shape.of(WirePool.class), this::one),
        Operation.patch("renamePool", "/v1/pools/{id}", "Gives a pool another name.")
            .refuses(ErrorCode.UNKNOWN_POOL)
            .answers(Renamed.class, 200, Shape.of(WirePool.class), this::rename),
        Operation.delete(
                "deletePool",
                "/v1/pools/{id}",
                "Deletes a pool with its members, invitations and API keys. Its account must be"
                    + " empty.")
            .needsDangerToken()
            .audits("getPool")
            .refuses(ErrorCode.UNKNOWN_POOL, ErrorCode.POOL_NOT_EMPTY)
            .answers(OnePool.class, 204, Shape.nothing(), this::delete));
  }

  private Answer<Items<WirePool>> list(Nothing query, Caller caller) {
    return Answer.ok(
        Items.all(
            access.pools().of(caller.userId()).stream()
                .filter(pool -> caller.onlyIn(pool.id()).isPresent())
                .map(WirePool::of)
                .toList()));
  }

  private Answer<WirePool> create(NewPool request, Caller caller) {
    if (access.pools().of(caller.userId()).size() >= Pools.MAX_POOLS) {
      throw full(); // before there is an account that nobody has
    }
    String key = Keys.of("pool", caller.userId(), request.key());
    Reply reply = exchange.submit(new Command.OpenAccount(key, 0));
    if (reply.refused()) {
      throw Refusals.of(reply.reason(), Map.of());
    }
    Pool pool =
        access
            .pools()
            .open(caller.userId(), request.name(), reply.id())
            .orElseThrow(PoolsResource::full);
    acknowledged.note(reply.id(), reply);
    onNewAccount.accept(caller.userId());
    return new Answer<>(reply.duplicate() ? 200 : 201, WirePool.of(pool));
  }

  private static RefusedException full() {
    return RefusedException.of(
        ErrorCode.POOL_FULL, "a user is in at most " + Pools.MAX_POOLS + " pools");
  }

  private Answer<WirePool> one(OnePool query, Caller caller) {
    return Answer.ok(find(caller.pool(query.id()), caller));
  }

  private WirePool find(Membership membership, Caller caller) {
    return access.pools().of(caller.userId()).stream()
        .filter(pool -> pool.id() == membership.poolId())
        .findFirst()
        .map(WirePool::of)
        .orElseThrow(() -> unknown(Long.toString(membership.poolId())));
  }

  private static RefusedException unknown(String id) {
    return RefusedException.value(
        ErrorCode.UNKNOWN_POOL, "id", id, "must be a pool that this user is in");
  }

  private Answer<WirePool> rename(Renamed request, Caller caller) {
    Membership membership = caller.pool(request.id());
    PoolChanges.require(
        access.pools().rename(membership.poolId(), request.name()),
        ErrorCode.UNKNOWN_POOL,
        "id",
        request.id());
    return Answer.ok(find(membership, caller));
  }

  private Answer<Nothing> delete(OnePool request, Caller caller) {
    Membership membership = caller.pool(request.id());
    long account = membership.accountId();
    acknowledged.await(account);
    boolean empty =
        trading.balances(account).stream()
                .mapToLong(BalanceView::total)
                .allMatch(total -> total == 0)
            && trading.positions(account).stream().allMatch(view -> view.position().quantity() == 0)
            && accounts.units(account).isEmpty();
    if (!empty) {
      throw RefusedException.value(
          ErrorCode.POOL_NOT_EMPTY, "id", request.id(), "must have no money, positions or units");
    }
    List<Long> members =
        access.pools().members(membership.poolId()).stream().map(Member::userId).toList();
    PoolChanges.require(
        access.pools().delete(membership.poolId()), ErrorCode.UNKNOWN_POOL, "id", request.id());
    changes.tell(members);
    return new Answer<>(204, new Nothing());
  }
}
