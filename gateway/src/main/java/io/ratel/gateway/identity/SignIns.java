package io.ratel.gateway.identity;

import io.ratel.gateway.access.AccessPorts;
import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.factor.Challenges;
import io.ratel.security.factor.Challenges.Challenge;
import io.ratel.security.factor.Challenges.Kind;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.session.Session;
import io.ratel.security.session.SignInMethod;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.Claims;
import io.ratel.security.token.SignedToken;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenSigner;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Where every way in ends. Safe for any thread; blocks. */
public final class SignIns {
  private static final String CHALLENGE = "challenge";
  private static final String PATH = "/v1/sessions";

  private final Users users;
  private final TokenSigner signer;
  private final AccessPorts access;
  private final IdentityPorts identity;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public SignIns(
      Users users,
      TokenSigner signer,
      AccessPorts access,
      IdentityPorts identity,
      AuditTrail audit,
      InstantSource clock,
      RandomGenerator random) {
    this.users = users;
    this.signer = signer;
    this.access = access;
    this.identity = identity;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Lets in who has proved the first factor.
   *
   * @throws RefusedException 401 with a challenge when a second factor is asked for
   */
  public Answer<WireSession> enter(User user, SignInMethod method, Caller nobody) {
    if (!identity.factors().isOn(user.id())) {
      return open(user, method, nobody);
    }
    String id = Challenges.id(random);
    Challenge challenge = new Challenge(Kind.SECOND_FACTOR, user.id(), method.name());
    if (!identity.challenges().open(id, challenge, clock.instant().plus(Challenges.LIFETIME))) {
      throw RefusedException.of(
          ErrorCode.TOO_MANY_REQUESTS, "too many sign-ins are open; try again shortly");
    }
    throw RefusedException.told(
        ErrorCode.SECOND_FACTOR_REQUIRED,
        "this user signs in with a second factor",
        CHALLENGE,
        id,
        "must be sent to POST /v1/sessions/factor with a code or a passkey within five minutes");
  }

  /**
   * Checks a proof; a wrong one is audited.
   *
   * @param userId whose it should be; 0 when that is not known
   */
  <T> T proving(Caller nobody, long userId, String operation, Supplier<T> proof) {
    try {
      return proof.get();
    } catch (RefusedException e) {
      audit.proof(nobody, userId, operation, PATH, false);
      throw e;
    }
  }

  /**
   * Whose second factor is asked for.
   *
   * @throws RefusedException 401 when the challenge is not open
   */
  long asked(String challenge) {
    return identity
        .challenges()
        .find(challenge, Kind.SECOND_FACTOR, clock.instant())
        .map(Challenge::userId)
        .orElseThrow(SignIns::notOpen);
  }

  /**
   * Lets in who has proved the second factor too.
   *
   * @throws RefusedException 401 when the challenge is not open
   */
  Answer<WireSession> proved(String challenge, Caller nobody) {
    Challenge taken =
        identity
            .challenges()
            .take(challenge, Kind.SECOND_FACTOR, clock.instant())
            .orElseThrow(SignIns::notOpen);
    return open(known(taken.userId()), SignInMethod.valueOf(taken.detail()), nobody);
  }

  private static RefusedException notOpen() {
    return RefusedException.field(
        ErrorCode.INVALID_CREDENTIALS, CHALLENGE, "must be one of the last five minutes, not used");
  }

  /**
   * Opens a session for who has proved everything.
   *
   * @throws RefusedException 401 for a user who may not come in
   */
  Answer<WireSession> open(User user, SignInMethod method, Caller nobody) {
    audit.proof(nobody, user.id(), "signIn", PATH, user.isActive());
    if (!user.isActive()) {
      throw RefusedException.of(ErrorCode.INVALID_CREDENTIALS, "this user is suspended");
    }
    String network = nobody.presented().network();
    SignedToken outer = signer.open(user.id(), network);
    Claims claims = claims(outer.text(), network);
    identity
        .sessions()
        .open(
            new Session(
                claims.session(),
                user.id(),
                method,
                nobody.presented().address(),
                nobody.presented().agent(),
                claims.issuedAt(),
                claims.issuedAt(),
                claims.expiresAt()));
    return session(user, outer.text(), claims, network);
  }

  /**
   * A new inner token for an outer one.
   *
   * @throws RefusedException 401
   */
  Answer<WireSession> renew(String outerToken, Caller nobody) {
    String network = nobody.presented().network();
    Claims outer = claims(outerToken, network);
    User user = known(outer.userId());
    if (!user.isActive()) {
      throw RefusedException.of(ErrorCode.TOKEN_EXPIRED, "the session is over: suspended");
    }
    identity.sessions().used(outer.session(), nobody.presented().address(), clock.instant());
    return session(user, outerToken, outer, network);
  }

  private Claims claims(String outerToken, String network) {
    return switch (access.tokens().check(outerToken, TokenKind.OUTER, network)) {
      case TokenCheck.Valid(Claims outer) -> outer;
      case TokenCheck.Refused(TokenFault fault) ->
          throw fault == TokenFault.EXPIRED || fault == TokenFault.BARRED
              ? RefusedException.of(ErrorCode.TOKEN_EXPIRED, "the session is over; sign in again")
              : RefusedException.of(
                  ErrorCode.UNAUTHENTICATED, "the outer token is not one of ours");
    };
  }

  /**
   * @throws RefusedException 401 when there is none any more
   */
  public User known(long userId) {
    return users
        .findById(userId)
        .orElseThrow(
            () ->
                RefusedException.of(ErrorCode.UNAUTHENTICATED, "the token's user does not exist"));
  }

  /** The inner token is for where the caller is now, whatever network the outer one came from. */
  private Answer<WireSession> session(User user, String outerToken, Claims outer, String network) {
    Bearer bearer = new Bearer(user.id(), outer.session(), network);
    SignedToken token = signer.sign(TokenKind.INNER, bearer, outer.expiresAt(), "");
    List<Long> accounts = users.accountIds(user.id());
    Optional<String> account = accounts.stream().findFirst().map(id -> Long.toString(id));
    return Answer.created(
        new WireSession(
            token.text(),
            outerToken,
            token.expiresAt(),
            Long.toString(user.id()),
            account.orElse(null)));
  }
}
