package io.ratel.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.security.token.RotatingKeys.Published;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The keys of tokens over months that the test lets pass. */
class RotatingKeysTest {
  private static final Duration EVERY = Duration.ofDays(30);

  private final Shared shared = new Shared();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final RotatingKeys keys = new RotatingKeys(shared, EVERY, () -> now);

  /** What nodes of a fleet share. */
  private static final class Shared implements RotatingKeys.Store {
    final Map<String, TokenKeys> pairs = new HashMap<>();
    final List<Published> rows = new ArrayList<>();

    @Override
    public List<Published> all() {
      return List.copyOf(rows);
    }

    @Override
    public TokenKeys open(String id) {
      return Objects.requireNonNull(pairs.get(id));
    }

    @Override
    public boolean add(TokenKeys pair, Instant signsFrom, Instant noneAfter) {
      if (rows.stream().anyMatch(row -> row.signsFrom().isAfter(noneAfter))) {
        return false;
      }
      pairs.put(pair.id(), pair);
      return rows.add(new Published(pair.id(), pair.publicKey(), signsFrom));
    }

    @Override
    public void remove(String id) {
      pairs.remove(id);
      rows.removeIf(row -> row.id().equals(id));
    }
  }

  private TokenSigner signer(RotatingKeys by) {
    TokenLifetimes day =
        new TokenLifetimes(TokenKind.MAX_LIFETIME, Duration.ofMinutes(15), Duration.ofMinutes(10));
    return new TokenSigner(by, day, () -> now, new SecureRandom());
  }

  private boolean counts(SignedToken token, PublicKeys by) {
    return new TokenVerifier(by, () -> now).check(token.text(), TokenKind.OUTER)
        instanceof TokenCheck.Valid;
  }

  private void pass(Duration time, RotatingKeys... nodes) {
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(Duration.ofMinutes(10))) {
      for (RotatingKeys node : nodes) {
        node.tick();
      }
    }
  }

  @Test
  void aNewKeyIsPublishedAnHourBeforeItSignsEvenToNodesThatLookNoMore() {
    String first = keys.get().id();
    pass(EVERY.minus(RotatingKeys.AHEAD), keys);
    assertThat(keys.published()).containsOnlyKeys(first);
    keys.tick();
    assertThat(keys.published()).hasSize(2).containsKey(first);
    Map<String, ECPublicKey> kept = keys.published();
    pass(RotatingKeys.AHEAD.minusMinutes(10), keys);
    assertThat(keys.get().id()).as("not yet").isEqualTo(first);
    pass(Duration.ofMinutes(20), keys);
    assertThat(keys.get().id()).isNotEqualTo(first);
    assertThat(counts(signer(keys).open(7, "loopback"), PublicKeys.of(kept))).isTrue();
  }

  @Test
  void noTokenIsLostThroughManyRotationsAndOldPairsAreDestroyed() {
    Set<String> signed = new HashSet<>();
    List<SignedToken> alive = new ArrayList<>();
    for (int hour = 0; hour < 24 * 100; hour++) {
      alive.add(signer(keys).open(7, "loopback"));
      signed.add(keys.get().id());
      now = now.plus(Duration.ofHours(1));
      keys.tick();
      alive.removeIf(token -> !now.isBefore(token.expiresAt()));
      assertThat(alive).allMatch(token -> counts(token, keys));
      assertThat(shared.pairs.size()).isLessThanOrEqualTo(3);
    }
    assertThat(signed).hasSize(4);
  }

  @Test
  void twoNodesAddOneKeyAndCheckEachOthersTokens() {
    RotatingKeys other = new RotatingKeys(shared, EVERY, () -> now);
    assertThat(other.get()).isEqualTo(keys.get());
    pass(EVERY.plusHours(2), keys, other);
    assertThat(other.get()).isEqualTo(keys.get());
    assertThat(shared.rows).hasSize(2);
    assertThat(counts(signer(other).open(7, "loopback"), keys)).isTrue();
  }

  @Test
  void aVenueThatStoodStillForMonthsStartsWithItsOldKeyUntilTheNewOneWasPublished() {
    String first = keys.get().id();
    now = now.plus(Duration.ofDays(90));
    RotatingKeys again = new RotatingKeys(shared, EVERY, () -> now);
    assertThat(again.get().id()).isEqualTo(first);
    assertThat(again.published()).hasSize(2);
    pass(Duration.ofMinutes(80), again);
    assertThat(again.get().id()).isNotEqualTo(first);
  }

  @Test
  void aRotationOutsideOfItsRangeIsRefused() {
    for (Duration wrong : List.of(Duration.ofHours(23), Duration.ofDays(366))) {
      assertThatThrownBy(() -> new RotatingKeys(shared, wrong, () -> now))
          .hasMessageContaining("1 to 365 days");
    }
  }
}
