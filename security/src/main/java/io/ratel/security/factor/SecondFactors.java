package io.ratel.security.factor;

import io.ratel.security.factor.Factors.Authenticator;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.Secrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Sets up authenticators and checks their codes. Safe for any thread; calls may block. */
public final class SecondFactors {
  /** What the app shows before the account. */
  private static final String ISSUER = "Ratel";

  private static final String NAME = "factor/totp";

  /** What became of a code. */
  public enum Outcome {
    PROVEN,
    WRONG,
    /** It was not looked at: there were too many wrong ones. */
    LOCKED
  }

  /**
   * A new authenticator, not asked for until its first code was right.
   *
   * @param secret in base32, to be typed
   * @param uri {@code otpauth://…}, to be scanned
   */
  public record Enrolment(String secret, String uri) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  /**
   * How a user proves itself.
   *
   * @param since empty when no authenticator is asked for
   */
  public record Status(Optional<Instant> since, int recoveryCodesLeft) {}

  private final Factors factors;
  private final Secrets secrets;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public SecondFactors(
      Factors factors, Secrets secrets, InstantSource clock, RandomGenerator random) {
    this.factors = factors;
    this.secrets = secrets;
    this.clock = clock;
    this.random = random;
  }

  private static Place place(long userId) {
    return new Place(new Owner(Owner.Kind.USER, Long.toString(userId)), NAME);
  }

  /** Whether a code is asked for. */
  public boolean isOn(long userId) {
    return factors.authenticator(userId).flatMap(Authenticator::confirmedAt).isPresent();
  }

  public Status status(long userId) {
    Optional<Instant> since = factors.authenticator(userId).flatMap(Authenticator::confirmedAt);
    return new Status(since, since.isPresent() ? factors.recoveryLeft(userId) : 0);
  }

  /**
   * Makes a secret in place of one that was never confirmed.
   *
   * @param account what the app calls it: the user's address
   * @return empty when there is a confirmed one: it must be removed first
   */
  public Optional<Enrolment> begin(long userId, String account) {
    if (!factors.begin(userId)) {
      return Optional.empty();
    }
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    try {
      secrets.put(place(userId), secret);
      return Optional.of(new Enrolment(Totp.text(secret), Totp.uri(secret, ISSUER, account)));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * Confirms a new authenticator by its first code.
   *
   * @return the recovery codes, shown this once; empty when the code is wrong, was not looked at,
   *     or there is nothing to confirm
   */
  public Optional<List<String>> confirm(long userId, String code) {
    Optional<Authenticator> pending = factors.authenticator(userId);
    if (pending.isEmpty() || pending.get().confirmedAt().isPresent()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!factors.attempt(userId, now) || !isCode(userId, code, now, pending.get().lastStep())) {
      return Optional.empty();
    }
    List<String> codes = RecoveryCodes.mint(random);
    factors.confirm(userId, now, hashes(codes));
    return Optional.of(codes);
  }

  /** Fresh recovery codes in place of the old ones; empty when no authenticator is asked for. */
  public Optional<List<String>> renewRecovery(long userId) {
    if (!isOn(userId)) {
      return Optional.empty();
    }
    List<String> codes = RecoveryCodes.mint(random);
    factors.replaceRecovery(userId, hashes(codes));
    return Optional.of(codes);
  }

  private static List<byte[]> hashes(List<String> codes) {
    return codes.stream().map(code -> RecoveryCodes.hash(code).orElseThrow()).toList();
  }

  /**
   * Uses a code up.
   *
   * @param code six digits of the authenticator, or a recovery code
   */
  public Outcome prove(long userId, String code) {
    Optional<Authenticator> known = factors.authenticator(userId);
    if (known.flatMap(Authenticator::confirmedAt).isEmpty()) {
      return Outcome.WRONG;
    }
    Instant now = clock.instant();
    if (!factors.attempt(userId, now)) {
      return Outcome.LOCKED;
    }
    Optional<byte[]> recovery = RecoveryCodes.hash(code);
    boolean right =
        recovery.isPresent()
            ? factors.useRecovery(userId, recovery.get())
            : isCode(userId, code, now, known.get().lastStep());
    return right ? Outcome.PROVEN : Outcome.WRONG;
  }

  private boolean isCode(long userId, String code, Instant now, long lastStep) {
    try (OpenedSecret secret = secrets.open(place(userId))) {
      OptionalLong step = Totp.matching(secret.bytes(), code.strip(), now, lastStep);
      return step.isPresent() && factors.useStep(userId, step.getAsLong());
    }
  }

  /** Takes the authenticator, its secret and its recovery codes away; false when there is none. */
  public boolean remove(long userId) {
    secrets.delete(place(userId));
    return factors.remove(userId);
  }
}
