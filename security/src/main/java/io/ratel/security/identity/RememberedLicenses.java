package io.ratel.security.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Licences that are asked for with every request, and looked up once a minute. While they cannot be
 * looked up, what was known last counts, and {@link License#FREE} for whom nothing was known. Safe
 * for any thread.
 */
public final class RememberedLicenses implements Licenses {
  private static final long FRESH_NS = TimeUnit.MINUTES.toNanos(1);
  private static final int MAX_KNOWN = 20_000;

  private record Known(License license, long atNs) {}

  private final Map<Long, Known> known = new ConcurrentHashMap<>();
  private final Licenses source;
  private final LongSupplier nanos;

  /**
   * @param nanos as {@link System#nanoTime}
   */
  public RememberedLicenses(Licenses source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  @Override
  public License of(long userId) {
    long now = nanos.getAsLong();
    Known before = known.get(userId);
    if (before != null && now - before.atNs() < FRESH_NS) {
      return before.license();
    }
    License license = before == null ? License.FREE : before.license();
    try {
      license = source.of(userId);
    } catch (RuntimeException e) {
      // Asked again in a minute: requests must not wait for tables that are away.
    }
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    known.put(userId, new Known(license, now));
    return license;
  }
}
