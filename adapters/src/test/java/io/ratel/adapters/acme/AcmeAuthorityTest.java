package io.ratel.adapters.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.acme.AcmeAuthority.Obtained;
import io.ratel.adapters.acme.AcmeAuthority.Outcome;
import io.ratel.adapters.acme.AcmeAuthority.Refused;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.DoorCertificate;
import io.ratel.security.pki.Subject;
import io.ratel.security.token.TokenKeys;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcmeAuthorityTest {
  private static final List<String> DOMAINS = List.of("a.example", "b.example");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> challenges = new ConcurrentHashMap<>();
  private final TokenKeys account = TokenKeys.generate();
  private Authority issuer;
  private TestDoor door;
  private LocalAcme authority;

  @BeforeEach
  void anAuthorityAndADoor() {
    issuer = Authority.init(folder.resolve("ca"), random, InstantSource.system());
    door = new TestDoor(token -> Optional.ofNullable(challenges.get(token)));
    authority =
        new LocalAcme(
            (domains, key) ->
                issuer.issue(
                    new Subject(CertificateKind.GATEWAY, "public", domains),
                    key,
                    Optional.of(Duration.ofDays(90))),
            door.address());
  }

  @AfterEach
  void close() {
    authority.close();
    door.close();
  }

  private Outcome obtain(Map<String, String> answers) {
    return new AcmeAuthority(
            authority.directory(),
            Optional.of("ops@example.org"),
            new KeyPair(account.publicKey(), account.privateKey()),
            answers,
            random)
        .obtain(DOMAINS);
  }

  private static Refused refused(Outcome outcome, String because) {
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).why()).contains(because);
    return (Refused) outcome;
  }

  @Test
  void aCertificateIsObtainedForEveryDomainAndAgainWithTheSameAccount() {
    for (int time = 1; time <= 2; time++) {
      Outcome outcome = obtain(challenges);
      assertThat(outcome).isInstanceOf(Obtained.class);
      DoorCertificate shown =
          new DoorCertificate(((Obtained) outcome).identity(), InstantSource.system());
      assertThat(Subject.of(shown.get().certificate()).orElseThrow().hosts()).isEqualTo(DOMAINS);
      assertThat(authority.issued).isEqualTo(time);
    }
    assertThat(authority.accountsMade).isEqualTo(1);
    assertThat(challenges).as("answers are taken away again").isEmpty();
  }

  @Test
  void aNonceThatIsNotTakenIsReplacedByAnother() {
    authority.badNonces = 2;
    assertThat(obtain(challenges)).isInstanceOf(Obtained.class);
  }

  @Test
  void anAuthorityThatNeverTakesANonceIsAClearError() {
    authority.badNonces = Integer.MAX_VALUE;
    refused(obtain(challenges), "nonce");
    assertThat(authority.issued).isZero();
  }

  @Test
  void aLimitIsAClearErrorThatSaysWhenToComeAgain() {
    authority.limited = true;
    Refused refused = refused(obtain(challenges), "too many certificates");
    assertThat(refused.again().orElseThrow())
        .isBetween(Instant.now().plusSeconds(7_000), Instant.now().plusSeconds(7_300));
    assertThat(authority.issued).isZero();
  }

  @Test
  void aDomainThatDoesNotLeadHereIsAClearErrorThatNamesIt() {
    Map<String, String> neverAnswered = new ConcurrentHashMap<>();
    Refused refused = refused(obtain(neverAnswered), "could not verify");
    assertThat(refused.why()).contains("example", "not the one expected", "port 80");
    assertThat(neverAnswered).isEmpty();
    assertThat(authority.issued).isZero();
  }

  @Test
  void anAuthorityThatIsAwayIsAClearError() {
    authority.close();
    refused(obtain(challenges), "cannot be reached");
  }
}
