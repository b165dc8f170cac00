package io.ratel.security.audit;

import java.util.Optional;

/**
 * What walking the chain has shown.
 *
 * @param records how many are in order
 * @param newest the last of those; whoever keeps it elsewhere can tell later that nothing before it
 *     was changed
 * @param broken the first break
 */
public record Verification(long records, Link newest, Optional<Break> broken) {
  /**
   * @param number of the record that is not what it must be
   * @param fault in words
   */
  public record Break(long number, String fault) {}

  public boolean intact() {
    return broken.isEmpty();
  }
}
