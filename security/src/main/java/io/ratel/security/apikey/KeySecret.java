package io.ratel.security.apikey;

import io.ratel.security.digest.Sha256;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as its owner has it: {@code rk_PREFIX_SECRET}. */
public record KeySecret(String prefix, String text) {
  /** What every key starts with. */
  public static final String START = "rk_";

  private static final int PREFIX_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("rk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}");

  /**
   * @param random nobody may guess what it gives next
   */
  public static KeySecret mint(RandomGenerator random) {
    byte[] prefix = new byte[PREFIX_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(prefix);
    random.nextBytes(secret);
    String name = HexFormat.of().formatHex(prefix);
    String hidden = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new KeySecret(name, START + name + "_" + hidden);
  }

  /** A key as it was sent, when it has the form of one. */
  public static Optional<KeySecret> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? Optional.of(new KeySecret(form.group(1), text)) : Optional.empty();
  }

  /** What is kept of it; 256 random bits need no slow hash. */
  public byte[] hash() {
    return Sha256.of(text);
  }

  /** Whether this is what was hashed; takes the same time either way. */
  public boolean matches(byte[] stored) {
    return MessageDigest.isEqual(hash(), stored);
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "KeySecret[" + prefix + "]";
  }
}
