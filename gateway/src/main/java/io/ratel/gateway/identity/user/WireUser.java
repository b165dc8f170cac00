package io.ratel.gateway.identity.user;

import io.ratel.gateway.operation.Field;
import io.ratel.security.identity.License;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserState;
import org.jspecify.annotations.Nullable;

/** A user as those who run the platform see it. */
record WireUser(
    String id,
    @Field(personal = true) @Nullable String email,
    @Field(personal = true) String name,
    Role role,
    UserKind kind,
    UserState state,
    License license) {
  static WireUser of(User user) {
    return new WireUser(
        Long.toString(user.id()),
        user.email().orElse(null),
        user.name(),
        user.role(),
        user.kind(),
        user.state(),
        user.license());
  }
}
