package io.ratel.gateway.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in gives.
 *
 * @param token opens the doors until {@code expiresAt}
 * @param outerToken buys a new token for twelve hours
 * @param accountId the first account, null when there is none yet
 */
public record WireSession(
    String token,
    String outerToken,
    Instant expiresAt,
    String userId,
    @Nullable String accountId) {}
