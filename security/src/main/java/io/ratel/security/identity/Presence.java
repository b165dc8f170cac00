package io.ratel.security.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which users have a socket open somewhere. Each node tells of its own users; one that dies is
 * forgotten after {@link #NODE_S}. Safe for any thread; calls may block.
 */
public interface Presence {
  /** A node that has said nothing for so long has no users any more. */
  int NODE_S = 30;

  /** For so long it is known when a user was last here. */
  int LAST_SEEN_H = 24;

  /**
   * A user as all nodes see it.
   *
   * @param online whether any node has a socket of the user
   * @param lastSeen when the last socket closed, if that was within {@link #LAST_SEEN_H}
   */
  record Seen(boolean online, Optional<Instant> lastSeen) {}

  /**
   * Tells whose first socket this node has opened and whose last it has closed.
   *
   * @return those of {@code came} who were nowhere else: their first socket of all
   */
  Set<Long> changed(Set<Long> came, Set<Long> left);

  /** Says that this node is alive; at least every {@link #NODE_S} seconds. */
  void renew();

  Seen of(long userId);
}
