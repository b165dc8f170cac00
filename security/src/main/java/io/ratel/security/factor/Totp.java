package io.ratel.security.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Time-based one-time passwords (RFC 6238 over RFC 4226): HMAC-SHA-1, six digits, a step of thirty
 * seconds, which is what every authenticator app can do.
 */
final class Totp {
  /** RFC 4226, section 4, R6. */
  static final int SECRET_BYTES = 20;

  private static final int DIGITS = 6;
  private static final int PERIOD_S = 30;

  /** A clock that is a little off, and a code that was typed slowly (RFC 6238, section 5.2). */
  private static final int STEPS_OFF = 1;

  private static final int MAX_DIGITS = 8;

  private Totp() {}

  static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), PERIOD_S);
  }

  static String code(byte[] secret, long step) {
    return code(secret, step, DIGITS);
  }

  /** RFC 4226, section 5.3. */
  static String code(byte[] secret, long step, int digits) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA-1", e);
    }
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    String text = Integer.toString(number);
    String padded = "0".repeat(Math.max(0, MAX_DIGITS + 2 - text.length())) + text;
    return padded.substring(padded.length() - digits);
  }

  /**
   * The step that a code is of, if it is near and was not used.
   *
   * @param lastStep the newest that was used: it and older ones are over
   */
  static OptionalLong matching(byte[] secret, String code, Instant now, long lastStep) {
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.UTF_8));
      if (same && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** What an app is given to type: base32 without padding. */
  static String text(byte[] secret) {
    return Base32.toBase32String(secret).replace("=", "");
  }

  /** What an app is given to scan (the Key URI Format of Google Authenticator). */
  static String uri(byte[] secret, String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            escaped(issuer), escaped(account), text(secret), escaped(issuer), DIGITS, PERIOD_S);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
