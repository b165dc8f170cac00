package io.ratel.security.external;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * The system of record for whose accounts elsewhere are whose here. They end with their user. Safe
 * for any thread; calls may block.
 */
public interface ExternalAccounts {
  /**
   * An account elsewhere as its owner here sees it.
   *
   * @param label an address or name
   */
  record Linked(long id, String issuer, String label, Instant linkedAt) {}

  /** Whose it is; looked up by issuer and subject alone. */
  OptionalLong find(ExternalAccount account);

  /** False when it is somebody's already, or the user has one of this issuer. */
  boolean link(long userId, ExternalAccount account, Instant now);

  List<Linked> of(long userId);

  /** False when the user has no such one. */
  boolean unlink(long userId, long id);
}
