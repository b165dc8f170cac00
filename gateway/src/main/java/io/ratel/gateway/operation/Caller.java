package io.ratel.gateway.operation;

import io.ratel.security.identity.Role;
import java.util.List;
import java.util.Optional;

/**
 * Who is calling.
 *
 * @param userId 0 for nobody
 * @param accountIds the user's own, the first one first
 */
public record Caller(long userId, Role role, List<Long> accountIds) {
  /** Someone who did not sign in, or did not need to. */
  public static final Caller NOBODY = new Caller(0, Role.TRADER, List.of());

  private static final String RULE = "must be an account of this user";

  public Caller {
    accountIds = List.copyOf(accountIds);
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
}
