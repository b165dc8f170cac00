package io.ratel.security.identity;

/**
 * A person or a service.
 *
 * @param id positive
 * @param email in the form of {@link Users#canonical}
 */
public record User(long id, String email, Role role) {}
