package io.ratel.gateway.identity.user;

import io.ratel.gateway.identity.PasswordCheck;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.Users;
import io.ratel.security.session.Session;
import io.ratel.security.session.Sessions;
import java.time.InstantSource;
import java.util.List;

/** Passwords changed by who has them, and set anew for who has lost them. */
public final class PasswordsResource {
  private record Changed(
      @Field(value = "At least 10 characters.", secret = true) String password) {}

  private record Reset(
      String id, @Field(value = "At least 10 characters.", secret = true) String password) {}

  private final Users users;
  private final PasswordCheck passwords;
  private final Sessions sessions;
  private final Barriers barriers;
  private final InstantSource clock;

  public PasswordsResource(
      Users users,
      PasswordCheck passwords,
      Sessions sessions,
      Barriers barriers,
      InstantSource clock) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.barriers = barriers;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.put(
                "changePassword",
                "/v1/me/password",
                "Gives the caller another password, and signs its other sessions out.")
            .needsDangerToken()
            .refuses(ErrorCode.TOO_MANY_REQUESTS)
            .answers(Changed.class, 204, Shape.nothing(), this::change),
        Operation.put(
                "resetPassword",
                "/v1/users/{id}/password",
                "Gives a person another password, and signs it out everywhere.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER, ErrorCode.TOO_MANY_REQUESTS)
            .answers(Reset.class, 204, Shape.nothing(), this::reset));
  }

  private Answer<Nothing> change(Changed request, Caller caller) {
    set(caller.userId(), request.password());
    String current = caller.presented().requireToken().session();
    List<String> others =
        sessions.of(caller.userId(), clock.instant()).stream()
            .map(Session::id)
            .filter(id -> !id.equals(current))
            .toList();
    if (!others.isEmpty()) {
      barriers.raise(Barrier.Kind.SESSION, others);
      others.forEach(id -> sessions.end(caller.userId(), id));
    }
    return new Answer<>(204, new Nothing());
  }

  private Answer<Nothing> reset(Reset request, Caller caller) {
    long id = UsersResource.number(request.id());
    if (users.findById(id).filter(user -> user.kind() == UserKind.PERSON).isEmpty()) {
      throw RefusedException.value(ErrorCode.UNKNOWN_USER, "id", request.id(), "must be a person");
    }
    set(id, request.password());
    barriers.raise(Barrier.Kind.USER, Long.toString(id));
    sessions.endAll(id);
    return new Answer<>(204, new Nothing());
  }

  private void set(long userId, String password) {
    NewUsers.requireLong(password);
    if (!users.setPassword(userId, passwords.hash(password))) {
      throw UsersResource.unknown(userId);
    }
  }
}
