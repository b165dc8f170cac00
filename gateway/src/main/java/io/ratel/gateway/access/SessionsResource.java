package io.ratel.gateway.access;

import static io.ratel.gateway.operation.Permission.PUBLIC;
import static io.ratel.gateway.operation.Permission.SIGNED_IN;

import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.identity.Passwords;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.Claims;
import io.ratel.security.token.Purpose;
import io.ratel.security.token.SignedToken;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenSigner;
import java.time.Instant;
import java.util.HexFormat;
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

  private record Deed(
      @Field("The operation's name in this document.") String operation,
      @Field("The path of the request, as it will be sent.") String resource,
      @Field(
              value = "SHA-256 of the body that will be sent, in hexadecimal; of nothing for none.",
              pattern = "[0-9a-f]{64}",
              rule = "must be 64 hexadecimal digits")
          String bodySha256,
      @Field(secret = true) String password) {}

  private record StreamOrigin(
      @Field(
              value = "The origin of the page that will connect; left out by what is no page.",
              pattern = "[!-~]{1,256}",
              rule = "must be an origin")
          Optional<String> origin) {}

  private record Minted(String token, Instant expiresAt) {}

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
  private final AccessPorts access;
  private final Supplier<String> keys;
  private final AuditTrail audit;
  private final Semaphore checks = new Semaphore(MAX_CHECKS);

  public SessionsResource(
      Users users,
      Passwords passwords,
      TokenSigner signer,
      AccessPorts access,
      Supplier<String> keys,
      AuditTrail audit) {
    this.users = users;
    this.passwords = passwords;
    this.signer = signer;
    this.access = access;
    this.keys = keys;
    this.audit = audit;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post("signIn", "/v1/sessions", PUBLIC, "Signs in.")
            .refuses(
                ErrorCode.INVALID_CREDENTIALS,
                ErrorCode.TOO_MANY_REQUESTS,
                ErrorCode.AUDIT_UNAVAILABLE)
            .answers(SignIn.class, 201, Shape.of(Session.class), this::signIn),
        Operation.post(
                "renewSession", "/v1/sessions/renew", PUBLIC, "A new token for an outer token.")
            .refuses(ErrorCode.UNAUTHENTICATED, ErrorCode.TOKEN_EXPIRED)
            .answers(Renewal.class, 201, Shape.of(Session.class), this::renew),
        Operation.post(
                "mintInner",
                "/v1/tokens/inner",
                PUBLIC,
                "A new inner token for an outer token, as renewSession gives it.")
            .refuses(ErrorCode.UNAUTHENTICATED, ErrorCode.TOKEN_EXPIRED)
            .answers(Renewal.class, 201, Shape.of(Session.class), this::renew),
        Operation.post(
                "mintDanger",
                "/v1/tokens/danger",
                SIGNED_IN,
                "A token for one dangerous request, after the password again; it works once,"
                    + " within ten minutes, in the header "
                    + Operation.DANGER_HEADER
                    + ".")
            .refuses(
                ErrorCode.INVALID_CREDENTIALS,
                ErrorCode.TOO_MANY_REQUESTS,
                ErrorCode.AUDIT_UNAVAILABLE)
            .answers(Deed.class, 201, Shape.of(Minted.class), this::danger),
        Operation.post(
                "mintStream",
                "/v1/tokens/stream",
                SIGNED_IN,
                "A token that opens one socket within a minute, for the origin that asks.")
            .answers(StreamOrigin.class, 201, Shape.of(Minted.class), this::stream),
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
                "Signs out: every token of this session is void on every node.")
            .answers(Nothing.class, 204, Shape.nothing(), this::signOut),
        Operation.delete(
                "signOutEverywhere",
                "/v1/sessions/all",
                SIGNED_IN,
                "Signs out everywhere: every token of the caller is void on every node.")
            .answers(Nothing.class, 204, Shape.nothing(), this::signOutEverywhere));
  }

  private Answer<Nothing> signOut(Nothing query, Caller caller) {
    String session = caller.presented().requireToken().session();
    access.barriers().raise(Barrier.Kind.SESSION, session);
    return new Answer<>(204, query);
  }

  private Answer<Nothing> signOutEverywhere(Nothing query, Caller caller) {
    access.barriers().raise(Barrier.Kind.USER, Long.toString(caller.userId()));
    return new Answer<>(204, query);
  }

  private Answer<Minted> danger(Deed deed, Caller caller) {
    Claims inner = caller.presented().requireToken();
    User user = known(caller.userId());
    Optional<Users.Credentials> credentials = users.findByEmail(user.email());
    boolean good = matches(credentials.map(Users.Credentials::passwordHash), deed.password());
    audit.proof(caller, user.id(), "mintDanger", deed.resource(), good);
    if (!good) {
      throw RefusedException.of(ErrorCode.INVALID_CREDENTIALS, "this is not the password");
    }
    String purpose =
        Purpose.ofHash(
            deed.operation(), deed.resource(), HexFormat.of().parseHex(deed.bodySha256()));
    return Answer.created(
        minted(signer.sign(TokenKind.DANGER, inner.bearer(), inner.expiresAt(), purpose)));
  }

  private Answer<Minted> stream(StreamOrigin request, Caller caller) {
    Claims inner = caller.presented().requireToken();
    String purpose = StreamTokens.purpose(request.origin().orElse(""), inner.expiresAt());
    return Answer.created(
        minted(signer.sign(TokenKind.STREAM, inner.bearer(), inner.expiresAt(), purpose)));
  }

  private static Minted minted(SignedToken token) {
    return new Minted(token.text(), token.expiresAt());
  }

  private User known(long userId) {
    return users
        .findById(userId)
        .orElseThrow(
            () ->
                RefusedException.of(ErrorCode.UNAUTHENTICATED, "the token's user does not exist"));
  }

  private Answer<Session> signIn(SignIn request, Caller nobody) {
    Optional<Users.Credentials> known = users.findByEmail(Users.canonical(request.email()));
    boolean good = matches(known.map(Users.Credentials::passwordHash), request.password());
    long whose = known.map(of -> of.user().id()).orElse(0L);
    audit.proof(nobody, whose, "signIn", "/v1/sessions", good);
    if (!good) {
      throw RefusedException.of(
          ErrorCode.INVALID_CREDENTIALS, "no user has this address and password");
    }
    String network = nobody.presented().network();
    SignedToken outer = signer.open(known.orElseThrow().user().id(), network);
    return renew(new Renewal(outer.text()), nobody);
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
    String network = nobody.presented().network();
    return switch (access.tokens().check(request.outerToken(), TokenKind.OUTER, network)) {
      case TokenCheck.Valid(Claims outer) ->
          session(known(outer.userId()), request.outerToken(), outer, network);
      case TokenCheck.Refused refused ->
          throw refused.fault() == TokenFault.EXPIRED || refused.fault() == TokenFault.BARRED
              ? RefusedException.of(ErrorCode.TOKEN_EXPIRED, "the session is over; sign in again")
              : RefusedException.of(
                  ErrorCode.UNAUTHENTICATED, "the outer token is not one of ours");
    };
  }

  /** The inner token is for where the caller is now, whatever network the outer one came from. */
  private Answer<Session> session(User user, String outerToken, Claims outer, String network) {
    Bearer bearer = new Bearer(user.id(), outer.session(), network);
    SignedToken token = signer.sign(TokenKind.INNER, bearer, outer.expiresAt(), "");
    List<Long> accounts = users.accountIds(user.id());
    return Answer.created(
        new Session(
            token.text(),
            outerToken,
            token.expiresAt(),
            Long.toString(user.id()),
            accounts.isEmpty() ? null : Long.toString(accounts.getFirst())));
  }
}
