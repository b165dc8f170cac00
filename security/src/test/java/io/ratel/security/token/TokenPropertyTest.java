package io.ratel.security.token;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class TokenPropertyTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
  private static final TokenKeys KEYS = TokenKeys.generate();

  @Property(tries = 2_000)
  boolean anyChangedCharacterIsRefused(
      @ForAll @IntRange(max = 10_000) int place, @ForAll @CharRange(from = ' ', to = '~') char c) {
    TokenVerifier verifier =
        new TokenVerifier(PublicKeys.of(Map.of(KEYS.id(), KEYS.publicKey())), CLOCK);
    StringBuilder token =
        new StringBuilder(
            new TokenSigner(KEYS, CLOCK)
                .sign(TokenKind.INNER, new Bearer(42, "s", "loopback"), Instant.MAX, "")
                .text());
    int at = place % token.length();
    if (token.charAt(at) == c) {
      return true;
    }
    token.setCharAt(at, c);
    return verifier.check(token.toString(), TokenKind.INNER) instanceof TokenCheck.Refused;
  }
}
