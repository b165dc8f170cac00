package io.ratel.security.pki;

import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.CertificateKind.Issuer;
import io.ratel.security.pki.CertificateMaker.Signer;
import io.ratel.security.pki.Issued.Revoked;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * The platform's certificate authority: a root, an intermediate for the fleet and one for guests,
 * each in a file of mode 0600 with key and certificate. For one process at a time; its methods may
 * be called from any thread.
 */
public final class Authority {
  /** How long root and intermediates are valid. */
  public static final Duration LIFETIME = Duration.ofDays(5 * 365 + 1);

  /** Nobody gets a certificate for longer. */
  public static final Duration MAX_LEAF = Duration.ofDays(90);

  /** Clocks of a fleet differ: a certificate is valid from a little before it was made. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final Path folder;
  private final CertificateMaker maker;
  private final InstantSource clock;
  private final X509Certificate root;
  private final Map<Issuer, Identity> issuers;
  private final Ledger ledger;

  private Authority(Path folder, SecureRandom random, InstantSource clock) throws IOException {
    this.folder = folder;
    this.maker = new CertificateMaker(random);
    this.clock = clock;
    this.root = read(folder.resolve("root.pem")).certificate();
    this.issuers = new EnumMap<>(Issuer.class);
    for (Issuer issuer : Issuer.values()) {
      issuers.put(issuer, read(folder.resolve(issuer.label() + ".pem")));
    }
    this.ledger = new Ledger(folder.resolve("issued"));
  }

  /**
   * Makes root and intermediates in an empty folder.
   *
   * @throws PkiException when there is an authority already, or the folder cannot be written
   */
  public static Authority init(Path folder, SecureRandom random, InstantSource clock) {
    if (Files.exists(folder.resolve("root.pem"))) {
      throw new PkiException("there is a certificate authority in " + folder + " already");
    }
    CertificateMaker maker = new CertificateMaker(random);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant from = now.minus(CLOCK_SKEW);
    KeyPair rootKeys = P384.generate(random);
    try {
      X509Certificate root =
          maker.authority(
              new Signer(
                  new X500Principal("CN=Ratel root,O=Ratel"),
                  rootKeys.getPublic(),
                  rootKeys.getPrivate()),
              "Ratel root",
              rootKeys.getPublic(),
              1,
              from,
              now.plus(LIFETIME));
      Signer signer = Signer.of(root, rootKeys.getPrivate());
      for (Issuer issuer : Issuer.values()) {
        KeyPair keys = P384.generate(random);
        X509Certificate certificate =
            maker.authority(
                signer, "Ratel " + issuer.label(), keys.getPublic(), 0, from, now.plus(LIFETIME));
        write(
            folder.resolve(issuer.label() + ".pem"),
            new Identity(keys.getPrivate(), List.of(certificate)));
      }
      // The root is last: a folder without it is begun anew.
      write(folder.resolve("root.pem"), new Identity(rootKeys.getPrivate(), List.of(root)));
      return new Authority(folder, random, clock);
    } catch (IOException e) {
      throw new PkiException(folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * @throws PkiException when there is none, or its files are not what they must be
   */
  public static Authority open(Path folder, SecureRandom random, InstantSource clock) {
    if (!Files.exists(folder.resolve("root.pem"))) {
      throw new PkiException(
          "there is no certificate authority in " + folder + ": ratel ca init makes one");
    }
    try {
      return new Authority(folder, random, clock);
    } catch (IOException e) {
      throw new PkiException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Identity read(Path file) throws IOException {
    return Pem.identity(PrivateFile.read(file), file.toString());
  }

  private static void write(Path file, Identity identity) throws IOException {
    PrivateFile.write(file, Pem.of(identity.key()) + Pem.of(identity.chain()));
  }

  /** What everybody trusts. */
  public X509Certificate root() {
    return root;
  }

  /**
   * Certifies a key.
   *
   * @param lifetime empty for that of the kind
   * @return the certificate, then its intermediate
   * @throws PkiException when the key is not on P-384, or the lifetime is too long
   */
  public synchronized List<X509Certificate> issue(
      Subject subject, PublicKey key, Optional<Duration> lifetime) {
    if (!P384.is(key)) {
      throw new PkiException("a certificate's key must be on P-384");
    }
    Duration life = lifetime.orElse(subject.kind().lifetime());
    if (life.compareTo(MAX_LEAF) > 0 || !life.isPositive()) {
      throw new PkiException("lifetime must be at most 90 days, was " + life);
    }
    Identity issuer = Optional.ofNullable(issuers.get(subject.kind().issuer())).orElseThrow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    X509Certificate certificate =
        maker.leaf(
            Signer.of(issuer.certificate(), issuer.key()),
            subject,
            key,
            now.minus(CLOCK_SKEW),
            now.plus(life));
    ledger.put(
        new Issued(
            serial(certificate),
            subject.kind(),
            subject.name(),
            subject.hosts(),
            now,
            now.plus(life),
            Optional.empty()),
        now);
    return List.of(certificate, issuer.certificate());
  }

  /** A certificate's serial as the ledger writes it. */
  public static String serial(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16);
  }

  /** What was issued and has not ended long ago. */
  public synchronized List<Issued> issued() {
    return ledger.all();
  }

  /** Whether a certificate of ours was revoked. */
  public synchronized boolean revoked(X509Certificate certificate) {
    return ledger.find(serial(certificate)).flatMap(Issued::revoked).isPresent();
  }

  /**
   * Revokes for good; again changes nothing.
   *
   * @throws PkiException when no such certificate was issued
   */
  public synchronized void revoke(String serial, CRLReason reason) {
    Issued issued =
        ledger
            .find(serial)
            .orElseThrow(() -> new PkiException("no certificate has the serial '" + serial + "'"));
    if (issued.revoked().isEmpty()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      ledger.put(issued.with(new Revoked(now, reason)), now);
    }
  }

  /**
   * A new signed list of what was revoked and has not ended; its number is greater than that of any
   * before, whatever the clock says.
   *
   * @param validity how long it is good
   */
  public synchronized RevocationList publish(Duration validity) {
    Path file = folder.resolve("revocations.pem");
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      BigInteger number = BigInteger.valueOf(now.toEpochMilli());
      if (Files.exists(file)) {
        RevocationList last = RevocationList.read(PrivateFile.read(file), root);
        number = number.max(last.number().add(BigInteger.ONE));
      }
      StringBuilder text = new StringBuilder();
      for (Map.Entry<Issuer, Identity> entry : issuers.entrySet()) {
        X509Certificate certificate = entry.getValue().certificate();
        Signer signer = Signer.of(certificate, entry.getValue().key());
        Stream<Issued> revoked =
            ledger.all().stream()
                .filter(issued -> issued.revoked().isPresent())
                .filter(issued -> issued.kind().issuer() == entry.getKey())
                .filter(issued -> issued.notAfter().isAfter(now));
        X509CRL list = maker.list(signer, revoked, number, now, now.plus(validity));
        text.append(Pem.of(List.of(certificate))).append(Pem.block("X509 CRL", list.getEncoded()));
      }
      PrivateFile.write(file, text.toString());
      return RevocationList.read(text.toString(), root);
    } catch (IOException | CRLException e) {
      throw new PkiException(file + " cannot be renewed: " + e.getMessage(), e);
    }
  }
}
