package io.ratel.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.RevocationList;
import io.ratel.security.pki.Subject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationsTest {
  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private Authority authority;
  private Revocations node;

  @BeforeEach
  void aNodeOfAFleet() {
    authority = Authority.init(folder.resolve("ca"), random, () -> now);
    node = new Revocations(authority.root(), () -> now);
  }

  private X509Certificate certificate(CertificateKind kind) {
    Subject subject = new Subject(kind, "x", kind.server() ? List.of("x.test") : List.<String>of());
    return authority.issue(subject, P384.generate(random).getPublic(), Optional.empty()).getFirst();
  }

  private String published() {
    return authority.publish(Revocations.VALIDITY).text();
  }

  private void taken(String list) {
    assertThat(node.offer(list)).isEmpty();
  }

  private void refused(String list, String because) {
    Optional<RevocationList> before = node.newest();
    assertThat(node.offer(list).orElseThrow()).contains(because);
    assertThat(node.newest()).isEqualTo(before);
  }

  @Test // A28
  void aRevokedCertificateOfEitherIntermediateIsRefusedAndCutWithTheNextList() {
    for (CertificateKind kind : List.of(CertificateKind.NODE, CertificateKind.CLIENT)) {
      X509Certificate bad = certificate(kind);
      X509Certificate good = certificate(kind);
      taken(published());
      assertThat(node.refuses(bad)).isFalse();
      authority.revoke(Authority.serial(bad), CRLReason.KEY_COMPROMISE);
      taken(published());
      assertThat(node.refuses(bad)).isTrue();
      assertThat(node.cuts(bad)).isTrue();
      assertThat(node.refuses(good)).isFalse();
      assertThat(node.cuts(good)).isFalse();
    }
    assertThat(node.newest().orElseThrow().size()).isEqualTo(2);
  }

  @Test // A28
  void anOlderListIsRefusedSoThatARevocationCannotBeTakenBack() {
    X509Certificate bad = certificate(CertificateKind.NODE);
    String before = published();
    taken(before);
    authority.revoke(Authority.serial(bad), CRLReason.KEY_COMPROMISE);
    taken(published());
    refused(before, "is not newer than list");
    assertThat(node.refuses(bad)).isTrue();
  }

  @Test // A28
  void aListOfAnotherAuthorityIsRefused() {
    Authority other = Authority.init(folder.resolve("other"), random, () -> now);
    refused(other.publish(Revocations.VALIDITY).text(), "not signed by this authority");
  }

  @Test // A28
  void aListThatWasChangedIsRefused() {
    String list = published();
    int inTheLast = list.lastIndexOf('\n', list.lastIndexOf("-----END")) - 20;
    char other = list.charAt(inTheLast) == 'A' ? 'B' : 'A';
    refused(list.substring(0, inTheLast) + other + list.substring(inTheLast + 1), "signed");
    refused("", "must have a part of every intermediate");
    refused("no list", "must have a part of every intermediate");
    refused("x".repeat(RevocationList.MAX_CHARS + 1), "characters");
  }

  @Test // A28
  void partsOfTwoListsAreNoList() {
    String first = published();
    now = now.plusSeconds(1);
    String second = published();
    String end = "-----END X509 CRL-----\n";
    String mixed =
        first.substring(0, first.indexOf(end) + end.length())
            + second.substring(second.indexOf(end) + end.length());
    refused(mixed, "parts of different age");
    refused(first.substring(0, first.indexOf(end) + end.length()), "every intermediate");
  }

  @Test // A28
  void aListThatHasEndedOrIsOfTheFutureIsRefused() {
    Instant begun = now;
    String list = published();
    now = begun.plus(Revocations.VALIDITY).plus(Revocations.GRACE);
    refused(list, "grace is over");
    now = begun.minus(Duration.ofMinutes(2));
    refused(list, "in the future");
  }

  @Test // A28
  void withoutACurrentListNobodyNewComesInAndOpenConnectionsStay() {
    X509Certificate good =
        authority
            .issue(
                new Subject(CertificateKind.NODE, "x", List.of("x.test")),
                P384.generate(random).getPublic(),
                Optional.of(Duration.ofDays(2)))
            .getFirst();
    assertThat(node.refuses(good)).as("before the first list").isTrue();
    taken(published());
    assertThat(node.refuses(good)).isFalse();
    now = now.plus(Revocations.VALIDITY).plus(Revocations.GRACE).minusSeconds(1);
    assertThat(node.refuses(good)).as("in the grace").isFalse();
    now = now.plusSeconds(1);
    assertThat(node.refuses(good)).isTrue();
    assertThat(node.cuts(good)).isFalse();
    taken(published());
    assertThat(node.refuses(good)).isFalse();
    now = good.getNotAfter().toInstant().plusSeconds(1);
    assertThat(node.cuts(good)).as("ended").isTrue();
  }

  @Test
  void numbersGrowEvenWhenTheClockGoesBackAndTheAuthorityStartsAgain() {
    taken(published());
    now = now.minusSeconds(30);
    authority = Authority.open(folder.resolve("ca"), random, () -> now);
    taken(published());
  }

  @Test
  void aNodeIsToldOfEachNewListOnce() {
    int[] told = {0};
    node.onChange(() -> told[0]++);
    String list = published();
    taken(list);
    taken(list);
    assertThat(told[0]).isEqualTo(1);
  }
}
