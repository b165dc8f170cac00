package io.ratel.gateway.venue;

import io.ratel.security.identity.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is here, in memory. */
public final class FakePresence implements Presence {
  private final Set<Long> here = new HashSet<>();
  private final Map<Long, Instant> lastSeen = new HashMap<>();
  private final List<String> told = new ArrayList<>();

  @Override
  public synchronized Set<Long> changed(Set<Long> came, Set<Long> left) {
    came.forEach(id -> told.add("came " + id));
    left.forEach(id -> told.add("left " + id));
    here.addAll(came);
    here.removeAll(left);
    left.forEach(id -> lastSeen.put(id, TestVenue.NOW));
    return came;
  }

  @Override
  public void renew() {}

  @Override
  public synchronized Seen of(long userId) {
    return new Seen(here.contains(userId), Optional.ofNullable(lastSeen.get(userId)));
  }

  /** What has been told, in order. */
  public synchronized List<String> told() {
    return List.copyOf(told);
  }
}
