package io.ratel.security.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The system of record for pools. Each change is one transaction. Safe for any thread; calls block.
 */
public interface Pools {
  /** How many pools a user can be in. */
  int MAX_POOLS = 64;

  int MAX_MEMBERS = 500;

  /** How many invitations of a pool can be open at once. */
  int MAX_INVITATIONS = 64;

  /** What became of a change. */
  enum Change {
    DONE,
    /** There is no such pool, member or invitation. */
    UNKNOWN,
    /** The pool would be left without an owner. */
    LAST_OWNER,
    /** One of the bounds above. */
    FULL
  }

  /**
   * Makes a pool with its first owner, or finds the one that has this account already.
   *
   * @return empty when the user is in {@link #MAX_POOLS}
   */
  Optional<Pool> open(long ownerId, String name, long accountId);

  /** The pools that a user is in, the first joined first. */
  List<Pool> of(long userId);

  /** The first joined first. */
  List<Member> members(long poolId);

  Change rename(long poolId, String name);

  /** Deletes the pool with its members, invitations and API keys. */
  Change delete(long poolId);

  Change setRole(long poolId, long userId, PoolRole role);

  /** Removes a member, and the API keys that it made for the pool. */
  Change remove(long poolId, long userId);

  /**
   * @param hash SHA-256 of the code
   * @return empty when the pool has {@link #MAX_INVITATIONS}
   */
  Optional<Invitation> invite(long poolId, long invitedBy, PoolRole role, byte[] hash, Instant now);

  /** Those that are good still, the newest first. */
  List<Invitation> invitations(long poolId, Instant now);

  Change withdraw(long poolId, long invitationId);

  /**
   * Makes the user a member and uses the invitation up. Who is a member already stays what they
   * are, and the invitation stays good.
   *
   * @param hash SHA-256 of the code
   * @return {@link Change#UNKNOWN} when no open invitation has this code
   */
  Change join(byte[] hash, long userId, Instant now);
}
