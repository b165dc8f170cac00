package io.ratel.security.enrolment;

import io.ratel.security.pki.Subject;
import java.security.PublicKey;
import java.time.Instant;

/**
 * Who may enrol without a certificate, once.
 *
 * @param id that a request names it by
 * @param subject hosts included
 * @param key that proves it
 * @param until it is good
 */
public record Invitation(String id, Subject subject, PublicKey key, Instant until) {}
