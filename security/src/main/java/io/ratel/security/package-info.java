/**
 * Who you are. An {@link io.ratel.security.identity identity} is proved once by a password; from
 * then on short-lived signed {@link io.ratel.security.token tokens} say who is calling, and anyone
 * who holds the public keys can check them without asking.
 */
@NullMarked
package io.ratel.security;

import org.jspecify.annotations.NullMarked;
