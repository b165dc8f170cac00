package io.ratel.security.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** RFC 6238, appendix B, the rows of SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesThePublishedCodes(long second, String code) {
    long step = Totp.step(Instant.ofEpochSecond(second));

    assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
    assertThat(Totp.code(SECRET, step)).isEqualTo(code.substring(2));
  }

  @Test
  void takesTheStepBeforeAndAfterAndNoOther() {
    long step = Totp.step(NOW);
    for (long off = -3; off <= 3; off++) {
      OptionalLong found = Totp.matching(SECRET, Totp.code(SECRET, step + off), NOW, 0);
      assertThat(found.isPresent()).as("off by " + off).isEqualTo(Math.abs(off) <= 1);
    }
  }

  @Test
  void refusesACodeThatWasUsedAndOlderOnes() {
    long step = Totp.step(NOW);
    String code = Totp.code(SECRET, step);

    assertThat(Totp.matching(SECRET, code, NOW, step - 1)).hasValue(step);
    assertThat(Totp.matching(SECRET, code, NOW, step)).isEmpty();
    assertThat(Totp.matching(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
  }

  @Test
  void refusesWhatIsNoCode() {
    for (String text : List.of("", "0", "000000 ", "9428708", "９４２８７０", "a".repeat(300))) {
      assertThat(Totp.matching(SECRET, text, NOW, 0)).isEmpty();
    }
  }

  @Test
  void tellsAnAppWhatToShow() {
    String uri = Totp.uri(SECRET, "Ratel", "ann+1@example.test");

    assertThat(uri)
        .startsWith("otpauth://totp/Ratel:ann%2B1%40example.test?secret=")
        .contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&")
        .endsWith("&issuer=Ratel&algorithm=SHA1&digits=6&period=30");
    assertThat(QrSvg.of(uri)).startsWith("<svg").contains("M4,4h1v1h-1z").endsWith("</svg>");
  }

  @Test
  void aRecoveryCodeIsKnownHoweverItIsTyped() {
    List<String> codes = RecoveryCodes.mint(new Random(7));
    String code = codes.getFirst();

    assertThat(new HashSet<>(codes)).hasSize(10).allMatch(c -> c.matches("([A-Z2-7]{4}-?){4}"));
    assertThat(RecoveryCodes.hash(" " + code.replace("-", "").toLowerCase(java.util.Locale.ROOT)))
        .map(List::of)
        .isPresent();
    assertThat(RecoveryCodes.hash(code.toLowerCase(java.util.Locale.ROOT)).orElseThrow())
        .isEqualTo(RecoveryCodes.hash(code.replace("-", " ")).orElseThrow());
    assertThat(RecoveryCodes.hash("123456")).isEqualTo(Optional.empty());
  }

  @Test
  void locksForTwiceAsLongEachFurtherTimeAndForADayAtMost() {
    assertThat(Factors.lock(4)).isZero();
    assertThat(Factors.lock(5)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Factors.lock(7)).isEqualTo(Duration.ofMinutes(60));
    assertThat(Factors.lock(5_000)).isEqualTo(Duration.ofHours(24));
  }
}
