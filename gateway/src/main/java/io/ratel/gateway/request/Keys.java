package io.ratel.gateway.request;

import io.ratel.security.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Keys by which the exchange recognises a command that comes again. */
public final class Keys {
  /** The header that carries a key. */
  public static final String HEADER = "Idempotency-Key";

  public static final String PATTERN = "[!-~]{1,128}";
  public static final String RULE = "must be 1 to 128 printable ASCII characters";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private Keys() {}

  /** For a client that sent none: the door's own resends stay harmless. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The key of a movement of money. It is derived from what the client sent together with the
   * operation and the account, so that the keys of two users, or of an order and a deposit, never
   * meet, and so that a client's key may be longer than the exchange's.
   */
  public static String of(String operation, long accountId, Optional<String> sent) {
    if (sent.isEmpty()) {
      return random();
    }
    byte[] digest = Sha256.of(operation + " " + accountId + " " + sent.get());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 32);
  }
}
