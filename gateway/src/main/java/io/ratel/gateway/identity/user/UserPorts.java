package io.ratel.gateway.identity.user;

import io.ratel.security.identity.Licenses;
import io.ratel.security.identity.UserRegister;

/**
 * Users as those who run the platform keep them.
 *
 * @param licenses what others ask of a user's tier
 * @param openRegistration whether people may join by themselves
 */
public record UserPorts(UserRegister register, Licenses licenses, boolean openRegistration) {}
