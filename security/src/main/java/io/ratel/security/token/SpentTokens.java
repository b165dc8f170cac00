package io.ratel.security.token;

import java.time.Instant;

/**
 * Which single-use tokens have been used, kept where a restart and every node see it. Safe for any
 * thread; calls may block.
 */
public interface SpentTokens {
  /**
   * Uses a token up; what is over may be forgotten after {@code expiresAt} and the skew.
   *
   * @return false when it was used before
   */
  boolean spend(String tokenId, Instant expiresAt);
}
