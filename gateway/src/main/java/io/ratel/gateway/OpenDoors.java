package io.ratel.gateway;

import io.ratel.gateway.Listeners.Which;
import io.ratel.gateway.http.ChallengeDoor;
import io.ratel.gateway.http.Connections;
import io.ratel.gateway.http.Door;
import io.ratel.gateway.http.FleetConnections;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.MutualTls;
import io.ratel.security.pki.Pem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The doors of one gateway while they are open: who may knock, and how each is locked. */
final class OpenDoors {
  private static final Logger LOG = LoggerFactory.getLogger(OpenDoors.class);

  /** A connection lives at most so much longer than its certificate. */
  private static final long CUT_MS = 10_000;

  /** Nodes call, and gateways do; guests have the public door. */
  private static final Set<CertificateKind> CALLERS =
      Set.of(CertificateKind.NODE, CertificateKind.GATEWAY);

  private static final String TLS_13 = "TLSv1.3";

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Door door;
  private final Connections connections;
  private final int loops;
  private int port;
  private int fleetPort;
  private int plainPort;

  OpenDoors(Vertx vertx, GatewayConfig config, Door door, Connections connections, int loops) {
    this.vertx = vertx;
    this.config = config;
    this.door = door;
    this.connections = connections;
    this.loops = loops;
    this.port = config.port();
  }

  int port() {
    return port;
  }

  int fleetPort() {
    return fleetPort;
  }

  int plainPort() {
    return plainPort;
  }

  void open(Doors doors) {
    Optional<ServerSSLOptions> tls =
        doors.tls().map(known -> options(known, known.certificate().get()));
    Listeners open =
        listeners(
            Which.PUBLIC,
            config.host(),
            config.port(),
            new Listeners.Handlers(door::handle, door::invalid, connections::admit),
            tls);
    open.open(loops);
    port = open.port();
    doors
        .tls()
        .ifPresent(
            known ->
                known.certificate().onChange(identity -> change(open, options(known, identity))));
    doors.fleet().ifPresent(this::openFleet);
    doors.plain().ifPresent(this::openPlain);
  }

  private Listeners listeners(
      Which which,
      String host,
      int at,
      Listeners.Handlers handlers,
      Optional<ServerSSLOptions> tls) {
    return new Listeners(vertx, which, host, at, config.limits(), handlers, tls);
  }

  private static void change(Listeners open, ServerSSLOptions options) {
    try {
      open.change(options);
    } catch (CompletionException e) {
      LOG.atError().setCause(e).log("the new certificate cannot be shown: the old one stays");
    }
  }

  private static ServerSSLOptions options(PublicTls tls, Identity identity) {
    Set<String> protocols = new LinkedHashSet<>(Set.of(TLS_13));
    if (tls.tls12()) {
      protocols.add("TLSv1.2");
    }
    return new ServerSSLOptions()
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addKeyValue(Buffer.buffer(Pem.of(identity.key())))
                .addCertValue(Buffer.buffer(Pem.of(identity.chain()))))
        .setEnabledSecureTransportProtocols(protocols);
  }

  private void openFleet(FleetDoor fleet) {
    FleetConnections known = new FleetConnections(fleet.revocations());
    MutualTls mutual =
        new MutualTls(fleet.identity().root(), CALLERS, fleet.revocations()::refuses);
    ServerSSLOptions tls =
        new ServerSSLOptions()
            .setClientAuth(ClientAuth.REQUIRED)
            .setKeyCertOptions(KeyCertOptions.wrap(MutualTls.keys(fleet.identity())))
            .setTrustOptions(TrustOptions.wrap(mutual.trustManager()))
            .setEnabledSecureTransportProtocols(Set.of(TLS_13));
    Listeners open =
        listeners(
            Which.FLEET,
            fleet.host(),
            fleet.port(),
            new Listeners.Handlers(
                door::handle,
                door::invalid,
                connection -> {
                  connections.admit(connection);
                  known.admit(connection);
                }),
            Optional.of(tls));
    open.open(1);
    fleetPort = open.port();
    fleet.revocations().onChange(known::cut);
    vertx.setPeriodic(CUT_MS, id -> known.cut());
  }

  private void openPlain(PlainDoor plain) {
    ChallengeDoor answers = new ChallengeDoor(plain.challenges(), this::port);
    Listeners open =
        listeners(
            Which.PLAIN,
            config.host(),
            plain.port(),
            new Listeners.Handlers(answers::handle, door::invalid, connections::admit),
            Optional.empty());
    open.open(1);
    plainPort = open.port();
  }
}
