package io.ratel.gateway.identity.user;

import io.ratel.gateway.identity.IdentityPorts;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Cursor;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.identity.License;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserRegister;
import io.ratel.security.identity.UserRegister.Change;
import io.ratel.security.identity.UserState;
import io.ratel.security.passkey.Passkeys;
import io.ratel.security.session.Sessions;
import java.util.List;
import java.util.Optional;

/** Users, for those who run the platform. */
public final class UsersResource {
  private record ListUsers(
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit,
      @Field("The next of an earlier page.") Optional<String> cursor) {}

  private record AddUser(
      @Field("A person when left out; a service has API keys and cannot sign in.")
          Optional<UserKind> kind,
      @Field("A trader when left out.") Optional<Role> role,
      @Field(
              value = "Of a person.",
              pattern = NewUsers.EMAIL,
              rule = NewUsers.EMAIL_RULE,
              personal = true)
          Optional<String> email,
      @Field(value = "Of a person, at least 10 characters.", secret = true)
          Optional<String> password,
      @Field(
              value = "Of a service; a person may have one too.",
              pattern = "\\S(.{0,78}\\S)?",
              rule = "must be 1 to 80 characters, none of them a space at an end",
              personal = true)
          Optional<String> name) {}

  private record OneUser(String id) {}

  private record NewState(String id, UserState state) {}

  private record NewLicense(String id, License license) {}

  private record NewRole(String id, Role role) {}

  private final UserRegister register;
  private final NewUsers newUsers;
  private final Barriers barriers;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Passkeys passkeys;

  public UsersResource(
      UserRegister register, NewUsers newUsers, Barriers barriers, IdentityPorts identity) {
    this.register = register;
    this.newUsers = newUsers;
    this.barriers = barriers;
    this.sessions = identity.sessions();
    this.factors = identity.factors();
    this.passkeys = identity.passkeys().passkeys();
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("listUsers", "/v1/users", "All users, the oldest first.")
            .answers(ListUsers.class, 200, Shape.listOf(WireUser.class), this::list),
        Operation.post("createUser", "/v1/users", "Adds a person or a service.")
            .needsDangerToken()
            .refuses(ErrorCode.ADDRESS_TAKEN, ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(AddUser.class, 201, Shape.of(WireUser.class), this::create),
        Operation.put(
                "setUserState",
                "/v1/users/{id}/state",
                "Suspends a user: tokens are void, keys do not work, no sign-in; or lets it in"
                    + " again.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER, ErrorCode.FORBIDDEN)
            .answers(NewState.class, 200, Shape.of(WireUser.class), this::state),
        Operation.put("setUserRole", "/v1/users/{id}/role", "Says what a user may do.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER, ErrorCode.FORBIDDEN)
            .answers(NewRole.class, 200, Shape.of(WireUser.class), this::role),
        Operation.put("setLicense", "/v1/users/{id}/license", "Says what a user has paid for.")
            .refuses(ErrorCode.UNKNOWN_USER)
            .answers(NewLicense.class, 200, Shape.of(WireUser.class), this::license),
        Operation.delete(
                "resetFactors",
                "/v1/users/{id}/factors",
                "Takes second factor and passkeys from a user who has lost them, and signs it"
                    + " out.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_USER)
            .answers(OneUser.class, 204, Shape.nothing(), this::reset));
  }

  private Answer<Items<WireUser>> list(ListUsers query, Caller caller) {
    int limit = query.limit().orElse(Cursor.DEFAULT_LIMIT);
    List<User> found = register.list(Cursor.before(query.cursor()).orElse(0L), limit + 1);
    List<WireUser> page = found.stream().limit(limit).map(WireUser::of).toList();
    return Answer.ok(new Items<>(page, found.size() > limit ? page.getLast().id() : null));
  }

  private Answer<WireUser> create(AddUser request, Caller caller) {
    Role role = request.role().orElse(Role.TRADER);
    if (request.kind().orElse(UserKind.PERSON) == UserKind.SERVICE) {
      if (request.email().isPresent() || request.password().isPresent()) {
        throw RefusedException.field(
            ErrorCode.INVALID_FIELD, "password", "must not be there: a service cannot sign in");
      }
      return Answer.created(WireUser.of(newUsers.service(required("name", request.name()), role)));
    }
    return Answer.created(
        WireUser.of(
            newUsers.person(
                required("email", request.email()),
                request.name().orElse(""),
                role,
                required("password", request.password()))));
  }

  private static String required(String field, Optional<String> value) {
    return value.orElseThrow(
        () -> RefusedException.field(ErrorCode.MISSING_FIELD, field, "must be present"));
  }

  private Answer<WireUser> state(NewState request, Caller caller) {
    long id = other(request.id(), caller);
    User user = change(id, Optional.empty(), Optional.of(request.state()), Optional.empty());
    if (!user.isActive()) {
      signOut(id);
    }
    return Answer.ok(WireUser.of(user));
  }

  /** Tokens are made anew, and know what has changed. */
  private Answer<WireUser> role(NewRole request, Caller caller) {
    long id = other(request.id(), caller);
    User user = change(id, Optional.of(request.role()), Optional.empty(), Optional.empty());
    barriers.raise(Barrier.Kind.ACCESS, Long.toString(id));
    return Answer.ok(WireUser.of(user));
  }

  private Answer<WireUser> license(NewLicense request, Caller caller) {
    long id = number(request.id());
    return Answer.ok(
        WireUser.of(
            change(id, Optional.empty(), Optional.empty(), Optional.of(request.license()))));
  }

  private User change(
      long id, Optional<Role> role, Optional<UserState> state, Optional<License> license) {
    return register.change(id, new Change(role, state, license)).orElseThrow(() -> unknown(id));
  }

  private Answer<Nothing> reset(OneUser request, Caller caller) {
    long id = number(request.id());
    change(id, Optional.empty(), Optional.empty(), Optional.empty());
    factors.remove(id);
    passkeys.of(id).forEach(each -> passkeys.delete(id, each.passkey().id()));
    signOut(id);
    return new Answer<>(204, new Nothing());
  }

  private void signOut(long userId) {
    barriers.raise(Barrier.Kind.USER, Long.toString(userId));
    sessions.endAll(userId);
  }

  /** Nobody locks itself out, so an operator is always left. */
  private static long other(String text, Caller caller) {
    long id = number(text);
    if (id == caller.userId()) {
      throw RefusedException.value(
          ErrorCode.FORBIDDEN, "id", text, "must be another user: nobody does this to itself");
    }
    return id;
  }

  static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_USER, "id", text, "must be the number of a user");
    }
  }

  static RefusedException unknown(long id) {
    return RefusedException.value(
        ErrorCode.UNKNOWN_USER, "id", Long.toString(id), "must be the number of a user");
  }
}
