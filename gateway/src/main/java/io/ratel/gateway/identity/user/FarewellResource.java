package io.ratel.gateway.identity.user;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.UserRegister;
import io.ratel.security.identity.UserRegister.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Joining, where it is open to all, and leaving for good. */
public final class FarewellResource {
  private record Joining(
      @Field(pattern = NewUsers.EMAIL, rule = NewUsers.EMAIL_RULE) String email,
      @Field(value = "At least 10 characters.", secret = true) String password) {}

  private record OneUser(String id) {}

  private record RemovedRows(String table, int rows) {}

  /**
   * What is left of a deleted user.
   *
   * @param accountIds what the ledger keeps, under a number that names nobody
   */
  private record Deletion(
      String userId, List<String> accountIds, Instant deletedAt, List<RemovedRows> removed) {
    static Deletion of(Receipt receipt) {
      return new Deletion(
          Long.toString(receipt.userId()),
          receipt.accountIds().stream().map(id -> Long.toString(id)).toList(),
          receipt.deletedAt(),
          receipt.removed().entrySet().stream()
              .map(each -> new RemovedRows(each.getKey(), each.getValue()))
              .toList());
    }
  }

  private final Farewells farewells;
  private final UserRegister register;
  private final NewUsers newUsers;
  private final boolean openRegistration;

  public FarewellResource(
      Farewells farewells, UserRegister register, NewUsers newUsers, boolean openRegistration) {
    this.farewells = farewells;
    this.register = register;
    this.newUsers = newUsers;
    this.openRegistration = openRegistration;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post("register", "/v1/users/register", "Joins, where all may.")
            .refuses(ErrorCode.NOT_OFFERED, ErrorCode.ADDRESS_TAKEN, ErrorCode.TOO_MANY_REQUESTS)
            .answers(Joining.class, 201, Shape.of(WireUser.class), this::join),
        Operation.delete(
                "deleteMe",
                "/v1/me",
                "Deletes the caller and everything personal; the accounts must be empty.")
            .needsDangerToken()
            .refuses(ErrorCode.ACCOUNTS_NOT_EMPTY)
            .answers(
                Nothing.class,
                200,
                Shape.of(Deletion.class),
                (query, caller) -> deleted(caller.userId())),
        Operation.delete(
                "deleteUser",
                "/v1/users/{id}",
                "Deletes a user and everything personal; the accounts must be empty.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER, ErrorCode.ACCOUNTS_NOT_EMPTY, ErrorCode.FORBIDDEN)
            .answers(OneUser.class, 200, Shape.of(Deletion.class), this::deleteUser),
        Operation.get("getDeletion", "/v1/deletions/{id}", "The receipt of a user's deletion.")
            .refuses(ErrorCode.UNKNOWN_USER)
            .answers(OneUser.class, 200, Shape.of(Deletion.class), this::receipt));
  }

  private Answer<WireUser> join(Joining request, Caller nobody) {
    if (!openRegistration) {
      throw RefusedException.of(ErrorCode.NOT_OFFERED, "users are added by who runs the platform");
    }
    return Answer.created(
        WireUser.of(newUsers.person(request.email(), "", Role.TRADER, request.password())));
  }

  private Answer<Deletion> deleteUser(OneUser request, Caller caller) {
    long id = UsersResource.number(request.id());
    if (id == caller.userId()) {
      throw RefusedException.value(
          ErrorCode.FORBIDDEN, "id", request.id(), "must be another user: see DELETE /v1/me");
    }
    return deleted(id);
  }

  private Answer<Deletion> deleted(long userId) {
    return Answer.ok(Deletion.of(farewells.delete(userId)));
  }

  private Answer<Deletion> receipt(OneUser request, Caller caller) {
    long id = UsersResource.number(request.id());
    Optional<Receipt> receipt = register.receipt(id);
    return Answer.ok(Deletion.of(receipt.orElseThrow(() -> UsersResource.unknown(id))));
  }
}
