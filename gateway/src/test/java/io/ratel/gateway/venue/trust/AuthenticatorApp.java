package io.ratel.gateway.venue.trust;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238), written apart from the platform's. */
public final class AuthenticatorApp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_S = 30;

  private AuthenticatorApp() {}

  /**
   * What it shows.
   *
   * @param secret of 20 bytes, in base32
   */
  public static String code(String secret, Instant now) {
    StringBuilder digits = new StringBuilder();
    for (char letter : secret.toUpperCase(Locale.ROOT).toCharArray()) {
      digits.append(Character.forDigit(ALPHABET.indexOf(letter), ALPHABET.length()));
    }
    byte[] number = new BigInteger("1" + digits, ALPHABET.length()).toByteArray();
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(number, 1, number.length - 1, "HmacSHA1"));
      long step = now.getEpochSecond() / STEP_S;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int cut = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(cut % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
