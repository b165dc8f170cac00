package io.ratel.security.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door whose certificate changes while callers knock. */
class ReloadTest {
  private static final int TIMEOUT_MS = 30_000;
  private static final int CALLERS = 4;
  private static final Subject CALLED =
      new Subject(CertificateKind.NODE, "called", List.of("localhost"));

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Authority authority;
  private CurrentIdentity current;
  private SSLServerSocket door;
  private SSLContext caller;

  @BeforeEach
  void aDoor() throws IOException {
    authority = Authority.init(folder.resolve("ca"), random, InstantSource.system());
    current = new CurrentIdentity(fresh(authority), authority.root(), InstantSource.system());
    MutualTls tls =
        new MutualTls(authority.root(), Set.of(CertificateKind.NODE), authority::revoked);
    door = (SSLServerSocket) tls.context(current).getServerSocketFactory().createServerSocket(0);
    door.setSSLParameters(MutualTls.calledEnd());
    caller = tls.context(fresh(authority));
    threads.execute(this::answerAll);
  }

  @AfterEach
  void close() throws IOException {
    door.close();
    threads.close();
  }

  private Identity fresh(Authority by) {
    KeyPair keys = P384.generate(random);
    return new Identity(keys.getPrivate(), by.issue(CALLED, keys.getPublic(), Optional.empty()));
  }

  private void answerAll() {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) door.accept();
        threads.execute(() -> answer(socket));
      }
    } catch (IOException e) {
      // the door was closed
    }
  }

  private static void answer(SSLSocket socket) {
    try (socket) {
      socket.setSoTimeout(TIMEOUT_MS);
      for (int read; (read = socket.getInputStream().read()) >= 0; ) {
        socket.getOutputStream().write(read);
      }
    } catch (IOException e) {
      // the caller sees it as well, and tells the test
    }
  }

  private SSLSocket call() throws IOException {
    SSLSocket socket =
        (SSLSocket) caller.getSocketFactory().createSocket("localhost", door.getLocalPort());
    socket.setSoTimeout(TIMEOUT_MS);
    socket.setSSLParameters(MutualTls.callingEnd());
    return socket;
  }

  private static boolean echoes(SSLSocket socket) throws IOException {
    socket.getOutputStream().write(7);
    return socket.getInputStream().read() == 7;
  }

  private String shown() throws IOException {
    try (SSLSocket socket = call()) {
      assertThat(echoes(socket)).isTrue();
      return Authority.serial(
          (java.security.cert.X509Certificate) socket.getSession().getPeerCertificates()[0]);
    }
  }

  @Test // A27; -Dratel.handshakes=100000 for all of them
  void noHandshakeFailsWhileCertificatesAreReplaced() throws Exception {
    int each = Integer.getInteger("ratel.handshakes", 400) / CALLERS;
    AtomicInteger running = new AtomicInteger(CALLERS);
    List<Future<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(threads.submit(() -> knock(each, running)));
    }
    int replaced = 0;
    while (running.get() > 0) {
      assertThat(current.replace(fresh(authority))).isEmpty();
      replaced++;
    }
    for (Future<Integer> count : callers) {
      assertThat(count.get()).isEqualTo(each);
    }
    assertThat(replaced).isGreaterThan(1);
  }

  private int knock(int times, AtomicInteger running) {
    int good = 0;
    try {
      for (int i = 0; i < times; i++) {
        try (SSLSocket socket = call()) {
          good += echoes(socket) ? 1 : 0;
        }
      }
    } catch (IOException e) {
      return -1;
    } finally {
      running.decrementAndGet();
    }
    return good;
  }

  @Test // A27
  void anOpenConnectionStaysAndTheNextOneSeesTheNewCertificate() throws Exception {
    try (SSLSocket open = call()) {
      assertThat(echoes(open)).isTrue();
      Identity next = fresh(authority);
      assertThat(current.replace(next)).isEmpty();
      assertThat(echoes(open)).isTrue();
      caller =
          new MutualTls(authority.root(), Set.of(CertificateKind.NODE), authority::revoked)
              .context(fresh(authority)); // without a session to resume
      assertThat(shown()).isEqualTo(Authority.serial(next.certificate()));
    }
  }

  @Test // A27
  void aBadNewCertificateIsRefusedAndTheOldOneStays() throws Exception {
    String before = shown();
    Authority other = Authority.init(folder.resolve("other"), random, InstantSource.system());
    InstantSource twoDaysAgo = () -> Instant.now().minus(Duration.ofDays(2));
    Authority then = Authority.open(folder.resolve("ca"), random, twoDaysAgo);
    Identity good = fresh(authority);
    for (Identity bad :
        List.of(
            fresh(other),
            fresh(then),
            new Identity(P384.generate(random).getPrivate(), good.chain()),
            new Identity(good.key(), good.chain().subList(0, 1)))) {
      assertThat(current.replace(bad)).isPresent();
      assertThat(shown()).isEqualTo(before);
    }
  }
}
