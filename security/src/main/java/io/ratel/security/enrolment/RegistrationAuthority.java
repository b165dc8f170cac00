package io.ratel.security.enrolment;

import io.ratel.security.enrolment.Enrolment.Answer;
import io.ratel.security.enrolment.Enrolment.Certified;
import io.ratel.security.enrolment.Enrolment.Reason;
import io.ratel.security.enrolment.Enrolment.Refused;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Issued;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.RevocationList;
import io.ratel.security.pki.Subject;
import io.ratel.security.revocation.RevocationStore;
import io.ratel.security.revocation.Revocations;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The desk before the authority, in the one process that holds it: invites, enrols, renews, revokes
 * and publishes. Safe for any thread; calls may block.
 */
public final class RegistrationAuthority implements Renewal.Certifier {
  private final Authority authority;
  private final Invitations invitations;
  private final Enrolment enrolment;
  private final RevocationStore store;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * @param folder of the authority
   * @param store where its lists are published
   */
  public RegistrationAuthority(
      Authority authority,
      Path folder,
      RevocationStore store,
      SecureRandom random,
      InstantSource clock) {
    this.authority = authority;
    this.invitations = new Invitations(folder.resolve("invitations"));
    this.enrolment = new Enrolment(authority, clock);
    this.store = store;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes an invitation.
   *
   * @return what the machine is to be given; its key is kept nowhere else
   * @throws PkiException when there are too many open ones
   */
  public InvitationLetter invite(Subject subject) {
    return invitations.invite(subject, authority.root(), random, clock.instant());
  }

  /** Answers a request that names an invitation and is signed with its key; uses it up. */
  public synchronized Answer enrol(String invitation, EnrolmentRequest request) {
    Optional<Invitation> found = invitations.find(invitation, clock.instant());
    if (found.isEmpty()) {
      return new Refused(Reason.NOT_INVITED);
    }
    Answer answer = enrolment.enrol(request, found.get());
    if (answer instanceof Certified) {
      invitations.use(invitation);
    }
    return answer;
  }

  /** Answers a request that is signed with the key of a certificate of ours. */
  public Answer renew(EnrolmentRequest request, List<X509Certificate> chain) {
    return enrolment.renew(request, chain);
  }

  /** Certifies for this very process, which holds the authority. */
  @Override
  public List<X509Certificate> certify(Identity current, Subject subject, KeyPair fresh) {
    return authority.issue(subject, fresh.getPublic(), Optional.empty());
  }

  /** A fresh key and its certificate, for this very process. */
  public Identity identity(Subject subject) {
    KeyPair keys = P384.generate(random);
    return new Identity(
        keys.getPrivate(), authority.issue(subject, keys.getPublic(), Optional.empty()));
  }

  /** What was issued and has not ended long ago. */
  public List<Issued> issued() {
    return authority.issued();
  }

  /** Revokes for good and tells everybody. */
  public void revoke(String serial, CRLReason reason) {
    authority.revoke(serial, reason);
    publish();
  }

  /** Publishes a fresh list. */
  public RevocationList publish() {
    RevocationList list = authority.publish(Revocations.VALIDITY);
    store.publish(list);
    return list;
  }

  /** What everybody trusts. */
  public X509Certificate root() {
    return authority.root();
  }
}
