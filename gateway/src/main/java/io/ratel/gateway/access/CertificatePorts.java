package io.ratel.gateway.access;

import io.ratel.security.enrolment.RegistrationAuthority;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a node has to do with the fleet's certificates.
 *
 * @param authority in the one node that holds it
 * @param revocations the newest list of revoked certificates that the node knows, as its text
 */
public record CertificatePorts(
    Optional<RegistrationAuthority> authority, Supplier<Optional<String>> revocations) {}
