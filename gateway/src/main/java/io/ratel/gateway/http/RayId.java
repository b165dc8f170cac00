package io.ratel.gateway.http;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one request in its answer and in the log: 128 random bits that nobody else chooses. */
final class RayId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private RayId() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
