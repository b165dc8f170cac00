package io.ratel.server.trust;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.ratel.adapters.acme.AcmeCertificate;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.access.PostgresRevocations;
import io.ratel.gateway.Doors;
import io.ratel.gateway.FleetDoor;
import io.ratel.gateway.PlainDoor;
import io.ratel.gateway.PublicTls;
import io.ratel.gateway.access.CertificatePorts;
import io.ratel.security.enrolment.RegistrationAuthority;
import io.ratel.security.enrolment.RemoteAuthority;
import io.ratel.security.enrolment.Renewal;
import io.ratel.security.enrolment.TrustedRoots;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import io.ratel.security.revocation.FleetClient;
import io.ratel.security.revocation.RevocationStore;
import io.ratel.security.secret.Secrets;
import io.ratel.server.StoredSecrets;
import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import io.ratel.server.config.Config;
import io.ratel.server.config.FleetConfig;
import io.ratel.server.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates of one process, opened once and looked after until it is closed. */
public final class Trust implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

  /** Revocations travel in a minute; this is a part of it. */
  private static final long EVERY_S = 5;

  private static final int PARTS = 3;

  private final Config config;
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock = InstantSource.system();
  private final RevocationStore store;
  private final Optional<HeldAuthority> authority;
  private final Optional<NodeIdentity> node;
  private final Optional<DoorSource> door;
  private final Optional<AcmeCertificate> acme;

  /** One for each part: a public authority that takes minutes must not hold revocations up. */
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          PARTS, Thread.ofPlatform().daemon().name("trust-", 0).factory());

  /**
   * @throws StartException when something that was asked for cannot be used
   */
  public Trust(Config config, Database tables, MeterRegistry registry) {
    this.config = config;
    this.store = new PostgresRevocations(tables);
    try {
      authority =
          HeldAuthority.open(config.data().resolve("ca"), config.tls().own(), store, random, clock);
      node = openNode();
      acme = config.tls().acme().map(at -> openAcme(at, tables));
      door = acme.<DoorSource>map(AcmeDoor::new).or(this::openDoor);
    } catch (PkiException | IOException e) {
      throw new StartException(ExitCode.USAGE, "a certificate cannot be used: " + e.getMessage());
    }
    node.ifPresent(known -> gauge(registry, "node", () -> known.shown().get()));
    door.ifPresent(known -> gauge(registry, "door", () -> known.certificate().get()));
    authority.ifPresent(held -> lookAfter(held::tick));
    node.ifPresent(known -> lookAfter(known::tick));
    door.ifPresent(known -> lookAfter(known::tick));
  }

  private void gauge(MeterRegistry registry, String which, Supplier<Identity> shown) {
    registry.gauge(
        "ratel.certificate.seconds",
        Tags.of("certificate", which),
        this,
        self ->
            Duration.between(
                    self.clock.instant(), shown.get().certificate().getNotAfter().toInstant())
                .toSeconds());
  }

  private AcmeCertificate openAcme(TlsConfig.Acme at, Database tables) {
    Secrets secrets = StoredSecrets.open(tables, StoredSecrets.keys(config.data()));
    return new AcmeCertificate(at.directory(), at.email(), at.domains(), secrets, random, clock);
  }

  private Optional<NodeIdentity> openNode() throws IOException {
    FleetConfig fleet = config.fleet();
    Optional<RegistrationAuthority> held = authority.map(HeldAuthority::desk);
    if (!Files.exists(fleet.identity()) && held.isPresent() && fleet.port().isPresent()) {
      Subject subject =
          new Subject(CertificateKind.NODE, "authority", Hosts.of(fleet.host(), List.of()));
      NodeIdentity.write(fleet.identity(), held.get().identity(subject));
    }
    if (!Files.exists(fleet.identity())) {
      fleet
          .port()
          .ifPresent(
              port -> {
                throw new PkiException(
                    "fleet.port needs this node's certificate, and there is no "
                        + fleet.identity()
                        + ": ratel ca enrol makes one");
              });
      return Optional.empty();
    }
    X509Certificate root = held.isPresent() ? held.get().root() : root(fleet.root());
    Optional<Renewal.Certifier> certifier =
        held.<Renewal.Certifier>map(desk -> desk)
            .or(
                () ->
                    fleet
                        .authority()
                        .map(
                            at ->
                                new RemoteAuthority(at, TrustedRoots.client(root), random, clock)));
    return Optional.of(
        new NodeIdentity(
            fleet.identity(),
            root,
            config.data().resolve("revocations.pem"),
            store,
            certifier,
            random,
            clock));
  }

  private static X509Certificate root(Path file) throws IOException {
    return Pem.certificates(Files.readString(file), file.toString()).getFirst();
  }

  private Optional<DoorSource> openDoor() {
    TlsConfig tls = config.tls();
    if (tls.own()) {
      List<String> hosts = Hosts.of(config.gateway().host(), tls.hosts());
      return authority.map(held -> new OwnDoor(held.desk(), hosts, random, clock));
    }
    return tls.files().map(files -> new FileDoor(files, clock));
  }

  private void lookAfter(Runnable part) {
    threads.scheduleWithFixedDelay(() -> safely(part), EVERY_S, EVERY_S, TimeUnit.SECONDS);
  }

  private static void safely(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("certificates cannot be looked after; tried again shortly");
    }
  }

  /** How the doors of this process are locked. */
  public Doors doors() {
    FleetConfig fleet = config.fleet();
    return new Doors(
        door.map(known -> new PublicTls(known.certificate(), config.tls().tls12())),
        node.flatMap(
            known ->
                fleet
                    .port()
                    .map(
                        port ->
                            new FleetDoor(fleet.host(), port, known.shown(), known.revocations()))),
        config.tls().plainPort().map(port -> new PlainDoor(port, this::challenge)));
  }

  private Optional<String> challenge(String token) {
    return acme.flatMap(source -> source.challenge(token));
  }

  /** The way to other nodes, where this one has a certificate. */
  public Optional<FleetClient> client() {
    return node.map(NodeIdentity::client);
  }

  /** What the doors answer about certificates, where the process has to do with them. */
  public Optional<CertificatePorts> ports() {
    return authority.isEmpty() && node.isEmpty()
        ? Optional.empty()
        : Optional.of(new CertificatePorts(authority.map(HeldAuthority::desk), store::newest));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    node.ifPresent(NodeIdentity::close);
  }
}
