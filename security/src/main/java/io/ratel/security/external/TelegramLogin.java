package io.ratel.security.external;

import io.ratel.security.digest.Sha256;
import io.ratel.security.external.ExternalCheck.Known;
import io.ratel.security.external.ExternalCheck.Refused;
import io.ratel.security.token.SpentTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks what Telegram's login gives to a page (core.telegram.org/widgets/login, "Checking
 * authorization"): the fields in the order of their names, HMAC-SHA-256 under the SHA-256 of the
 * bot's token. Safe for any thread; may block.
 */
public final class TelegramLogin {
  /** Who vouches for these accounts. */
  public static final String ISSUER = "https://telegram.org";

  static final Duration MAX_AGE = Duration.ofMinutes(10);
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final byte[] key;
  private final String botId;
  private final SpentTokens spent;
  private final InstantSource clock;

  /**
   * @param botToken as BotFather gave it, {@code ID:SECRET}
   */
  public TelegramLogin(String botToken, SpentTokens spent, InstantSource clock) {
    int colon = botToken.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a bot's token must be ID:SECRET");
    }
    this.botId = botToken.substring(0, colon);
    this.spent = spent;
    this.clock = clock;
    this.key = Sha256.of(botToken);
  }

  /** By what Telegram's login page knows the bot; not secret. */
  public String botId() {
    return botId;
  }

  /**
   * @param fields everything that was handed over but the hash, by Telegram's names
   * @param hash in hexadecimal
   */
  public ExternalCheck check(Map<String, String> fields, String hash) {
    String content =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
    if (!MessageDigest.isEqual(hmac(content), bytes(hash))) {
      return new Refused(ExternalFault.SIGNATURE);
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(fields.getOrDefault("auth_date", "0")));
    Instant now = clock.instant();
    if (signedAt.plus(MAX_AGE).isBefore(now) || signedAt.isAfter(now.plus(SKEW))) {
      return new Refused(ExternalFault.OLD);
    }
    if (!spent.spend(
        "telegram:" + HexFormat.of().formatHex(hmac(content)), signedAt.plus(MAX_AGE).plus(SKEW))) {
      return new Refused(ExternalFault.USED);
    }
    String first = fields.getOrDefault("first_name", "");
    String last = fields.getOrDefault("last_name", "");
    String name = fields.getOrDefault("username", (first + " " + last).strip());
    return new Known(
        new ExternalAccount(ISSUER, fields.getOrDefault("id", ""), Optional.empty(), name));
  }

  private byte[] hmac(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA-256", e);
    }
  }

  private static byte[] bytes(String hash) {
    try {
      return HexFormat.of().parseHex(hash);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
