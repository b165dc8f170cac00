/**
 * People and services: their roles, states and licences, and the passwords that prove who they are.
 * {@link io.ratel.security.identity.Passwords} turns a password into a hash that is slow to guess;
 * {@link io.ratel.security.identity.Users} is the port to wherever the hashes are kept, {@link
 * io.ratel.security.identity.UserRegister} the one for those who run the platform.
 */
@NullMarked
package io.ratel.security.identity;

import org.jspecify.annotations.NullMarked;
