package io.ratel.gateway.operation;

import io.ratel.security.identity.Role;
import io.ratel.security.permission.Feature;
import io.ratel.security.permission.Rule;
import io.ratel.security.pool.Membership;
import io.ratel.security.pool.PoolRole;
import io.ratel.security.token.Claims;
import io.ratel.security.token.Networks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is calling.
 *
 * @param userId 0 for nobody
 * @param accountIds the user's own, the first one first
 * @param pools what the user is in which pools
 * @param presented what proved it
 * @param least what a member of a pool must be for what is asked; empty when no member may
 */
public record Caller(
    long userId,
    Role role,
    List<Long> accountIds,
    List<Membership> pools,
    Presented presented,
    Optional<PoolRole> least) {
  /** Someone who did not sign in, or did not need to. */
  public static final Caller NOBODY =
      new Caller(0, Role.TRADER, List.of(), List.of(), Presented.NOTHING, Optional.empty());

  private static final String RULE = "must be an account of this user";

  public Caller {
    accountIds = List.copyOf(accountIds);
    pools = List.copyOf(pools);
  }

  /** The same one, who came with this. */
  public Caller with(Presented other) {
    return new Caller(userId, role, accountIds, pools, other, least);
  }

  /** The same one, asking for what the table's row is about. */
  public Caller within(Rule rule) {
    return new Caller(userId, role, accountIds, pools, presented, rule.member());
  }

  /** The same one as a member of one pool and nothing else; empty when it is not in it. */
  public Optional<Caller> onlyIn(long poolId) {
    return pools.stream()
        .filter(pool -> pool.poolId() == poolId)
        .findFirst()
        .map(pool -> new Caller(userId, role, List.of(), List.of(pool), presented, least));
  }

  /** What the table of permissions asks for; empty when nobody signed in. */
  Optional<Role> platformRole() {
    return userId == 0 ? Optional.empty() : Optional.of(role);
  }

  public boolean isOperator() {
    return userId != 0 && role == Role.OPERATOR;
  }

  /** Every account that what is asked may be done on: the caller's own, then those of pools. */
  public List<Long> reachableAccounts() {
    return Stream.concat(
            accountIds.stream(), pools.stream().filter(this::mayAct).map(Membership::accountId))
        .toList();
  }

  private boolean mayAct(Membership pool) {
    return least.map(pool.role()::reaches).orElse(false);
  }

  /**
   * An account that the caller may do this on: the named one, or the first of its own when none is
   * named.
   *
   * @throws RefusedException when it is not the caller's, in the same words as when it does not
   *     exist; 403 when it is a pool's and the caller's role there is not enough
   */
  public long account(Optional<String> accountId) {
    if (accountId.isPresent()) {
      return account(accountId.get(), "accountId");
    }
    return reachableAccounts().stream()
        .findFirst()
        .orElseThrow(
            () -> RefusedException.of(ErrorCode.UNKNOWN_ACCOUNT, "this user has no account yet"));
  }

  /** As {@link #account(Optional)}, for a request's field of this name. */
  public long account(String text, String field) {
    for (long own : accountIds) {
      if (Long.toString(own).equals(text)) {
        return own;
      }
    }
    for (Membership pool : pools) {
      if (Long.toString(pool.accountId()).equals(text)) {
        requireRole(pool);
        return pool.accountId();
      }
    }
    throw RefusedException.value(ErrorCode.UNKNOWN_ACCOUNT, field, text, RULE);
  }

  /** As {@link #account(String, String)}, but no pool's. */
  public long ownAccount(String text, String field) {
    for (long own : accountIds) {
      if (Long.toString(own).equals(text)) {
        return own;
      }
    }
    throw RefusedException.value(ErrorCode.UNKNOWN_ACCOUNT, field, text, RULE);
  }

  /**
   * A pool that the caller may do this to.
   *
   * @throws RefusedException 404 when the caller is not in it, as when there is none; 403 when its
   *     role there is not enough
   */
  public Membership pool(String id) {
    for (Membership pool : pools) {
      if (Long.toString(pool.poolId()).equals(id)) {
        requireRole(pool);
        return pool;
      }
    }
    throw RefusedException.value(
        ErrorCode.UNKNOWN_POOL, "id", id, "must be a pool that this user is in");
  }

  private void requireRole(Membership pool) {
    if (!mayAct(pool)) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN,
          least
              .map(role -> "only a pool's " + role.name().toLowerCase(Locale.ROOT) + " may do this")
              .orElse("nobody may do this on a pool's account"));
    }
  }

  /** As {@link #account(String, String)}, but an operator may name any account. */
  public long accountToFund(String text, String field) {
    if (!isOperator()) {
      return account(text, field);
    }
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw RefusedException.value(ErrorCode.UNKNOWN_ACCOUNT, field, text, RULE);
    }
  }

  /**
   * What a caller came with.
   *
   * @param address the caller's, in numbers, as {@code http/PeerAddress} finds it
   * @param rayId names the request in the log
   * @param agent what the client calls itself; proves nothing
   * @param cookie the header as it was sent
   * @param claims of the token
   * @param scopes of the API key, when it was one
   * @param keyId 0 when it was no API key
   */
  public record Presented(
      String address,
      String rayId,
      String agent,
      Optional<String> cookie,
      Optional<Claims> claims,
      Optional<Set<Feature>> scopes,
      long keyId) {
    /** For what does not come through a door. */
    public static final Presented NOTHING = from("127.0.0.1");

    /** Leaves the cookie out, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
      return "Presented[" + address + ", " + claims + ", " + scopes + "]";
    }

    public static Presented from(String address) {
      return from(address, "", "", Optional.empty());
    }

    public static Presented from(
        String address, String rayId, String agent, Optional<String> cookie) {
      return new Presented(address, rayId, agent, cookie, Optional.empty(), Optional.empty(), 0);
    }

    public Presented with(Claims claims) {
      return new Presented(address, rayId, agent, cookie, Optional.of(claims), Optional.empty(), 0);
    }

    public Presented with(long keyId, Set<Feature> scopes) {
      return new Presented(
          address, rayId, agent, cookie, Optional.empty(), Optional.of(scopes), keyId);
    }

    /** What proved it, for people. */
    public String credential() {
      return keyId != 0 ? "key " + keyId : claims.map(of -> "session " + of.session()).orElse("");
    }

    /** Where the caller is, as tokens name it. */
    public String network() {
      return Networks.of(address);
    }

    /**
     * @throws RefusedException 403 when the caller came with something else than a token
     */
    public Claims requireToken() {
      return claims.orElseThrow(
          () -> RefusedException.of(ErrorCode.FORBIDDEN, "only who signed in may do this"));
    }
  }
}
