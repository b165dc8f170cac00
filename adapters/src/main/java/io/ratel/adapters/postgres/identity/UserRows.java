package io.ratel.adapters.postgres.identity;

import io.ratel.security.identity.License;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserState;
import java.util.Optional;
import org.jooq.Record;

/** What a row of {@code platform.users} says. */
public final class UserRows {
  private UserRows() {}

  public static User user(Record row) {
    return new User(
        row.get("user_id", Long.class),
        Optional.ofNullable(row.get("email", String.class)),
        row.get("name", String.class),
        Role.valueOf(row.get("role", String.class)),
        UserKind.valueOf(row.get("kind", String.class)),
        UserState.valueOf(row.get("state", String.class)),
        License.valueOf(row.get("license", String.class)));
  }
}
