/**
 * Requests for certificates that are late, replayed, forged, or ask for somebody else's, and
 * renewals whose clock, chance and authority the test rules.
 */
@org.jspecify.annotations.NullMarked
package io.ratel.security.enrolment;
