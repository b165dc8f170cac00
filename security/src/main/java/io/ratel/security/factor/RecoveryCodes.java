package io.ratel.security.factor;

import io.ratel.security.digest.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;

/** Codes for the day the authenticator is lost: ten of 80 random bits, each good once. */
final class RecoveryCodes {
  static final int COUNT = 10;

  private static final int BYTES = 10;
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");

  private RecoveryCodes() {}

  /**
   * Fresh codes as their owner keeps them, {@code XXXX-XXXX-XXXX-XXXX}.
   *
   * @param random nobody may guess what it gives next
   */
  static List<String> mint(RandomGenerator random) {
    return Stream.generate(
            () -> {
              byte[] bytes = new byte[BYTES];
              random.nextBytes(bytes);
              return String.join("-", Base32.toBase32String(bytes).split("(?<=\\G.{4})"));
            })
        .limit(COUNT)
        .toList();
  }

  /** What is kept of a code; empty when it has not the form of one. 80 bits need no slow hash. */
  static Optional<byte[]> hash(String code) {
    String bare = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? Optional.of(Sha256.of(bare)) : Optional.empty();
  }
}
