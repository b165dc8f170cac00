package io.ratel.gateway.identity.external;

import io.ratel.security.external.ExternalAccounts;
import io.ratel.security.external.OpenIdProvider;
import io.ratel.security.external.TelegramLogin;
import java.util.Optional;

/**
 * Ways in that others vouch for.
 *
 * @param google and the others are empty where they are not configured
 */
public record ExternalPorts(
    ExternalAccounts accounts, Optional<OpenIdProvider> google, Optional<TelegramLogin> telegram) {}
