package io.ratel.gateway.rest;

import static io.ratel.gateway.operation.Permission.PUBLIC;
import static io.ratel.gateway.operation.Permission.SIGNED_IN;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.token.SignedToken;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenSigner;
import io.ratel.security.token.TokenVerifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out. */
public final class SessionsResource {
  /** Each check takes tens of milliseconds of a core and 19 MiB, so only a few run at once. */
  private static final int MAX_CHECKS = 4;

  private static final long WAIT_MS = 2_000;

  private record SignIn(String email, @Field(secret = true) String password) {}

  private record Renewal(
      @Field(secret = true, pattern = "[!-~]{1,1024}", rule = "must be a token")
          String outerToken) {}

  /**
   * @param token opens the doors until {@code expiresAt}
   * @param outerToken buys a new token for twelve hours
   * @param accountId the first account, null when there is none yet
   */
  private record Session(
      String token,
      String outerToken,
      Instant expiresAt,
      String userId,
      @Nullable String accountId) {}

  private final Users users;
  private final Passwords passwords;
  private final TokenSigner signer;
  private final TokenVerifier verifier;
  private final Supplier<String> keys;
  private final Semaphore checks = new Semaphore(MAX_CHECKS);

  public SessionsResource(
      Users users,
      Passwords passwords,
      TokenSigner signer,
      TokenVerifier verifier,
      Supplier<String> keys) {
    this.users = users;
    this.passwords = passwords;
    this.signer = signer;
    this.verifier = verifier;
    this.keys = keys;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post("signIn", "/v1/sessions", PUBLIC, "Signs in.")
            .refuses(ErrorCode.INVALID_CREDENTIALS, ErrorCode.TOO_MANY_REQUESTS)
            .answers(SignIn.class, 201, Shape.of(Session.class), this::signIn),
        Operation.post(
                "renewSession", "/v1/sessions/renew", PUBLIC, "A new token for an outer token.")
            .refuses(ErrorCode.UNAUTHENTICATED, ErrorCode.TOKEN_EXPIRED)
            .answers(Renewal.class, 201, Shape.of(Session.class), this::renew),
        Operation.get(
                "listKeys",
                "/.well-known/jwks.json",
                PUBLIC,
                "The public keys that tokens can be checked with (RFC 7517).")
            .answers(
                Nothing.class,
                200,
                Shape.text("application/json"),
                (query, caller) -> Answer.ok(keys.get())),
        Operation.delete(
                "signOut",
                "/v1/sessions",
                SIGNED_IN,
                "Signs out. Tokens end by themselves: forget both.")
            .answers(
                Nothing.class, 204, Shape.nothing(), (query, caller) -> new Answer<>(204, query)));
  }

  private Answer<Session> signIn(SignIn request, Caller nobody) {
    Optional<Users.Credentials> known = users.findByEmail(Users.canonical(request.email()));
    if (!matches(known.map(Users.Credentials::passwordHash), request.password())) {
      throw RefusedException.of(
          ErrorCode.INVALID_CREDENTIALS, "no user has this address and password");
    }
    long userId = known.orElseThrow().user().id();
    return session(userId, signer.sign(TokenKind.RENEWAL, userId).text());
  }

  private boolean matches(Optional<String> hash, String password) {
    try {
      if (!checks.tryAcquire(WAIT_MS, TimeUnit.MILLISECONDS)) {
        throw RefusedException.of(
            ErrorCode.TOO_MANY_REQUESTS, "too many sign-ins at once; try again shortly");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.of(ErrorCode.TIMED_OUT, "the sign-in took too long");
    }
    try {
      return passwords.matches(hash, password);
    } finally {
      checks.release();
    }
  }

  private Answer<Session> renew(Renewal request, Caller nobody) {
    return switch (verifier.check(request.outerToken(), TokenKind.RENEWAL)) {
      case TokenCheck.Valid valid -> {
        User user =
            users
                .findById(valid.claims().userId())
                .orElseThrow(
                    () ->
                        RefusedException.of(
                            ErrorCode.UNAUTHENTICATED, "the token's user does not exist"));
        yield session(user.id(), request.outerToken());
      }
      case TokenCheck.Refused refused ->
          throw refused.fault() == TokenFault.EXPIRED
              ? RefusedException.of(ErrorCode.TOKEN_EXPIRED, "the session is over; sign in again")
              : RefusedException.of(
                  ErrorCode.UNAUTHENTICATED, "the outer token is not one of ours");
    };
  }

  private Answer<Session> session(long userId, String outerToken) {
    SignedToken token = signer.sign(TokenKind.ACCESS, userId);
    List<Long> accounts = users.accountIds(userId);
    return Answer.created(
        new Session(
            token.text(),
            outerToken,
            token.expiresAt(),
            Long.toString(userId),
            accounts.isEmpty() ? null : Long.toString(accounts.getFirst())));
  }
}
