package io.ratel.security.pki;

import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that was issued.
 *
 * @param serial in lower-case hexadecimal
 */
public record Issued(
    String serial,
    CertificateKind kind,
    String name,
    List<String> hosts,
    Instant notBefore,
    Instant notAfter,
    Optional<Revoked> revoked) {
  /** That it is not good any more. */
  public record Revoked(Instant at, CRLReason reason) {}

  public Issued {
    hosts = List.copyOf(hosts);
  }

  Issued with(Revoked revocation) {
    return new Issued(serial, kind, name, hosts, notBefore, notAfter, Optional.of(revocation));
  }
}
