package io.ratel.security.enrolment;

import io.ratel.security.pki.Authority;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Subject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives certificates to those who may have them. Safe for any thread. It remembers nonces in
 * memory, so that one authority serves one process.
 */
public final class Enrolment {
  /** How far a request's time may be from ours, either way. */
  public static final Duration WINDOW = Duration.ofSeconds(10);

  /** Longer than a request can be inside of the window. */
  private static final Duration REMEMBERED = WINDOW.multipliedBy(3);

  private static final int MAX_NONCES = 100_000;

  /** What a requester is told. */
  public sealed interface Answer {}

  /**
   * @param chain the certificate, then its intermediate
   */
  public record Certified(List<X509Certificate> chain) implements Answer {
    public Certified {
      chain = List.copyOf(chain);
    }
  }

  /** Nothing is issued. */
  public record Refused(Reason reason) implements Answer {}

  /** Why nothing is issued. */
  public enum Reason {
    OUTSIDE_WINDOW,
    BAD_SIGNATURE,
    REPLAYED,
    /** Signed well, by somebody whose certificate this is not. */
    NOT_YOURS,
    /**
     * The certificate that is to be renewed has ended, was revoked, or is not of this authority.
     */
    NOT_RENEWABLE,
    /** The invitation is unknown, used, or over. */
    NOT_INVITED,
    /** The key that is to be certified is not on P-384. */
    WEAK_KEY,
    BUSY
  }

  private record Remembered(ByteBuffer nonce, Instant until) {}

  private final Authority authority;
  private final InstantSource clock;
  private final Set<ByteBuffer> nonces = new HashSet<>();
  private final ArrayDeque<Remembered> oldestFirst = new ArrayDeque<>();

  public Enrolment(Authority authority, InstantSource clock) {
    this.authority = authority;
    this.clock = clock;
  }

  /** Answers a request that an invitation's key signed. */
  public Answer enrol(EnrolmentRequest request, Invitation invitation) {
    return answer(request, invitation.key(), invitation.subject());
  }

  /** Answers a request that the key of a certificate of ours signed. */
  public Answer renew(EnrolmentRequest request, List<X509Certificate> chain) {
    Optional<X509Certificate> ours = chain.stream().findFirst().filter(c -> renewable(c, chain));
    Optional<Subject> subject = ours.flatMap(Subject::of);
    return subject.isEmpty()
        ? new Refused(Reason.NOT_RENEWABLE)
        : answer(request, ours.orElseThrow().getPublicKey(), subject.get());
  }

  private boolean renewable(X509Certificate certificate, List<X509Certificate> chain) {
    try {
      if (chain.size() != 2 || authority.revoked(certificate)) {
        return false;
      }
      chain.get(1).verify(authority.root().getPublicKey());
      certificate.verify(chain.get(1).getPublicKey());
      certificate.checkValidity(Date.from(clock.instant()));
      return chain.get(1).getBasicConstraints() >= 0;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Answer answer(EnrolmentRequest request, PublicKey signer, Subject allowed) {
    return check(request, signer, allowed)
        .<Answer>map(Refused::new)
        .orElseGet(() -> new Certified(authority.issue(allowed, request.key(), Optional.empty())));
  }

  /** Why a request is refused, if it is; its nonce is used up when its signature is good. */
  private Optional<Reason> check(EnrolmentRequest request, PublicKey signer, Subject allowed) {
    Instant now = clock.instant();
    if (Duration.between(request.time(), now).abs().compareTo(WINDOW) > 0) {
      return Optional.of(Reason.OUTSIDE_WINDOW);
    }
    if (request.nonce().length != EnrolmentRequest.NONCE_BYTES || !request.signedBy(signer)) {
      return Optional.of(Reason.BAD_SIGNATURE);
    }
    Optional<Reason> used = use(request.nonce(), now);
    if (used.isPresent()) {
      return used;
    }
    if (!request.subject().equals(allowed)) {
      return Optional.of(Reason.NOT_YOURS);
    }
    return P384.is(request.key()) ? Optional.empty() : Optional.of(Reason.WEAK_KEY);
  }

  /** Only signed nonces come here, so that nobody else can fill the memory. */
  private synchronized Optional<Reason> use(byte[] nonce, Instant now) {
    for (Remembered oldest = oldestFirst.peek();
        oldest != null && oldest.until().isBefore(now);
        oldest = oldestFirst.peek()) {
      nonces.remove(oldest.nonce());
      oldestFirst.remove();
    }
    if (nonces.size() >= MAX_NONCES) {
      return Optional.of(Reason.BUSY);
    }
    ByteBuffer key = ByteBuffer.wrap(nonce.clone());
    if (!nonces.add(key)) {
      return Optional.of(Reason.REPLAYED);
    }
    oldestFirst.add(new Remembered(key, now.plus(REMEMBERED)));
    return Optional.empty();
  }
}
