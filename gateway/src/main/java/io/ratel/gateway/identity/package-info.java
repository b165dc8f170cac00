/**
 * How people get in and what they keep to get in again: sign-in by password or passkey, the second
 * factor, tokens, the list of sessions. {@link io.ratel.gateway.identity.SignIns} is where every
 * way in ends: it asks for the second factor where there is one, and opens the session.
 */
@NullMarked
package io.ratel.gateway.identity;

import org.jspecify.annotations.NullMarked;
