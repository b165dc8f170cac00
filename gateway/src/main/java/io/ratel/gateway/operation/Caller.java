package io.ratel.gateway.operation;

import io.ratel.security.identity.Role;
import io.ratel.security.permission.Feature;
import io.ratel.security.token.Claims;
import io.ratel.security.token.Networks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling.
 *
 * @param userId 0 for nobody
 * @param accountIds the user's own, the first one first
 * @param presented what proved it
 */
public record Caller(long userId, Role role, List<Long> accountIds, Presented presented) {
  /** Someone who did not sign in, or did not need to. */
  public static final Caller NOBODY = new Caller(0, Role.TRADER, List.of(), Presented.NOTHING);

  private static final String RULE = "must be an account of this user";

  public Caller {
    accountIds = List.copyOf(accountIds);
  }

  /** The same one, who came with this. */
  public Caller with(Presented other) {
    return new Caller(userId, role, accountIds, other);
  }

  /** What the table of permissions asks for; empty when nobody signed in. */
  Optional<Role> platformRole() {
    return userId == 0 ? Optional.empty() : Optional.of(role);
  }

  public boolean isOperator() {
    return userId != 0 && role == Role.OPERATOR;
  }

  /**
   * One of the caller's own accounts: the named one, or the first when none is named.
   *
   * @throws RefusedException when it is not the caller's, in the same words as when it does not
   *     exist
   */
  public long account(Optional<String> accountId) {
    if (accountId.isEmpty()) {
      if (accountIds.isEmpty()) {
        throw RefusedException.of(ErrorCode.UNKNOWN_ACCOUNT, "this user has no account yet");
      }
      return accountIds.getFirst();
    }
    return account(accountId.get(), "accountId");
  }

  /** As {@link #account(Optional)}, for a request's field of this name. */
  public long account(String text, String field) {
    for (long own : accountIds) {
      if (Long.toString(own).equals(text)) {
        return own;
      }
    }
    throw RefusedException.value(ErrorCode.UNKNOWN_ACCOUNT, field, text, RULE);
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
   * @param address the peer's, in numbers; headers that claim another are not looked at
   * @param agent what the client calls itself; proves nothing
   * @param cookie the header as it was sent
   * @param claims of the token
   * @param scopes of the API key, when it was one
   */
  public record Presented(
      String address,
      String agent,
      Optional<String> cookie,
      Optional<Claims> claims,
      Optional<Set<Feature>> scopes) {
    /** Leaves the cookie out, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
      return "Presented[" + address + ", " + claims + ", " + scopes + "]";
    }

    /** For what does not come through a door. */
    public static final Presented NOTHING = from("127.0.0.1");

    public static Presented from(String address) {
      return from(address, "", Optional.empty());
    }

    public static Presented from(String address, String agent, Optional<String> cookie) {
      return new Presented(address, agent, cookie, Optional.empty(), Optional.empty());
    }

    public Presented with(Claims claims) {
      return new Presented(address, agent, cookie, Optional.of(claims), Optional.empty());
    }

    public Presented with(Set<Feature> scopes) {
      return new Presented(address, agent, cookie, Optional.empty(), Optional.of(scopes));
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
