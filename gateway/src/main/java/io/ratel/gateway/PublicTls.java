package io.ratel.gateway;

import io.ratel.security.pki.DoorCertificate;

/**
 * TLS of the public door.
 *
 * @param certificate followed while the door is open
 * @param tls12 whether TLS 1.2 is spoken beside 1.3
 */
public record PublicTls(DoorCertificate certificate, boolean tls12) {}
