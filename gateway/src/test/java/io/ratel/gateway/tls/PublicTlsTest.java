package io.ratel.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.gateway.Doors;
import io.ratel.gateway.Gateway;
import io.ratel.gateway.GatewayConfig;
import io.ratel.gateway.PlainDoor;
import io.ratel.gateway.PublicTls;
import io.ratel.gateway.venue.Fleet;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.DoorCertificate;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PublicTlsTest {
  private static final int CALLERS = 4;
  private static final int TIMEOUT_MS = 30_000;

  @TempDir Path folder;
  private final TestVenue venue = new TestVenue();
  private final AtomicInteger knocked = new AtomicInteger();
  private Fleet fleet;
  private DoorCertificate certificate;
  private Gateway gateway;

  @BeforeEach
  void aDoor() {
    fleet = new Fleet(folder.resolve("ca"));
    certificate = new DoorCertificate(fresh(), InstantSource.system());
    gateway = open(false);
  }

  @AfterEach
  void close() {
    gateway.close();
    venue.close();
  }

  private Identity fresh() {
    return fleet.identity(CertificateKind.GATEWAY, "door");
  }

  private Gateway open(boolean tls12) {
    Gateway opened =
        venue.another(
            new GatewayConfig("127.0.0.1", 0, true, Optional.empty(), TestVenue.limits(20, 20)));
    Map<String, String> challenges = Map.of("token", "token.thumbprint");
    opened.start(
        new Doors(
            Optional.of(new PublicTls(certificate, tls12)),
            Optional.empty(),
            Optional.of(new PlainDoor(0, token -> Optional.ofNullable(challenges.get(token))))));
    return opened;
  }

  private HttpClient visitor(String... protocols) {
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(fleet.visitor());
    if (protocols.length > 0) {
      SSLParameters parameters = new SSLParameters();
      parameters.setProtocols(protocols);
      builder.sslParameters(parameters);
    }
    return builder.build();
  }

  private URI uri(String scheme, String path) {
    return URI.create(scheme + "://localhost:" + gateway.port() + path);
  }

  private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void answersComeOverTls13AndAskToStayThere() throws Exception {
    HttpResponse<String> answer = get(visitor(), uri("https", "/v1/instruments"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
    assertThat(venue.anyone().get("/healthz").headers().map())
        .as("over plain HTTP nobody is told so")
        .doesNotContainKey("strict-transport-security");
  }

  @Test
  void socketsOpenOverTls() throws Exception {
    WebSocket socket =
        visitor()
            .newWebSocketBuilder()
            .buildAsync(uri("wss", "/v1/stream"), new WebSocket.Listener() {})
            .get(10, TimeUnit.SECONDS);
    assertThat(socket.isOutputClosed()).isFalse();
    socket.abort();
  }

  @Test
  void anOlderProtocolIsSpokenOnlyWhenItWasAskedFor() throws Exception {
    assertThatThrownBy(() -> get(visitor("TLSv1.2"), uri("https", "/healthz")))
        .isInstanceOf(SSLHandshakeException.class);
    gateway.close();
    gateway = open(true);
    assertThat(
            get(visitor("TLSv1.2"), uri("https", "/healthz"))
                .sslSession()
                .orElseThrow()
                .getProtocol())
        .isEqualTo("TLSv1.2");
    assertThat(get(visitor(), uri("https", "/healthz")).sslSession().orElseThrow().getProtocol())
        .isEqualTo("TLSv1.3");
  }

  @Test
  void plainHttpIsNotAnsweredAtTheDoorAndIsSentThereBesideIt() throws Exception {
    assertThatThrownBy(() -> get(visitor(), uri("http", "/healthz")))
        .isInstanceOf(IOException.class);
    String plain = "http://localhost:" + gateway.plainPort();
    HttpResponse<String> sentOn = get(visitor(), URI.create(plain + "/docs?a=%2F"));
    assertThat(sentOn.statusCode()).isEqualTo(308);
    assertThat(sentOn.headers().firstValue("Location"))
        .contains("https://localhost:" + gateway.port() + "/docs?a=%2F");
    String challenge = plain + "/.well-known/acme-challenge/";
    assertThat(get(visitor(), URI.create(challenge + "token")).body())
        .isEqualTo("token.thumbprint");
    assertThat(get(visitor(), URI.create(challenge + "other")).statusCode()).isEqualTo(404);
  }

  private static SSLSocket call(SSLContext context, int port) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
    socket.setSoTimeout(TIMEOUT_MS);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static boolean answers(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    byte[] answer = socket.getInputStream().readNBytes(12);
    if (!new String(answer, StandardCharsets.US_ASCII).equals("HTTP/1.1 200")) {
      return false;
    }
    for (String seen = ""; !seen.endsWith("{\"status\":\"up\"}"); ) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return false;
      }
      seen = (seen + (char) next).substring(Math.max(0, seen.length() - 30));
    }
    return true;
  }

  private String shown() throws IOException {
    try (SSLSocket socket = call(fleet.visitor(), gateway.port())) {
      assertThat(answers(socket)).isTrue();
      return Authority.serial((X509Certificate) socket.getSession().getPeerCertificates()[0]);
    }
  }

  @Test // A27
  void anOpenConnectionStaysAndTheNextOneSeesTheNewCertificate() throws Exception {
    try (SSLSocket open = call(fleet.visitor(), gateway.port())) {
      assertThat(answers(open)).isTrue();
      Identity next = fresh();
      assertThat(certificate.replace(next)).isEmpty();
      assertThat(answers(open)).isTrue();
      assertThat(shown()).isEqualTo(Authority.serial(next.certificate()));
    }
  }

  @Test // A27
  void aBadNewCertificateIsRefusedAndTheOldOneStays() throws Exception {
    String before = shown();
    SecureRandom random = new SecureRandom();
    InstantSource longAgo = () -> InstantSource.system().instant().minus(Duration.ofDays(9));
    Authority then = Authority.open(folder.resolve("ca"), random, longAgo);
    Identity good = fresh();
    var keys = P384.generate(random);
    Identity ended =
        new Identity(
            keys.getPrivate(),
            then.issue(
                new Subject(CertificateKind.GATEWAY, "door", List.of("localhost")),
                keys.getPublic(),
                Optional.empty()));
    for (Identity bad :
        List.of(
            ended,
            new Identity(keys.getPrivate(), good.chain()),
            new Identity(good.key(), List.of(good.certificate(), fleet.authority.root())))) {
      assertThat(certificate.replace(bad)).isPresent();
      assertThat(shown()).isEqualTo(before);
    }
  }

  @Test // A27; -Dratel.handshakes=100000 for all of them
  @Timeout(3_600)
  void noHandshakeFailsWhileCertificatesAreReplaced() throws Exception {
    int each = Integer.getInteger("ratel.handshakes", 400) / CALLERS;
    AtomicInteger running = new AtomicInteger(CALLERS);
    List<Future<Integer>> callers = new ArrayList<>();
    List<Identity> prepared = Stream.generate(this::fresh).limit(20).toList();
    int replaced = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(() -> knock(each, running)));
      }
      while (running.get() > 0) {
        assertThat(certificate.replace(prepared.get(replaced++ % prepared.size()))).isEmpty();
        for (int seen = knocked.get(); knocked.get() < seen + 25 && running.get() > 0; ) {
          LockSupport.parkNanos(1_000_000);
        }
      }
      for (Future<Integer> count : callers) {
        assertThat(count.get()).isEqualTo(each);
      }
    }
    assertThat(knocked.get()).isEqualTo(each * CALLERS);
    assertThat(replaced).isGreaterThan(1);
  }

  private int knock(int times, AtomicInteger running) {
    int good = 0;
    try {
      for (int i = 0; i < times; i++) {
        try (SSLSocket socket = call(fleet.visitor(), gateway.port())) { // none is resumed
          good += answers(socket) ? 1 : 0;
          knocked.incrementAndGet();
        }
      }
    } catch (IOException e) {
      return -1;
    } finally {
      running.decrementAndGet();
    }
    return good;
  }
}
