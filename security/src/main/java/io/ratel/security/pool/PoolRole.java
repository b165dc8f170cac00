package io.ratel.security.pool;

/** What a member may do, the least first. */
public enum PoolRole {
  ASSOCIATE,
  MODERATOR,
  OWNER;

  /** Whether who has this role may do what needs the other at least. */
  public boolean reaches(PoolRole least) {
    return compareTo(least) >= 0;
  }
}
