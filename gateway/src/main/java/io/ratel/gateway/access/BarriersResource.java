package io.ratel.gateway.access;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.identity.Users;
import io.ratel.security.pool.Member;
import io.ratel.security.pool.Pools;
import io.ratel.security.token.Networks;
import java.time.Instant;
import java.util.List;

/** Calling tokens back. */
public final class BarriersResource {
  /** Whose tokens an operator may call back. */
  private enum Scope {
    USER,
    POOL,
    IP
  }

  private record Raise(
      Scope scope,
      @Field(
              value = "The number of a user or pool, or an IP address.",
              pattern = "[!-~]{1,64}",
              rule = "must be a number or an IP address")
          String subject) {}

  /** A barrier as it stands; {@code subject} names the network where an address was given. */
  private record Raised(Scope scope, String subject, Instant at) {}

  /** A barrier as it stands. */
  private record Standing(Barrier.Kind kind, String subject, Instant at) {}

  private static final int MAX_LISTED = 1_000;

  private final Barriers barriers;
  private final Users users;
  private final ApiKeys keys;
  private final Pools pools;

  public BarriersResource(AccessPorts access, Users users) {
    this.barriers = access.barriers();
    this.keys = access.keys();
    this.pools = access.pools();
    this.users = users;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "raiseBarrier",
                "/v1/barriers",
                "Makes every token void that was minted until now for a user, the members of a"
                    + " pool, or an address, and deletes the API keys of that user or those"
                    + " members; open sockets are closed.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER, ErrorCode.UNKNOWN_POOL)
            .answers(Raise.class, 201, Shape.of(Raised.class), this::raise),
        Operation.get(
                "listBarriers",
                "/v1/barriers",
                "The barriers that stand, the latest first, at most " + MAX_LISTED + ".")
            .answers(Nothing.class, 200, Shape.listOf(Standing.class), this::standing));
  }

  private Answer<Items<Standing>> standing(Nothing query, Caller caller) {
    return Answer.ok(
        Items.all(
            barriers.standing().stream()
                .limit(MAX_LISTED)
                .map(each -> new Standing(each.kind(), each.subject(), each.at()))
                .toList()));
  }

  private Answer<Raised> raise(Raise request, Caller caller) {
    Barrier barrier =
        switch (request.scope()) {
          case USER -> users(List.of(user(request.subject()))).getFirst();
          case POOL -> users(members(number(request.subject()))).getFirst();
          case IP -> barriers.raise(Barrier.Kind.IP, network(request.subject()));
        };
    String subject = request.scope() == Scope.IP ? barrier.subject() : request.subject();
    return Answer.created(new Raised(request.scope(), subject, barrier.at()));
  }

  private List<Barrier> users(List<Long> userIds) {
    keys.deleteAll(userIds);
    return barriers.raise(
        Barrier.Kind.USER, userIds.stream().map(id -> Long.toString(id)).toList());
  }

  private List<Long> members(long pool) {
    List<Long> members = pools.members(pool).stream().map(Member::userId).toList();
    if (members.isEmpty()) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_POOL, "subject", Long.toString(pool), "must be the number of a pool");
    }
    return members;
  }

  private long user(String subject) {
    long number = number(subject);
    if (users.findById(number).isEmpty()) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_USER, "subject", subject, "must be the number of a user");
    }
    return number;
  }

  private static long number(String subject) {
    try {
      return Long.parseLong(subject);
    } catch (NumberFormatException e) {
      throw RefusedException.value(ErrorCode.INVALID_FIELD, "subject", subject, "must be a number");
    }
  }

  private static String network(String subject) {
    try {
      return Networks.of(subject);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "subject", subject, "must be an IP address");
    }
  }
}
