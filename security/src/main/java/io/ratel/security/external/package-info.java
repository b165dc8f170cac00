/**
 * Who somebody is at another's door: an account there is a pair of issuer and subject, and nothing
 * else of what the other says decides whom it belongs to here. {@link
 * io.ratel.security.external.OpenIdProvider} speaks OpenID Connect's authorization code flow with
 * PKCE (Google is one), {@link io.ratel.security.external.TelegramLogin} checks what Telegram's
 * login hands to a page.
 */
@NullMarked
package io.ratel.security.external;

import org.jspecify.annotations.NullMarked;
