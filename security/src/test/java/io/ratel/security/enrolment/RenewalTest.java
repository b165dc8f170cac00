package io.ratel.security.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.CurrentIdentity;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's certificate through a day that the test rules. */
class RenewalTest {
  private static final Subject NODE = new Subject(CertificateKind.NODE, "n1", List.of("n1.test"));
  private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final List<Instant> asked = new ArrayList<>();
  private Instant now = BEGIN;
  private Authority authority;
  private CurrentIdentity shown;
  private boolean away;

  @BeforeEach
  void aNode() {
    authority = Authority.init(folder.resolve("ca"), random, () -> now);
    KeyPair keys = P384.generate(random);
    Identity first =
        new Identity(keys.getPrivate(), authority.issue(NODE, keys.getPublic(), Optional.empty()));
    shown = new CurrentIdentity(first, authority.root(), () -> now);
  }

  private List<X509Certificate> certify(Identity current, Subject subject, KeyPair fresh)
      throws IOException {
    asked.add(now);
    if (away) {
      throw new IOException("nobody answers");
    }
    return authority.issue(subject, fresh.getPublic(), Optional.empty());
  }

  private Renewal renewal() {
    return new Renewal(shown.get(), this::certify, shown::replace, random, () -> now);
  }

  private void pass(Renewal renewal, Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(10)) {
      renewal.tick();
    }
  }

  private String serial() {
    return Authority.serial(shown.get().certificate());
  }

  @Test
  void aCertificateIsReplacedAboutTheMiddleOfItsLifeAndTheNextOneAgain() {
    String first = serial();
    Renewal renewal = renewal();
    pass(renewal, Duration.ofMinutes(24 * 45 / 100 * 60));
    assertThat(asked).isEmpty();
    pass(renewal, Duration.ofHours(4));
    assertThat(asked).hasSize(1);
    String second = serial();
    assertThat(second).isNotEqualTo(first);
    pass(renewal, Duration.ofHours(14));
    assertThat(asked).hasSize(2);
    assertThat(serial()).isNotEqualTo(second);
  }

  @Test
  void nodesThatWereEnrolledTogetherDoNotComeTogether() {
    Set<Instant> times = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      times.add(renewal().next());
    }
    assertThat(times).hasSizeGreaterThan(15);
    Instant middle = BEGIN.plus(Duration.ofHours(12));
    assertThat(times)
        .allMatch(at -> Duration.between(middle, at).abs().compareTo(Duration.ofMinutes(80)) < 0);
  }

  @Test
  void itTriesAgainAtGrowingDistancesUntilTheAuthorityIsBack() {
    away = true;
    String first = serial();
    Renewal renewal = renewal();
    pass(renewal, Duration.ofHours(20));
    assertThat(asked.size()).isBetween(15, 60);
    for (int i = 1; i < asked.size(); i++) {
      assertThat(Duration.between(asked.get(i - 1), asked.get(i)))
          .isLessThanOrEqualTo(Duration.ofMinutes(31));
    }
    assertThat(serial()).isEqualTo(first);
    away = false;
    pass(renewal, Duration.ofMinutes(31));
    assertThat(serial()).isNotEqualTo(first);
  }

  @Test
  void whatComesBackMustWorkOrTheOldOneStays() {
    String first = serial();
    Authority other = Authority.init(folder.resolve("other"), random, () -> now);
    Renewal renewal =
        new Renewal(
            shown.get(),
            (current, subject, fresh) -> other.issue(subject, fresh.getPublic(), Optional.empty()),
            shown::replace,
            random,
            () -> now);
    pass(renewal, Duration.ofHours(14));
    assertThat(serial()).isEqualTo(first);
  }
}
