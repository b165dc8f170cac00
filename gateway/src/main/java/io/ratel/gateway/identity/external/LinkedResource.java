package io.ratel.gateway.identity.external;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.external.ExternalAccounts;
import io.ratel.security.external.ExternalAccounts.Linked;
import io.ratel.security.identity.Users;
import io.ratel.security.passkey.Passkeys;
import java.time.Instant;
import java.util.List;

/** The accounts elsewhere that sign the caller in. */
public final class LinkedResource {
  private record LinkedAccount(String id, String issuer, String label, Instant linkedAt) {
    static LinkedAccount of(Linked linked) {
      return new LinkedAccount(
          Long.toString(linked.id()), linked.issuer(), linked.label(), linked.linkedAt());
    }
  }

  private record OneLink(String id) {}

  private final ExternalAccounts accounts;
  private final Users users;
  private final Passkeys passkeys;

  public LinkedResource(ExternalAccounts accounts, Users users, Passkeys passkeys) {
    this.accounts = accounts;
    this.users = users;
    this.passkeys = passkeys;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get(
                "listIdentities",
                "/v1/identities",
                "The accounts elsewhere that sign the caller in.")
            .answers(Nothing.class, 200, Shape.listOf(LinkedAccount.class), this::list),
        Operation.delete(
                "unlinkIdentity",
                "/v1/identities/{id}",
                "Does not take an account elsewhere any more.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_LINK, ErrorCode.LAST_WAY_IN)
            .answers(OneLink.class, 204, Shape.nothing(), this::unlink));
  }

  private Answer<Items<LinkedAccount>> list(Nothing query, Caller caller) {
    caller.presented().requireToken();
    return Answer.ok(
        Items.all(accounts.of(caller.userId()).stream().map(LinkedAccount::of).toList()));
  }

  private Answer<Nothing> unlink(OneLink request, Caller caller) {
    List<Linked> all = accounts.of(caller.userId());
    Linked wanted =
        all.stream()
            .filter(each -> Long.toString(each.id()).equals(request.id()))
            .findFirst()
            .orElseThrow(
                () ->
                    RefusedException.value(
                        ErrorCode.UNKNOWN_LINK, "id", request.id(), "must be one of this user"));
    boolean hasPassword =
        users.credentials(caller.userId()).flatMap(Users.Credentials::passwordHash).isPresent();
    if (all.size() == 1 && !hasPassword && passkeys.of(caller.userId()).isEmpty()) {
      throw RefusedException.of(
          ErrorCode.LAST_WAY_IN, "it is the only way in: add a passkey before it goes");
    }
    accounts.unlink(caller.userId(), wanted.id());
    return new Answer<>(204, new Nothing());
  }
}
