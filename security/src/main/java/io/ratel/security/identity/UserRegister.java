package io.ratel.security.identity;

import io.ratel.security.external.ExternalAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users as those who run the platform keep them. Safe for any thread; calls may block. */
public interface UserRegister {
  /**
   * A user who is not there yet.
   *
   * @param email in canonical form
   * @param passwordHash as {@link Passwords#hash} made it
   * @param external an account elsewhere that signs the user in
   */
  record NewUser(
      Optional<String> email,
      String name,
      Role role,
      UserKind kind,
      Optional<String> passwordHash,
      Optional<ExternalAccount> external) {
    /** Leaves everything personal out. */
    @Override
    public String toString() {
      return "NewUser[" + role + ", " + kind + "]";
    }
  }

  /** What is changed of a user; what is empty stays. */
  record Change(Optional<Role> role, Optional<UserState> state, Optional<License> license) {}

  /**
   * What is left of a user who was deleted.
   *
   * @param userId names nobody any more
   * @param accountIds what the ledger keeps
   * @param removed how many rows went, by table
   */
  record Receipt(
      long userId, List<Long> accountIds, Instant deletedAt, Map<String, Integer> removed) {}

  /** Empty when the address, or the account elsewhere, is somebody's already. */
  Optional<User> create(NewUser user, Instant now);

  /** Users in the order of their numbers, from after one, at most so many. */
  List<User> list(long after, int limit);

  /** The user as it then is; empty when there is none. */
  Optional<User> change(long userId, Change change);

  /** Everything personal of a user goes, in one transaction; empty when there is none. */
  Optional<Receipt> delete(long userId, Instant now);

  /** The receipt of a user who was deleted. */
  Optional<Receipt> receipt(long userId);
}
