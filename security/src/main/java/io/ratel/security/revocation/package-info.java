/**
 * Revocations on their way: the authority publishes its signed list to a {@link
 * io.ratel.security.revocation.RevocationStore}; each node offers what it finds there to its {@link
 * io.ratel.security.revocation.Revocations}, which takes only newer lists of the same authority and
 * answers, at each handshake and for each open connection, whether a certificate is still good.
 */
@NullMarked
package io.ratel.security.revocation;

import org.jspecify.annotations.NullMarked;
