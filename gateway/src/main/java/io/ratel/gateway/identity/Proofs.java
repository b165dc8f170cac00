package io.ratel.gateway.identity;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.identity.Users.Credentials;
import io.ratel.security.passkey.PasskeyCheck;
import io.ratel.security.passkey.RelyingParty;
import io.ratel.security.session.Session;
import io.ratel.security.session.Sessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether it is still the user who asks. Safe for any thread; blocks. */
public final class Proofs {
  /** Who has nothing else to show must have signed in so lately. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** What was sent as a proof; one of them at most. */
  record Sent(Optional<String> password, Optional<String> code, Optional<PasskeyAnswer> passkey) {
    Sent {
      long given = Stream.of(password, code, passkey).filter(Optional::isPresent).count();
      if (given > 1) {
        throw RefusedException.field(
            ErrorCode.INVALID_FIELD, "code", "must be the only one of password, code and passkey");
      }
    }
  }

  private final PasswordCheck passwords;
  private final SecondFactors factors;
  private final RelyingParty passkeys;
  private final Sessions sessions;
  private final InstantSource clock;

  public Proofs(PasswordCheck passwords, IdentityPorts identity, InstantSource clock) {
    this.passwords = passwords;
    this.factors = identity.factors();
    this.passkeys = identity.passkeys();
    this.sessions = identity.sessions();
    this.clock = clock;
  }

  /**
   * Before something dangerous: the factor of who has one, else the password again, else a sign-in
   * of just now.
   *
   * @param session that asks
   * @throws RefusedException 401, or 429 after too many wrong codes
   */
  void require(Credentials user, Sent sent, String session) {
    long id = user.user().id();
    if (sent.code().isPresent()) {
      requireCode(id, sent.code().get());
    } else if (sent.passkey().isPresent()) {
      requirePasskey(id, sent.passkey().get());
    } else if (hasFactor(id)) {
      throw RefusedException.of(
          ErrorCode.SECOND_FACTOR_REQUIRED, "this user proves itself with a code or a passkey");
    } else if (user.passwordHash().isPresent()) {
      requirePassword(user.passwordHash(), sent.password());
    } else {
      requireFresh(session);
    }
  }

  private boolean hasFactor(long userId) {
    return factors.isOn(userId) || !passkeys.passkeys().of(userId).isEmpty();
  }

  private void requirePassword(Optional<String> hash, Optional<String> password) {
    if (password.isEmpty()) {
      throw RefusedException.field(ErrorCode.MISSING_FIELD, "password", "must be present");
    }
    if (!passwords.matches(hash, password.get())) {
      throw RefusedException.of(ErrorCode.INVALID_CREDENTIALS, "this is not the password");
    }
  }

  private void requireFresh(String session) {
    Optional<Session> here = sessions.find(session, clock.instant());
    if (here.isEmpty() || here.get().createdAt().plus(FRESH).isBefore(clock.instant())) {
      throw RefusedException.of(
          ErrorCode.INVALID_CREDENTIALS,
          "this user has neither password nor factor: sign in again and repeat it within five"
              + " minutes");
    }
  }

  /**
   * @throws RefusedException 401, or 429 after too many wrong ones
   */
  void requireCode(long userId, String code) {
    switch (factors.prove(userId, code)) {
      case PROVEN -> {}
      case WRONG ->
          throw RefusedException.of(
              ErrorCode.INVALID_CREDENTIALS, "this is not the code of now, or it was used before");
      case LOCKED ->
          throw RefusedException.of(
              ErrorCode.TOO_MANY_REQUESTS, "too many wrong codes: try again later, or a passkey");
    }
  }

  /**
   * @throws RefusedException 401
   */
  void requirePasskey(long userId, PasskeyAnswer answer) {
    if (passkey(answer) != userId) {
      throw RefusedException.of(
          ErrorCode.INVALID_CREDENTIALS, "the passkey was refused: it is another user's");
    }
  }

  /**
   * Whose passkey it is.
   *
   * @throws RefusedException 401
   */
  long passkey(PasskeyAnswer answer) {
    return switch (passkeys.check(answer.assertion())) {
      case PasskeyCheck.Proven proven -> proven.passkey().userId();
      case PasskeyCheck.Refused refused ->
          throw RefusedException.of(
              ErrorCode.INVALID_CREDENTIALS,
              "the passkey was refused: " + refused.fault().meaning());
    };
  }
}
