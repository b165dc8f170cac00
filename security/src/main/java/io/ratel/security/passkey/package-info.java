/**
 * Passkeys: keys that a device or a password service keeps and shows to this site alone (WebAuthn,
 * level 3). {@link io.ratel.security.passkey.RelyingParty} asks for them and checks what comes
 * back: site, origin, challenge, signature and counter; the protocol itself is the library's. A
 * passkey proves that its user was there and was verified by the device, so it stands for password
 * and second factor at once.
 */
@NullMarked
package io.ratel.security.passkey;

import org.jspecify.annotations.NullMarked;
