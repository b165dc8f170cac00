/**
 * The platform's own certificates. An {@link io.ratel.security.pki.Authority} with a root and two
 * intermediates on P-384 issues six kinds of certificate, each with its own use and short life, and
 * signs a {@link io.ratel.security.pki.RevocationList} of those that are not good any more; {@link
 * io.ratel.security.pki.MutualTls} lets two ends of a connection know each other by them, and
 * nobody else in.
 */
@NullMarked
package io.ratel.security.pki;

import org.jspecify.annotations.NullMarked;
