package io.ratel.security.token;

/**
 * Whom a token is for.
 *
 * @param session the same for an outer token and all that came of it
 * @param network where it may be used, see {@link Networks}; any where when empty
 */
public record Bearer(long userId, String session, String network) {}
