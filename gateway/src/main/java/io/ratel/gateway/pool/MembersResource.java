package io.ratel.gateway.pool;

import io.ratel.exchange.view.AccountViews;
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
import io.ratel.security.pool.Member;
import io.ratel.security.pool.Membership;
import io.ratel.security.pool.PoolRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in a pool, and as what. */
public final class MembersResource {
  private record OnePool(String id) {}

  private record OneMember(String id, String userId) {}

  private record NewRole(String id, String userId, PoolRole role) {}

  /**
   * One of the members.
   *
   * @param email null for a service
   * @param units of the pool, over all the member's accounts
   */
  private record WireMember(
      String userId,
      @Field(personal = true) @Nullable String email,
      PoolRole role,
      Instant joinedAt,
      long units) {}

  private final AccessPorts access;
  private final PoolChanges changes;
  private final AccountViews accounts;
  private final Acknowledged acknowledged;

  public MembersResource(AccessPorts access, AccountViews accounts, Acknowledged acknowledged) {
    this.access = access;
    this.changes = new PoolChanges(access.pools(), access.barriers());
    this.accounts = accounts;
    this.acknowledged = acknowledged;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listPoolMembers", "/v1/pools/{id}/members", "A pool's members.")
            .refuses(ErrorCode.UNKNOWN_POOL)
            .answers(OnePool.class, 200, Shape.listOf(WireMember.class), this::list),
        Operation.get("getPoolMember", "/v1/pools/{id}/members/{userId}", "One member.")
            .refuses(ErrorCode.UNKNOWN_POOL, ErrorCode.UNKNOWN_MEMBER)
            .answers(OneMember.class, 200, Shape.of(WireMember.class), this::one),
        Operation.patch(
                "setPoolRole",
                "/v1/pools/{id}/members/{userId}",
                "Makes a member an associate, a moderator or an owner; one owner stays.")
            .audits("getPoolMember")
            .refuses(ErrorCode.UNKNOWN_POOL, ErrorCode.UNKNOWN_MEMBER, ErrorCode.LAST_OWNER)
            .answers(NewRole.class, 200, Shape.of(WireMember.class), this::setRole),
        Operation.delete(
                "removePoolMember",
                "/v1/pools/{id}/members/{userId}",
                "Leaves a pool; or removes who ranks lower than the caller. Units must have been"
                    + " given back.")
            .audits("getPoolMember")
            .refuses(
                ErrorCode.UNKNOWN_POOL,
                ErrorCode.UNKNOWN_MEMBER,
                ErrorCode.LAST_OWNER,
                ErrorCode.POOL_NOT_EMPTY)
            .answers(OneMember.class, 204, Shape.nothing(), this::remove));
  }

  private Answer<Items<WireMember>> list(OnePool query, Caller caller) {
    Membership pool = caller.pool(query.id());
    Map<Long, Long> units = units(pool);
    return Answer.ok(
        Items.all(
            access.pools().members(pool.poolId()).stream()
                .map(member -> wire(member, units))
                .toList()));
  }

  private Answer<WireMember> one(OneMember query, Caller caller) {
    Membership pool = caller.pool(query.id());
    return Answer.ok(wire(member(pool, query.userId()), units(pool)));
  }

  private Map<Long, Long> units(Membership pool) {
    acknowledged.await(pool.accountId());
    return accounts.units(pool.accountId());
  }

  private static WireMember wire(Member member, Map<Long, Long> units) {
    return new WireMember(
        Long.toString(member.userId()),
        member.email().orElse(null),
        member.role(),
        member.joinedAt(),
        unitsOf(member, units));
  }

  private static long unitsOf(Member member, Map<Long, Long> units) {
    return member.accountIds().stream().mapToLong(id -> units.getOrDefault(id, 0L)).sum();
  }

  private Answer<WireMember> setRole(NewRole request, Caller caller) {
    Membership pool = caller.pool(request.id());
    Member member = member(pool, request.userId());
    PoolChanges.require(
        access.pools().setRole(pool.poolId(), member.userId(), request.role()),
        ErrorCode.UNKNOWN_MEMBER,
        "userId",
        request.userId());
    changes.tell(List.of(member.userId()));
    return Answer.ok(wire(member(pool, request.userId()), units(pool)));
  }

  private Answer<Nothing> remove(OneMember request, Caller caller) {
    Membership pool = caller.pool(request.id());
    Member member = member(pool, request.userId());
    boolean outranks =
        pool.role() == PoolRole.OWNER
            || (pool.role() == PoolRole.MODERATOR && member.role() == PoolRole.ASSOCIATE);
    if (member.userId() != caller.userId() && !outranks) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN, "only who ranks higher in the pool may remove this member");
    }
    long units = unitsOf(member, units(pool));
    if (units != 0) {
      throw RefusedException.value(
          ErrorCode.POOL_NOT_EMPTY,
          "userId",
          request.userId(),
          "must have given back all of its units, not have " + units);
    }
    PoolChanges.require(
        access.pools().remove(pool.poolId(), member.userId()),
        ErrorCode.UNKNOWN_MEMBER,
        "userId",
        request.userId());
    changes.tell(List.of(member.userId()));
    return new Answer<>(204, new Nothing());
  }

  private Member member(Membership pool, String userId) {
    return access.pools().members(pool.poolId()).stream()
        .filter(member -> Long.toString(member.userId()).equals(userId))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_MEMBER, "userId", userId, "must be a member of the pool"));
  }
}
