/** Passkeys of a device that a test rules, and what is refused of them. */
@NullMarked
package io.ratel.security.passkey;

import org.jspecify.annotations.NullMarked;
