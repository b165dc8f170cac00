package io.ratel.security.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log. Safe for any thread; calls may block. */
public interface AuditLog {
  /**
   * Which records to read, the newest first.
   *
   * @param from the earliest time; {@code to} is not included
   * @param below only records with smaller numbers
   */
  record Query(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Long> who,
      Optional<String> operation,
      Optional<Long> below,
      int limit) {}

  /**
   * Writes an act; it is on disk when this returns.
   *
   * @throws RuntimeException when it could not be written
   */
  Link append(Act act);

  List<AuditRecord> read(Query query);

  /** Walks the whole chain. */
  Verification verify();
}
