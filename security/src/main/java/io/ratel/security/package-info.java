/**
 * Who you are. An {@link io.ratel.security.identity identity} is proved once by a password; from
 * then on short-lived signed {@link io.ratel.security.token tokens} say who is calling, and anyone
 * who holds the public keys can check them without asking. Machines know each other by {@link
 * io.ratel.security.pki certificates}, and what must be kept and not read is kept as {@link
 * io.ratel.security.secret secrets}. How much anybody may ask is a matter of {@link
 * io.ratel.security.rate rates}, and what was done with power stays in the {@link
 * io.ratel.security.audit audit log}.
 */
@NullMarked
package io.ratel.security;

import org.jspecify.annotations.NullMarked;
