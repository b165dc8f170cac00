/**
 * Certificates at work in one process. {@link io.ratel.server.trust.Trust} opens what the
 * configuration and the data directory ask for: the authority where its files are, this node's own
 * identity, the public door's certificate; and has each looked after every few seconds: lists of
 * revoked certificates published and followed, files read again, certificates renewed in time.
 */
@NullMarked
package io.ratel.server.trust;

import org.jspecify.annotations.NullMarked;
