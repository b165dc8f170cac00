/**
 * Doors with locks, over real sockets: the public one with a certificate that changes while callers
 * knock, and the fleet's one, which shuts in front of whoever was revoked.
 */
@org.jspecify.annotations.NullMarked
package io.ratel.gateway.tls;
