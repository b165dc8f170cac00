package io.ratel.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.gateway.Doors;
import io.ratel.gateway.FleetDoor;
import io.ratel.gateway.Gateway;
import io.ratel.gateway.GatewayConfig;
import io.ratel.gateway.relay.RelayedMarketTopics;
import io.ratel.gateway.venue.Fleet;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.pki.MutualTls;
import io.ratel.security.revocation.FleetClient;
import io.ratel.security.revocation.Revocations;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One node calls another; both ends know each other, until one of them is revoked. */
@Timeout(120)
class FleetDoorTest {
  @TempDir Path folder;
  private final TestVenue venue = new TestVenue();
  private Fleet fleet;
  private CurrentIdentity called;
  private CurrentIdentity caller;
  private Revocations knownToCalled;
  private Revocations knownToCaller;
  private FleetClient client;
  private Gateway gateway;
  private Instant now = Instant.now();

  @BeforeEach
  void twoNodes() {
    fleet = new Fleet(folder.resolve("ca"));
    called = fleet.shown(CertificateKind.NODE, "called");
    caller = fleet.shown(CertificateKind.NODE, "caller");
    knownToCalled = fleet.revocations(() -> now);
    knownToCaller = fleet.revocations(() -> now);
    client = new FleetClient(caller, knownToCaller);
    gateway =
        venue.another(
            new GatewayConfig("127.0.0.1", 0, true, Optional.empty(), TestVenue.limits(20, 20)));
    gateway.start(
        new Doors(
            Optional.empty(),
            Optional.of(new FleetDoor("127.0.0.1", 0, called, knownToCalled)),
            Optional.empty()));
  }

  @AfterEach
  void close() {
    client.close();
    gateway.close();
    venue.close();
  }

  private URI uri(String scheme, String path) {
    return URI.create(scheme + "://localhost:" + gateway.fleetPort() + path);
  }

  private int status(HttpClient by) throws Exception {
    return by.send(
            HttpRequest.newBuilder(uri("https", "/v1/instruments")).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private void shutOut(HttpClient by) {
    assertThatThrownBy(() -> status(by)).isInstanceOf(IOException.class);
  }

  /** Tells when it is over. */
  private static final class Ear implements WebSocket.Listener {
    final CompletableFuture<String> over = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      over.complete("closed");
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      over.complete("broken");
    }
  }

  private Ear listen() throws Exception {
    Ear ear = new Ear();
    client
        .get()
        .newWebSocketBuilder()
        .buildAsync(uri("wss", "/v1/stream"), ear)
        .get(10, TimeUnit.SECONDS);
    return ear;
  }

  /** A connection of the caller's that stays open between two requests. */
  private SSLSocket connected() throws IOException {
    MutualTls tls =
        new MutualTls(fleet.authority.root(), Set.of(CertificateKind.NODE), peer -> false);
    SSLSocket socket =
        (SSLSocket)
            tls.context(caller).getSocketFactory().createSocket("localhost", gateway.fleetPort());
    socket.setSSLParameters(MutualTls.callingEnd());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(REQUEST);
    assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
    return socket;
  }

  private static final byte[] REQUEST =
      "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Whether the other end has closed it. */
  private static boolean ended(SSLSocket socket) {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private RelayedMarketTopics relay() {
    RelayedMarketTopics relay = new RelayedMarketTopics(uri("https", ""), client);
    client.onCut(() -> relay.reconnect("the other node's certificate was revoked"));
    return relay;
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 2_000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void twoNodesMeetAndMarketsAreRelayed() throws Exception {
    assertThat(status(client.get())).isEqualTo(200);
    RelayedMarketTopics relay = relay();
    await(relay::connected);
    assertThat(relay.markets()).isNotEmpty();
    relay.close();
  }

  @Test // A26
  void whoeverShowsNoCertificateOfTheFleetIsShutOut() {
    shutOut(HttpClient.newBuilder().sslContext(fleet.visitor()).build());
    Fleet other = new Fleet(folder.resolve("other"));
    MutualTls tls =
        new MutualTls(fleet.authority.root(), Set.of(CertificateKind.NODE), peer -> false);
    shutOut(
        HttpClient.newBuilder()
            .sslContext(tls.context(other.identity(CertificateKind.NODE, "caller")))
            .build());
    shutOut(
        HttpClient.newBuilder()
            .sslContext(tls.context(fleet.identity(CertificateKind.OPERATOR, "alice")))
            .build());
  }

  @Test // A28
  void theConnectionsOfARevokedCallerAreCutByTheOneItCalls() throws Exception {
    Ear socket = listen();
    try (SSLSocket open = connected()) {
      fleet.revoke(caller.get());
      assertThat(status(client.get())).as("before the list has come").isEqualTo(200);
      fleet.tell(knownToCalled);
      assertThat(ended(open)).isTrue();
      assertThat(socket.over.get(20, TimeUnit.SECONDS)).isIn("closed", "broken");
    }
    shutOut(client.get());
    shutOut(new FleetClient(caller, knownToCaller).get());
    assertThat(caller.replace(fleet.identity(CertificateKind.NODE, "caller"))).isEmpty();
    assertThat(status(client.get())).as("with a new certificate").isEqualTo(200);
  }

  @Test // A28
  void theConnectionsToARevokedNodeAreCutByTheOneThatCalls() throws Exception {
    RelayedMarketTopics relay = relay();
    await(relay::connected);
    assertThat(status(client.get())).isEqualTo(200);
    fleet.revoke(called.get());
    fleet.tell(knownToCaller);
    await(() -> !relay.connected());
    shutOut(client.get());
    assertThat(called.replace(fleet.identity(CertificateKind.NODE, "called"))).isEmpty();
    await(relay::connected);
    relay.close();
  }

  @Test // A28
  void whenNoListCameForTooLongNewConnectionsAreRefusedAndOpenOnesStay() throws Exception {
    Ear socket = listen();
    try (SSLSocket open = connected()) {
      now = now.plus(Revocations.VALIDITY).plus(Revocations.GRACE).plusSeconds(1);
      assertThatThrownBy(this::connected).isInstanceOfAny(IOException.class, AssertionError.class);
      open.getOutputStream().write(REQUEST);
      assertThat(open.getInputStream().read()).isPositive();
      assertThat(socket.over.isDone()).isFalse();
    }
  }

  @Test // A28
  void aCertificateThatEndsTakesItsConnectionsWithIt() throws Exception {
    try (SSLSocket open = connected()) {
      now = InstantSource.system().instant().plus(Duration.ofHours(25));
      assertThat(ended(open)).isTrue();
    }
  }
}
