/**
 * Tokens that say who is calling: JWS compact form, ES256, an explicit type and audience. They are
 * signed with a private key that never leaves its node and checked with public keys alone. The
 * checker accepts exactly what the signer writes: one algorithm, known keys, no header that points
 * elsewhere, one spelling of every byte.
 */
@NullMarked
package io.ratel.security.token;

import org.jspecify.annotations.NullMarked;
