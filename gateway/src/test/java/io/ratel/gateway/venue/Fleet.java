package io.ratel.gateway.venue;

import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Subject;
import io.ratel.security.revocation.Revocations;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority, and machines with its certificates. */
public final class Fleet {
  public final Authority authority;
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock = InstantSource.system();

  public Fleet(Path folder) {
    authority = Authority.init(folder, random, clock);
  }

  /** A fresh certificate for this machine. */
  public Identity identity(CertificateKind kind, String name) {
    KeyPair keys = P384.generate(random);
    Subject subject =
        new Subject(
            kind, name, kind.server() ? List.of("localhost", "127.0.0.1") : List.<String>of());
    return new Identity(
        keys.getPrivate(), authority.issue(subject, keys.getPublic(), Optional.empty()));
  }

  /** One that a machine shows. */
  public CurrentIdentity shown(CertificateKind kind, String name) {
    return new CurrentIdentity(identity(kind, name), authority.root(), clock);
  }

  /** What a machine knows of revocations: the newest list. */
  public Revocations revocations() {
    return revocations(clock);
  }

  /** The same by another clock. */
  public Revocations revocations(InstantSource other) {
    Revocations revocations = new Revocations(authority.root(), other);
    tell(revocations);
    return revocations;
  }

  /** Brings the newest list. */
  public void tell(Revocations revocations) {
    revocations
        .offer(authority.publish(Revocations.VALIDITY).text())
        .ifPresent(
            fault -> {
              throw new AssertionError(fault);
            });
  }

  public void revoke(Identity identity) {
    authority.revoke(Authority.serial(identity.certificate()), CRLReason.KEY_COMPROMISE);
  }

  /** A client that trusts the root and shows nothing. */
  public SSLContext visitor() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("root", authority.root());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), random);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
