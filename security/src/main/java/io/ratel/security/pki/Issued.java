package io.ratel.security.pki;

import java.time.Instant;
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
    Instant notAfter,
    Optional<Instant> revokedAt) {}
