package io.ratel.security.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.CertificateMaker.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends on real sockets; a handshake is good when a byte has gone both ways. */
class HandshakeTest {
  private static final Set<CertificateKind> NODES = Set.of(CertificateKind.NODE);
  private static final int TIMEOUT_MS = 10_000;

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private Authority authority;
  private Identity called;

  @BeforeEach
  void aFleet() {
    authority = Authority.init(folder.resolve("ca"), random, InstantSource.system());
    called = node(authority, "called", "localhost");
  }

  private Identity node(Authority by, String name, String... hosts) {
    return issue(by, new Subject(CertificateKind.NODE, name, List.of(hosts)));
  }

  private Identity issue(Authority by, Subject subject) {
    KeyPair keys = P384.generate(random);
    return new Identity(keys.getPrivate(), by.issue(subject, keys.getPublic(), Optional.empty()));
  }

  private SSLContext context(Identity own) {
    return new MutualTls(authority.root(), NODES, authority::revoked).context(own);
  }

  /** Whether the called end lets the caller in, and the caller goes in. */
  private boolean meet(SSLContext server, SSLContext client) throws Exception {
    try (SSLServerSocket door =
            (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0);
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      door.setSSLParameters(MutualTls.calledEnd());
      door.setSoTimeout(TIMEOUT_MS);
      Future<Boolean> letIn = thread.submit(() -> answered(door));
      boolean wentIn = asked(client, door.getLocalPort());
      return letIn.get() & wentIn;
    }
  }

  private static boolean answered(SSLServerSocket door) {
    try (SSLSocket socket = (SSLSocket) door.accept()) {
      socket.setSoTimeout(TIMEOUT_MS);
      int read = socket.getInputStream().read();
      socket.getOutputStream().write(read);
      return read == 7;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean asked(SSLContext client, int port) {
    try (SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.setSSLParameters(MutualTls.callingEnd());
      socket.getOutputStream().write(7);
      return socket.getInputStream().read() == 7;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean letsIn(Identity caller) throws Exception {
    return meet(context(called), context(caller));
  }

  /** The intermediate's key, which only these tests take out of its file. */
  private Signer fleetKey() throws IOException {
    Path file = folder.resolve("ca/fleet.pem");
    Identity fleet = Pem.identity(PrivateFile.read(file), file.toString());
    return Signer.of(fleet.certificate(), fleet.key());
  }

  @Test
  void twoNodesOfOneFleetMeet() throws Exception {
    assertThat(letsIn(node(authority, "caller", "caller.test"))).isTrue();
  }

  @Test // A26
  void aCallerWithoutACertificateIsRefused() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", authority.root());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext nobody = SSLContext.getInstance("TLSv1.3");
    nobody.init(null, trust.getTrustManagers(), random);
    assertThat(meet(context(called), nobody)).isFalse();
  }

  @Test // A26
  void aCertificateThatHasEndedIsRefused() throws Exception {
    InstantSource twoDaysAgo = () -> Instant.now().minus(Duration.ofDays(2));
    Authority then = Authority.open(folder.resolve("ca"), random, twoDaysAgo);
    assertThat(letsIn(node(then, "caller", "caller.test"))).isFalse();
    called = node(then, "called", "localhost");
    assertThat(letsIn(node(authority, "caller", "caller.test"))).isFalse();
  }

  @Test // A26
  void aCertificateOfAnotherAuthorityIsRefusedByEitherEnd() throws Exception {
    Authority other = Authority.init(folder.resolve("other"), random, InstantSource.system());
    assertThat(letsIn(node(other, "caller", "caller.test"))).isFalse();
    called = node(other, "called", "localhost");
    assertThat(letsIn(node(authority, "caller", "caller.test"))).isFalse();
  }

  @Test // A26
  void aCertificateForAnotherUseIsRefusedByEitherEnd() throws Exception {
    MutualTls everyKind =
        new MutualTls(authority.root(), Set.of(CertificateKind.values()), c -> false);
    Identity database =
        issue(authority, new Subject(CertificateKind.DATABASE, "db", List.of("localhost")));
    assertThat(meet(everyKind.context(called), everyKind.context(database))).isFalse();
    Identity operator = issue(authority, new Subject(CertificateKind.OPERATOR, "alice", List.of()));
    assertThat(meet(everyKind.context(operator), everyKind.context(called))).isFalse();
    assertThat(meet(everyKind.context(called), everyKind.context(operator))).isTrue();
  }

  @Test // A26
  void aCertificateForAnotherHostIsRefused() throws Exception {
    called = node(authority, "called", "elsewhere.test");
    assertThat(letsIn(node(authority, "caller", "caller.test"))).isFalse();
  }

  @Test // A26
  void aCallerOfAnotherKindIsRefused() throws Exception {
    for (CertificateKind kind :
        List.of(CertificateKind.CLIENT, CertificateKind.USER_CONTAINER, CertificateKind.OPERATOR)) {
      assertThat(letsIn(issue(authority, new Subject(kind, "caller", List.of())))).isFalse();
    }
  }

  @Test // A26
  void aKeyOnAWeakerCurveIsRefusedEvenWhenTheAuthorityHadSignedIt() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair weak = generator.generateKeyPair();
    assertThat(letsIn(forged(fleetKey(), weak))).isFalse();
    assertThat(letsIn(forged(fleetKey(), P384.generate(random))))
        .as("the same certificate of a good key")
        .isTrue();
  }

  private Identity forged(Signer signer, KeyPair keys) throws IOException {
    Instant now = Instant.now();
    Subject subject = new Subject(CertificateKind.NODE, "caller", List.of("caller.test"));
    X509Certificate certificate =
        new CertificateMaker(random)
            .leaf(signer, subject, keys.getPublic(), now.minusSeconds(60), now.plusSeconds(600));
    return new Identity(keys.getPrivate(), List.of(certificate, called.chain().get(1)));
  }

  @Test // A26
  void aCertificateThatSignsItselfIsRefusedByEitherEnd() throws Exception {
    KeyPair keys = P384.generate(random);
    Signer itself =
        new Signer(authority.root().getSubjectX500Principal(), keys.getPublic(), keys.getPrivate());
    X509Certificate certificate = forged(itself, keys).certificate();
    Identity own = new Identity(keys.getPrivate(), List.of(certificate));
    assertThat(letsIn(own)).isFalse();
    called = own;
    assertThat(letsIn(node(authority, "caller", "caller.test"))).isFalse();
  }

  @Test
  void aCertificateThatWasRevokedIsRefusedFromTheNextHandshakeOn() throws Exception {
    Identity caller = node(authority, "caller", "caller.test");
    assertThat(letsIn(caller)).isTrue();
    authority.revoke(Authority.serial(caller.certificate()), CRLReason.KEY_COMPROMISE);
    assertThat(letsIn(caller)).isFalse();
    authority = Authority.open(folder.resolve("ca"), random, InstantSource.system());
    assertThat(letsIn(caller)).as("after a restart").isFalse();
  }
}
