/**
 * The certificate authority under attack: real sockets between ends that show every wrong
 * certificate there is, while certificates are replaced.
 */
@NullMarked
package io.ratel.security.pki;

import org.jspecify.annotations.NullMarked;
