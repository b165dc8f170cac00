package io.ratel.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(64, 1);

  @Test
  void recognisesThePasswordAndNoOther() {
    Optional<String> hash = Optional.of(passwords.hash("correct horse"));

    assertThat(passwords.matches(hash, "correct horse")).isTrue();
    assertThat(passwords.matches(hash, "correct horsf")).isFalse();
    assertThat(passwords.matches(hash, "")).isFalse();
    assertThat(passwords.matches(hash, "x".repeat(100_000))).isFalse();
  }

  @Test
  void saltsEveryHash() {
    assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
  }

  @Test
  void nothingMatchesForAUserThatDoesNotExist() {
    assertThat(passwords.matches(Optional.empty(), "")).isFalse();
    assertThat(passwords.matches(Optional.empty(), "anything")).isFalse();
  }

  @Test
  void checksAHashMadeAtAnotherCost() {
    String hash = new Passwords(128, 2).hash("moved");

    assertThat(hash).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
    assertThat(passwords.matches(Optional.of(hash), "moved")).isTrue();
  }

  @Test
  void agreesWithTheReferenceImplementation() {
    // From the test suite of the reference implementation (P-H-C/phc-winner-argon2, test.c):
    // version 0x13, t=2, m=2^8 KiB, p=1, password "password", salt "somesalt", Argon2id.
    String reference =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertThat(passwords.matches(Optional.of(reference), "password")).isTrue();
    assertThat(passwords.matches(Optional.of(reference), "passwore")).isFalse();
  }

  @Test
  void refusesAStoredHashThatIsNone() {
    assertThatThrownBy(() -> passwords.matches(Optional.of("plaintext"), "plaintext"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("plaintext");
  }
}
