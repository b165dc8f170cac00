package io.ratel.gateway.request;

import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.AccountViews.AccountView;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.model.order.RejectReason;

/** Accounts as they stand after what their owners were told. */
public record KnownAccounts(AccountViews accounts, Acknowledged acknowledged) {
  /**
   * @throws RefusedException when the tables have no such account
   */
  public AccountView get(long accountId) {
    acknowledged.await(accountId);
    return accounts
        .account(accountId)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_ACCOUNT,
                    "id",
                    Long.toString(accountId),
                    RejectReason.UNKNOWN_ACCOUNT.rule()));
  }
}
