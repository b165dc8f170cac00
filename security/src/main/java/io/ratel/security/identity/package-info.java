/**
 * People and services, and how they prove who they are. {@link
 * io.ratel.security.identity.Passwords} turns a password into a hash that is slow to guess; {@link
 * io.ratel.security.identity.Users} is the port to wherever the hashes are kept.
 */
@NullMarked
package io.ratel.security.identity;

import org.jspecify.annotations.NullMarked;
