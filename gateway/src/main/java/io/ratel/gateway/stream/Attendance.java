package io.ratel.gateway.stream;

import io.ratel.security.identity.Presence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the sockets that each user has here and tells of the first and the last one. Changes are
 * gathered for half a second, so that a page that is loaded again never left. Safe for any thread.
 */
public final class Attendance implements AutoCloseable {
  static final long GATHER_MS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
  private static final long RENEW_S = Presence.NODE_S / 3;

  private final Presence presence;
  private final Map<Long, Integer> sockets = new HashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("attendance").factory());
  private boolean scheduled;
  private boolean closed;
  private Set<Long> told = Set.of(); // of the clock's thread

  /** Nothing is told before {@link #start}. */
  public Attendance(Presence presence) {
    this.presence = presence;
  }

  void start() {
    clock.scheduleWithFixedDelay(this::renew, RENEW_S, RENEW_S, TimeUnit.SECONDS);
  }

  void arrived(long userId) {
    change(userId, 1);
  }

  void departed(long userId) {
    change(userId, -1);
  }

  private synchronized void change(long userId, int by) {
    if (closed) {
      return; // everybody has left: a socket that goes now must not be counted below nothing
    }
    sockets.merge(userId, by, (now, more) -> now + more == 0 ? null : now + more);
    if (!scheduled) {
      scheduled = true;
      clock.schedule(this::tell, GATHER_MS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized Set<Long> here() {
    scheduled = false;
    return Set.copyOf(sockets.keySet());
  }

  /** What could not be told is told with the next change or renewal. */
  private void tell() {
    Set<Long> here = here();
    Set<Long> came = new HashSet<>(here);
    came.removeAll(told);
    Set<Long> left = new HashSet<>(told);
    left.removeAll(here);
    if (came.isEmpty() && left.isEmpty()) {
      return;
    }
    try {
      presence.changed(came, left);
      told = here;
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("who came and left could not be told");
    }
  }

  private void renew() {
    tell();
    try {
      presence.renew();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("this node's users could not be renewed");
    }
  }

  /** Everybody leaves. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      sockets.clear();
    }
    clock.execute(this::tell);
    clock.shutdown();
    try {
      if (!clock.awaitTermination(2, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
