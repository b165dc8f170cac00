package io.ratel.gateway.identity;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.session.Session;
import io.ratel.security.session.Sessions;
import io.ratel.security.session.SignInMethod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Signing in, staying signed in, signing out. */
public final class SessionsResource {
  private record SignIn(String email, @Field(secret = true) String password) {}

  private record Factor(
      @Field(
              value = "As the first step gave it.",
              pattern = "[A-Za-z0-9_-]{43}",
              rule = "must be a challenge")
          String challenge,
      @Field(value = "Of the authenticator, or a recovery code.", secret = true)
          Optional<String> code,
      @Field("The answer to POST /v1/passkeys/challenge.") Optional<PasskeyAnswer> passkey) {}

  private record ByPasskey(PasskeyAnswer passkey) {}

  private record Renewal(
      @Field(secret = true, pattern = "[!-~]{1,1024}", rule = "must be a token")
          String outerToken) {}

  private record OneSession(
      @Field(pattern = "[A-Za-z0-9_-]{1,64}", rule = "must be the id of a session") String id) {}

  /**
   * @param current whether it is the one that asks
   * @param device what the client calls itself
   */
  private record ListedSession(
      String id,
      boolean current,
      String method,
      String address,
      String device,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt) {}

  private final Users users;
  private final PasswordCheck passwords;
  private final SignIns signIns;
  private final Proofs proofs;
  private final Sessions sessions;
  private final Barriers barriers;
  private final InstantSource clock;

  public SessionsResource(
      Users users,
      PasswordCheck passwords,
      SignIns signIns,
      Proofs proofs,
      Sessions sessions,
      Barriers barriers,
      InstantSource clock) {
    this.users = users;
    this.passwords = passwords;
    this.signIns = signIns;
    this.proofs = proofs;
    this.sessions = sessions;
    this.barriers = barriers;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post("signIn", "/v1/sessions", "Signs in.")
            .refuses(
                ErrorCode.INVALID_CREDENTIALS,
                ErrorCode.SECOND_FACTOR_REQUIRED,
                ErrorCode.TOO_MANY_REQUESTS,
                ErrorCode.AUDIT_UNAVAILABLE)
            .answers(SignIn.class, 201, Shape.of(WireSession.class), this::signIn),
        Operation.post(
                "proveFactor",
                "/v1/sessions/factor",
                "The second step of a sign-in: the challenge of the first with a code or passkey.")
            .refuses(
                ErrorCode.INVALID_CREDENTIALS,
                ErrorCode.TOO_MANY_REQUESTS,
                ErrorCode.AUDIT_UNAVAILABLE)
            .answers(Factor.class, 201, Shape.of(WireSession.class), this::prove),
        Operation.post("signInWithPasskey", "/v1/sessions/passkey", "Signs in with a passkey.")
            .refuses(ErrorCode.INVALID_CREDENTIALS, ErrorCode.AUDIT_UNAVAILABLE)
            .answers(ByPasskey.class, 201, Shape.of(WireSession.class), this::byPasskey),
        Operation.post("renewSession", "/v1/sessions/renew", "A new token for an outer token.")
            .refuses(ErrorCode.UNAUTHENTICATED, ErrorCode.TOKEN_EXPIRED)
            .answers(Renewal.class, 201, Shape.of(WireSession.class), this::renew),
        Operation.post(
                "mintInner",
                "/v1/tokens/inner",
                "A new inner token for an outer token, as renewSession gives it.")
            .refuses(ErrorCode.UNAUTHENTICATED, ErrorCode.TOKEN_EXPIRED)
            .answers(Renewal.class, 201, Shape.of(WireSession.class), this::renew),
        Operation.get("listSessions", "/v1/sessions", "Where the caller is signed in.")
            .answers(Nothing.class, 200, Shape.listOf(ListedSession.class), this::list),
        Operation.delete(
                "signOut",
                "/v1/sessions",
                "Signs out: every token of this session is void on every node.")
            .answers(Nothing.class, 204, Shape.nothing(), this::signOut),
        Operation.delete(
                "signOutEverywhere",
                "/v1/sessions/all",
                "Signs out everywhere: every token of the caller is void on every node.")
            .answers(Nothing.class, 204, Shape.nothing(), this::signOutEverywhere),
        Operation.delete(
                "endSession", "/v1/sessions/{id}", "Signs another session of the caller out.")
            .refuses(ErrorCode.UNKNOWN_SESSION)
            .answers(OneSession.class, 204, Shape.nothing(), this::end));
  }

  private Answer<WireSession> signIn(SignIn request, Caller nobody) {
    Optional<Users.Credentials> known = users.findByEmail(Users.canonical(request.email()));
    long whose = known.map(of -> of.user().id()).orElse(0L);
    User user =
        signIns.proving(nobody, whose, "signIn", () -> requirePassword(known, request.password()));
    return signIns.enter(user, SignInMethod.PASSWORD, nobody);
  }

  private User requirePassword(Optional<Users.Credentials> known, String password) {
    if (!passwords.matches(known.flatMap(Users.Credentials::passwordHash), password)) {
      throw RefusedException.of(
          ErrorCode.INVALID_CREDENTIALS, "no user has this address and password");
    }
    return known.orElseThrow().user();
  }

  private Answer<WireSession> prove(Factor request, Caller nobody) {
    long userId = signIns.asked(request.challenge());
    if (request.code().isPresent() == request.passkey().isPresent()) {
      throw RefusedException.field(
          ErrorCode.INVALID_FIELD, "code", "must be there, or passkey must, and not both");
    }
    signIns.proving(
        nobody,
        userId,
        "proveFactor",
        () -> {
          request.code().ifPresent(code -> proofs.requireCode(userId, code));
          request.passkey().ifPresent(answer -> proofs.requirePasskey(userId, answer));
          return userId;
        });
    return signIns.proved(request.challenge(), nobody);
  }

  /** The device has made sure who uses it: that is two factors in one. */
  private Answer<WireSession> byPasskey(ByPasskey request, Caller nobody) {
    long userId =
        signIns.proving(nobody, 0, "signInWithPasskey", () -> proofs.passkey(request.passkey()));
    return signIns.open(signIns.known(userId), SignInMethod.PASSKEY, nobody);
  }

  private Answer<WireSession> renew(Renewal request, Caller nobody) {
    return signIns.renew(request.outerToken(), nobody);
  }

  private Answer<Items<ListedSession>> list(Nothing query, Caller caller) {
    String current = caller.presented().requireToken().session();
    return Answer.ok(
        Items.all(
            sessions.of(caller.userId(), clock.instant()).stream()
                .map(each -> listed(each, current))
                .toList()));
  }

  private static ListedSession listed(Session session, String current) {
    return new ListedSession(
        session.id(),
        session.id().equals(current),
        session.method().label(),
        session.address(),
        session.device(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt());
  }

  private Answer<Nothing> signOut(Nothing query, Caller caller) {
    String session = caller.presented().requireToken().session();
    barriers.raise(Barrier.Kind.SESSION, session);
    sessions.end(caller.userId(), session);
    return new Answer<>(204, query);
  }

  private Answer<Nothing> signOutEverywhere(Nothing query, Caller caller) {
    barriers.raise(Barrier.Kind.USER, Long.toString(caller.userId()));
    sessions.endAll(caller.userId());
    return new Answer<>(204, query);
  }

  private Answer<Nothing> end(OneSession request, Caller caller) {
    boolean own =
        sessions.of(caller.userId(), clock.instant()).stream()
            .anyMatch(session -> session.id().equals(request.id()));
    if (!own) {
      throw RefusedException.value(
          ErrorCode.UNKNOWN_SESSION, "id", request.id(), "must be a session of this user");
    }
    barriers.raise(Barrier.Kind.SESSION, request.id());
    sessions.end(caller.userId(), request.id());
    return new Answer<>(204, new Nothing());
  }
}
