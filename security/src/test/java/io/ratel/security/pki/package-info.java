/**
 * The certificate authority under attack: real sockets between ends that show every wrong
 * certificate there is, and requests that are late, replayed, forged, or ask for somebody else's.
 */
@NullMarked
package io.ratel.security.pki;

import org.jspecify.annotations.NullMarked;
