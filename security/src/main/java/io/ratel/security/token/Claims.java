package io.ratel.security.token;

import java.time.Instant;

/** What a checked token says: whose it is and for how long. Times are whole seconds. */
public record Claims(long userId, Instant issuedAt, Instant expiresAt) {}
