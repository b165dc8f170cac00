package io.ratel.security.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.security.enrolment.Enrolment.Certified;
import io.ratel.security.enrolment.Enrolment.Reason;
import io.ratel.security.enrolment.Enrolment.Refused;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Issued;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTest {
  private static final Subject X =
      new Subject(CertificateKind.NODE, "x", List.of("x.test", "10.0.0.5"));
  private static final Subject Y = new Subject(CertificateKind.NODE, "y", List.of("y.test"));

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final KeyPair keysOfX = P384.generate(random);
  private final KeyPair enrolmentKey = P384.generate(random);
  private final Invitation invitationOfX =
      new Invitation("x", X, enrolmentKey.getPublic(), Instant.MAX);
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private Authority authority;
  private Enrolment enrolment;

  @BeforeEach
  void open() {
    authority = Authority.init(folder.resolve("ca"), random, () -> now);
    enrolment = new Enrolment(authority, () -> now);
  }

  private EnrolmentRequest request(Subject subject, Instant time, PrivateKey signer) {
    return EnrolmentRequest.signed(subject, keysOfX.getPublic(), time, random, signer);
  }

  private EnrolmentRequest requestOfX() {
    return request(X, now, enrolmentKey.getPrivate());
  }

  private static void refused(Enrolment.Answer answer, Reason reason) {
    assertThat(answer).isEqualTo(new Refused(reason));
  }

  @ParameterizedTest // A22
  @ValueSource(longs = {-9_900, -1, 0, 9_900, 10_000})
  void aRequestInsideOfTheWindowIsAnswered(long ms) {
    EnrolmentRequest request = request(X, now.plusMillis(ms), enrolmentKey.getPrivate());
    assertThat(enrolment.enrol(request, invitationOfX)).isInstanceOf(Certified.class);
  }

  @ParameterizedTest // A22
  @ValueSource(longs = {-10_100, 10_100, -86_400_000})
  void aRequestOutsideOfTheWindowIsRefused(long ms) {
    EnrolmentRequest request = request(X, now.plusMillis(ms), enrolmentKey.getPrivate());
    refused(enrolment.enrol(request, invitationOfX), Reason.OUTSIDE_WINDOW);
  }

  @Test // A23
  void aRequestThatIsReplayedIsRefusedForAsLongAsItsTimeIsGood() {
    EnrolmentRequest early = request(X, now.plusSeconds(10), enrolmentKey.getPrivate());
    assertThat(enrolment.enrol(early, invitationOfX)).isInstanceOf(Certified.class);
    for (int second = 0; second <= 20; second++) {
      refused(enrolment.enrol(early, invitationOfX), Reason.REPLAYED);
      now = now.plusSeconds(1);
    }
    refused(enrolment.enrol(early, invitationOfX), Reason.OUTSIDE_WINDOW);
  }

  @Test // A24
  void aHashThatAnybodyCanMakeIsNoSignature() throws Exception {
    EnrolmentRequest real = requestOfX();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(real.nonce());
    for (byte[] forged : List.of(hash, new byte[0], new byte[64])) {
      refused(
          enrolment.enrol(
              new EnrolmentRequest(X, real.key(), real.time(), real.nonce(), forged),
              invitationOfX),
          Reason.BAD_SIGNATURE);
    }
    refused(
        enrolment.enrol(request(X, now, keysOfX.getPrivate()), invitationOfX),
        Reason.BAD_SIGNATURE);
  }

  @Test // A24
  void eachPartOfARequestIsSigned() {
    EnrolmentRequest real = requestOfX();
    byte[] nonce = new byte[16];
    for (EnrolmentRequest changed :
        List.of(
            new EnrolmentRequest(Y, real.key(), real.time(), real.nonce(), real.signature()),
            new EnrolmentRequest(
                X, enrolmentKey.getPublic(), real.time(), real.nonce(), real.signature()),
            new EnrolmentRequest(
                X, real.key(), real.time().plusMillis(1), real.nonce(), real.signature()),
            new EnrolmentRequest(X, real.key(), real.time(), nonce, real.signature()))) {
      refused(enrolment.enrol(changed, invitationOfX), Reason.BAD_SIGNATURE);
    }
  }

  @Test // A25
  void aCertificateForXIsNotGivenToY() {
    KeyPair keysOfY = P384.generate(random);
    Invitation invitationOfY = new Invitation("y", Y, keysOfY.getPublic(), Instant.MAX);
    refused(
        enrolment.enrol(request(X, now, keysOfY.getPrivate()), invitationOfY), Reason.NOT_YOURS);
    List<X509Certificate> chainOfY = authority.issue(Y, keysOfY.getPublic(), Optional.empty());
    refused(enrolment.renew(request(X, now, keysOfY.getPrivate()), chainOfY), Reason.NOT_YOURS);
    Subject moreHosts = new Subject(CertificateKind.NODE, "y", List.of("y.test", "x.test"));
    refused(
        enrolment.renew(request(moreHosts, now, keysOfY.getPrivate()), chainOfY), Reason.NOT_YOURS);
    assertThat(authority.issued()).hasSize(1);
  }

  @Test
  void aCertificateIsRenewedByItsOwnKeyUntilItEndsOrIsRevoked() {
    KeyPair old = P384.generate(random);
    List<X509Certificate> chain = authority.issue(X, old.getPublic(), Optional.empty());
    now = now.plus(Duration.ofHours(12));
    assertThat(enrolment.renew(request(X, now, old.getPrivate()), chain))
        .isInstanceOfSatisfying(
            Certified.class,
            fresh -> {
              assertThat(fresh.chain().getFirst().getPublicKey()).isEqualTo(keysOfX.getPublic());
              assertThat(fresh.chain().getFirst().getNotAfter().toInstant())
                  .isEqualTo(now.plus(Duration.ofHours(24)));
            });
    Instant before = now;
    now = now.plus(Duration.ofHours(13));
    refused(enrolment.renew(request(X, now, old.getPrivate()), chain), Reason.NOT_RENEWABLE);
    now = before;
    authority.revoke(Authority.serial(chain.getFirst()), CRLReason.KEY_COMPROMISE);
    refused(enrolment.renew(request(X, now, old.getPrivate()), chain), Reason.NOT_RENEWABLE);
  }

  @Test
  void aChainOfAnotherAuthorityRenewsNothing() {
    Authority other = Authority.init(folder.resolve("other"), random, () -> now);
    KeyPair keys = P384.generate(random);
    List<X509Certificate> chain = other.issue(X, keys.getPublic(), Optional.empty());
    refused(enrolment.renew(request(X, now, keys.getPrivate()), chain), Reason.NOT_RENEWABLE);
    refused(enrolment.renew(request(X, now, keys.getPrivate()), List.of()), Reason.NOT_RENEWABLE);
  }

  @ParameterizedTest
  @EnumSource(CertificateKind.class)
  void eachKindHasItsOwnUseAndLifetime(CertificateKind kind) throws Exception {
    List<String> hosts = kind.server() ? List.of("a.test") : List.of();
    Subject subject = new Subject(kind, "a", hosts);
    List<X509Certificate> chain = authority.issue(subject, keysOfX.getPublic(), Optional.empty());
    X509Certificate certificate = chain.getFirst();
    certificate.verify(chain.get(1).getPublicKey());
    chain.get(1).verify(authority.root().getPublicKey());
    assertThat(Subject.of(certificate)).contains(subject);
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getExtendedKeyUsage().contains("1.3.6.1.5.5.7.3.1"))
        .isEqualTo(kind.server());
    assertThat(certificate.getExtendedKeyUsage().contains("1.3.6.1.5.5.7.3.2"))
        .isEqualTo(kind.client());
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo(now.plus(kind.lifetime()));
  }

  @Test
  void serialsAreRandomAndNeverTheSame() {
    Set<String> serials = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      X509Certificate certificate =
          authority.issue(X, keysOfX.getPublic(), Optional.empty()).getFirst();
      assertThat(certificate.getSerialNumber().bitLength()).isGreaterThanOrEqualTo(128);
      assertThat(serials.add(Authority.serial(certificate).substring(1, 9))).isTrue();
    }
  }

  @Test
  void anAuthorityIsMadeOnceInFilesOfItsOwnerAlone() throws IOException {
    Path ca = folder.resolve("ca");
    for (String name : List.of("root.pem", "fleet.pem", "guest.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ca.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThatThrownBy(() -> Authority.init(ca, random, () -> now))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("already");
    Files.setPosixFilePermissions(
        ca.resolve("root.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> Authority.open(ca, random, () -> now))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("rw-r--r--");
  }

  @Test
  void aLedgerOfAnEarlierVersionIsRead() throws IOException {
    Path ca = folder.resolve("ca");
    PrivateFile.write(
        ca.resolve("issued"),
        """
        1a node x 2026-11-22T10:00:00Z
        1b client y 2026-11-22T10:00:00Z 2026-11-21T09:00:00Z
        """);
    List<Issued> known = Authority.open(ca, random, () -> now).issued();
    assertThat(known).extracting(Issued::serial).containsExactly("1a", "1b");
    assertThat(known).extracting(one -> one.revoked().isPresent()).containsExactly(false, true);
  }
}
