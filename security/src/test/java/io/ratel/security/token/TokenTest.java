package io.ratel.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final TokenKeys KEYS = TokenKeys.generate();

  private final TokenSigner signer = new TokenSigner(KEYS, InstantSource.fixed(NOW));
  private final TokenVerifier verifier = verifierAt(NOW);

  private static TokenVerifier verifierAt(Instant now) {
    return new TokenVerifier(
        PublicKeys.of(Map.of(KEYS.id(), KEYS.publicKey())), InstantSource.fixed(now));
  }

  @Test
  void acceptsWhatItSigned() {
    SignedToken token =
        signer.sign(TokenKind.INNER, new Bearer(42, "s", "loopback"), Instant.MAX, "");

    Claims claims = valid(verifier.check(token.text(), TokenKind.INNER));
    assertThat(claims.bearer()).isEqualTo(new Bearer(42, "s", "loopback"));
    assertThat(claims.issuedAt()).isEqualTo(NOW);
    assertThat(claims.expiresAt()).isEqualTo(Instant.parse("2026-01-02T03:19:05Z"));
    assertThat(claims.id()).hasSize(22);
    assertThat(token.toString()).doesNotContain(token.text());
  }

  private static Claims valid(TokenCheck check) {
    assertThat(check).isInstanceOf(TokenCheck.Valid.class);
    return ((TokenCheck.Valid) check).claims();
  }

  /** A6: the end of a chain. */
  @Test
  void livesNoLongerThanWhatItCameFrom() {
    Instant end = NOW.plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    SignedToken token = signer.sign(TokenKind.INNER, new Bearer(1, "s", ""), end, "");

    assertThat(token.expiresAt()).isEqualTo(end);
    assertThat(valid(verifier.check(token.text(), TokenKind.INNER)).expiresAt()).isEqualTo(end);
  }

  /** A4: the edges of the skew before a token is valid. */
  @Test
  void acceptsATokenFromAtMostFiveSecondsAhead() {
    String token = signer.sign(TokenKind.INNER, new Bearer(1, "s", ""), Instant.MAX, "").text();

    assertThat(verifierAt(NOW.minusSeconds(5)).check(token, TokenKind.INNER))
        .isInstanceOf(TokenCheck.Valid.class);
    assertRefused(
        verifierAt(NOW.minusSeconds(5).minusMillis(1)),
        token,
        TokenKind.INNER,
        TokenFault.NOT_YET_VALID);
  }

  /** A4. */
  @Test
  void endsAfterItsLifetimeAndTheSkew() {
    SignedToken token =
        signer.sign(TokenKind.INNER, new Bearer(42, "s", "loopback"), Instant.MAX, "");
    Instant last = token.expiresAt().plus(TokenVerifier.SKEW);

    assertThat(verifierAt(last.minusMillis(1)).check(token.text(), TokenKind.INNER))
        .isInstanceOf(TokenCheck.Valid.class);
    assertRefused(verifierAt(last), token.text(), TokenKind.INNER, TokenFault.EXPIRED);
  }

  @Test
  void refusesATokenFromTheFuture() {
    String token =
        signer.sign(TokenKind.INNER, new Bearer(42, "s", "loopback"), Instant.MAX, "").text();

    assertRefused(
        verifierAt(NOW.minus(Duration.ofMinutes(1))),
        token,
        TokenKind.INNER,
        TokenFault.NOT_YET_VALID);
  }

  /** A3, by the type. */
  @Test
  void refusesOneKindForAnother() {
    for (TokenKind minted : TokenKind.values()) {
      String token = signer.sign(minted, new Bearer(42, "s", ""), Instant.MAX, "").text();
      for (TokenKind asked : TokenKind.values()) {
        if (asked != minted) {
          assertRefused(verifier, token, asked, TokenFault.TYPE);
        }
      }
    }
  }

  /** A3, by the audience: a right type does not make up for it. */
  @Test
  void refusesTheAudienceOfAnotherKindEvenWhenSigned() throws Exception {
    String token =
        forged(
            KEYS,
            header("ES256", "ratel-inner+jwt"),
            payload().replace("ratel:api", "ratel:stream"));

    assertRefused(verifier, token, TokenKind.INNER, TokenFault.AUDIENCE);
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    TokenKeys strange = TokenKeys.generate();
    String token =
        new TokenSigner(strange, InstantSource.fixed(NOW))
            .sign(TokenKind.INNER, new Bearer(1, "s", "loopback"), Instant.MAX, "")
            .text();

    assertRefused(verifier, token, TokenKind.INNER, TokenFault.UNKNOWN_KEY);
  }

  @Test
  void refusesAStrangersSignatureUnderAKnownKeysName() throws Exception {
    String token = forged(TokenKeys.generate(), header("ES256", "ratel-inner+jwt"), payload());

    assertRefused(verifier, token, TokenKind.INNER, TokenFault.SIGNATURE);
  }

  /** A1. */
  @Test
  void refusesAlgorithmNone() {
    for (String alg : new String[] {"none", "None", "NONE", ""}) {
      String content = part(header(alg, "ratel-inner+jwt")) + "." + part(payload());
      assertRefused(verifier, content + ".", TokenKind.INNER, TokenFault.ALGORITHM);
    }
  }

  /** A1. */
  @Test
  void refusesAnHmacKeyedWithThePublicKey() throws Exception {
    String content = part(header("HS256", "ratel-inner+jwt")) + "." + part(payload());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEYS.publicKey().getEncoded(), "HmacSHA256"));
    String signature = Jose.encode(mac.doFinal(Jose.ascii(content)));

    assertRefused(verifier, content + "." + signature, TokenKind.INNER, TokenFault.ALGORITHM);
  }

  @Test
  void refusesTheAllZeroSignature() {
    String content = part(header("ES256", "ratel-inner+jwt")) + "." + part(payload());
    String token = content + "." + Jose.encode(new byte[64]);

    assertRefused(verifier, token, TokenKind.INNER, TokenFault.SIGNATURE);
  }

  /** A2. */
  @Test
  void refusesHeadersThatPointElsewhereEvenWhenSigned() throws Exception {
    for (String extra : new String[] {"jku", "x5u", "jwk", "crit", "b64"}) {
      String header =
          ("{\"alg\":\"ES256\",\"typ\":\"ratel-inner+jwt\",\"kid\":\"%s\","
                  + "\"%s\":\"http://localhost/\"}")
              .formatted(KEYS.id(), extra);
      assertRefused(
          verifier, forged(KEYS, header, payload()), TokenKind.INNER, TokenFault.MALFORMED);
    }
  }

  @Test
  void refusesAnotherAudienceEvenWhenSigned() throws Exception {
    String token =
        forged(
            KEYS, header("ES256", "ratel-inner+jwt"), payload().replace("ratel:api", "other:api"));

    assertRefused(verifier, token, TokenKind.INNER, TokenFault.AUDIENCE);
  }

  @Test
  void refusesRubbish() {
    String good =
        signer.sign(TokenKind.INNER, new Bearer(42, "s", "loopback"), Instant.MAX, "").text();
    for (int length = 0; length < good.length(); length++) {
      assertThat(verifier.check(good.substring(0, length), TokenKind.INNER))
          .isInstanceOf(TokenCheck.Refused.class);
    }
    for (String rubbish :
        new String[] {"", ".", "..", "...", "a.b.c", "é.é.é", good + ".", good + "A"}) {
      assertThat(verifier.check(rubbish, TokenKind.INNER)).isInstanceOf(TokenCheck.Refused.class);
    }
    assertRefused(verifier, "a".repeat(100_000), TokenKind.INNER, TokenFault.MALFORMED);
  }

  private static void assertRefused(
      TokenVerifier verifier, String token, TokenKind kind, TokenFault fault) {
    assertThat(verifier.check(token, kind)).isEqualTo(new TokenCheck.Refused(fault));
  }

  private static String header(String alg, String typ) {
    return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(alg, typ, KEYS.id());
  }

  private static String payload() {
    long second = NOW.getEpochSecond();
    return ("{\"sub\":\"42\",\"aud\":\"ratel:api\",\"iat\":%d,\"exp\":%d,"
            + "\"jti\":\"i\",\"sid\":\"s\",\"net\":\"\",\"act\":\"\"}")
        .formatted(second, second + 60);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String forged(TokenKeys keys, String header, String payload)
      throws GeneralSecurityException {
    String content = part(header) + "." + part(payload);
    Signature signature = Signature.getInstance(Jose.SIGNATURE);
    signature.initSign(keys.privateKey());
    signature.update(Jose.ascii(content));
    return content + "." + Jose.encode(signature.sign());
  }
}
