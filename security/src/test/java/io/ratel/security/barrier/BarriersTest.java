package io.ratel.security.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.security.barrier.Barrier.Kind;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.PublicKeys;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKeys;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenLifetimes;
import io.ratel.security.token.TokenSigner;
import io.ratel.security.token.TokenVerifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarriersTest {
  private static final TokenKeys KEYS = TokenKeys.generate();
  private static final Bearer ANN = new Bearer(7, "session", "192.0.2.1");

  private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
  private long nanos;
  private final List<Barrier> written = new ArrayList<>();
  private final Barriers barriers = new Barriers(written::addAll, () -> now, () -> nanos);
  private final TokenLifetimes day =
      new TokenLifetimes(TokenKind.MAX_LIFETIME, Duration.ofMinutes(15), Duration.ofMinutes(10));
  private final TokenSigner signer =
      new TokenSigner(() -> KEYS, day, () -> now, new SecureRandom());
  private final CheckedTokens tokens =
      new CheckedTokens(
          new TokenVerifier(PublicKeys.of(Map.of(KEYS.id(), KEYS.publicKey())), () -> now),
          barriers,
          () -> now);

  private String token(TokenKind kind) {
    return signer.sign(kind, ANN, Instant.MAX, "").text();
  }

  private TokenCheck check(String token, TokenKind kind) {
    return tokens.check(token, kind, "192.0.2.1");
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aBarrierMakesVoidWhatWasMintedBeforeAndNothingAfter() {
    for (Kind kind : List.of(Kind.USER, Kind.SESSION, Kind.IP)) {
      String before = token(TokenKind.OUTER);
      barriers.raise(
          kind, kind == Kind.USER ? "7" : kind == Kind.SESSION ? "session" : "192.0.2.1");
      assertThat(check(before, TokenKind.OUTER))
          .isEqualTo(new TokenCheck.Refused(TokenFault.BARRED));
      pass(Duration.ofMillis(1));
      assertThat(check(token(TokenKind.OUTER), TokenKind.OUTER))
          .isInstanceOf(TokenCheck.Valid.class);
    }
    assertThat(written).hasSize(3);
  }

  @Test
  void aBarrierForInnerTokensLeavesTheOuterOne() {
    String outer = token(TokenKind.OUTER);
    String inner = token(TokenKind.INNER);
    barriers.raise(Kind.ACCESS, "7");

    assertThat(check(inner, TokenKind.INNER)).isEqualTo(new TokenCheck.Refused(TokenFault.BARRED));
    assertThat(check(outer, TokenKind.OUTER)).isInstanceOf(TokenCheck.Valid.class);
  }

  /** A10: whatever the order in which they are heard of, the latest one counts. */
  @Test
  void barriersCombineByMaximum() {
    Instant early = now.minusSeconds(60);
    Instant late = now.plusSeconds(60);
    barriers.take(new Barrier(Kind.USER, "7", late));
    barriers.take(new Barrier(Kind.USER, "7", early));
    barriers.take(new Barrier(Kind.IP, "192.0.2.1", early));
    String between = token(TokenKind.INNER);
    assertThat(check(between, TokenKind.INNER))
        .isEqualTo(new TokenCheck.Refused(TokenFault.BARRED));

    pass(Duration.ofSeconds(61));
    String after = token(TokenKind.INNER);
    assertThat(check(after, TokenKind.INNER)).isInstanceOf(TokenCheck.Valid.class);
  }

  /** A11. */
  @Test
  void isKeptAsLongAsAnyTokenFromBeforeItCanLive() {
    String old = token(TokenKind.OUTER);
    pass(Duration.ofHours(23));
    barriers.raise(Kind.USER, "7");
    pass(Duration.ofSeconds(61));
    barriers.drop();
    assertThat(check(old, TokenKind.OUTER)).isEqualTo(new TokenCheck.Refused(TokenFault.BARRED));

    pass(TokenKind.MAX_LIFETIME.plusSeconds(11));
    barriers.drop();
    assertThat(barriers.size()).isZero();
    assertThat(check(old, TokenKind.OUTER)).isEqualTo(new TokenCheck.Refused(TokenFault.EXPIRED));
  }

  /** A7: the thief is out, and so is every inner token of the session; the outer one renews. */
  @Test
  void anInnerTokenFromAnotherNetworkEndsWithAllOfItsSession() {
    String stolen = token(TokenKind.INNER);
    String other = token(TokenKind.INNER);
    String outer = token(TokenKind.OUTER);

    assertThat(tokens.check(stolen, TokenKind.INNER, "198.51.100.9"))
        .isEqualTo(new TokenCheck.Refused(TokenFault.ELSEWHERE));
    assertThat(check(stolen, TokenKind.INNER)).isEqualTo(new TokenCheck.Refused(TokenFault.BARRED));
    assertThat(check(other, TokenKind.INNER)).isEqualTo(new TokenCheck.Refused(TokenFault.BARRED));
    assertThat(check(outer, TokenKind.OUTER)).isInstanceOf(TokenCheck.Valid.class);
  }

  /** A12. */
  @Test
  void knowsWhenItMayNotKnowEveryBarrier() {
    assertThat(barriers.current()).isFalse();
    barriers.confirm(nanos);
    assertThat(barriers.current()).isTrue();
    nanos += 1_000_000_000L;
    assertThat(barriers.current()).isFalse();
  }
}
