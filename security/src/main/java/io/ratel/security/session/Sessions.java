package io.ratel.security.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The list of sessions. They end with their user. Safe for any thread; calls may block. */
public interface Sessions {
  /** A user's list has so many at most: the longest unused leave it first. */
  int MAX_LISTED = 100;

  /** Adds one, and drops what is over. */
  void open(Session session);

  /** It was used from there. */
  void used(String id, String address, Instant at);

  /** One that is not over. */
  Optional<Session> find(String id, Instant now);

  /** A user's that are not over, the last used first. */
  List<Session> of(long userId, Instant now);

  /** Takes one off the list; false when the user has no such session. */
  boolean end(long userId, String id);

  /** Takes all of a user off the list. */
  void endAll(long userId);
}
