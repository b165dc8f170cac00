package io.ratel.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
    SignedToken token = signer.sign(TokenKind.ACCESS, 42);

    assertThat(verifier.check(token.text(), TokenKind.ACCESS))
        .isEqualTo(
            new TokenCheck.Valid(
                new Claims(
                    42,
                    Instant.parse("2026-01-02T03:04:05Z"),
                    Instant.parse("2026-01-02T03:19:05Z"))));
    assertThat(token.toString()).doesNotContain(token.text());
  }

  @Test
  void endsAfterItsLifetimeAndTheSkew() {
    SignedToken token = signer.sign(TokenKind.ACCESS, 42);
    Instant last = token.expiresAt().plus(TokenVerifier.SKEW);

    assertThat(verifierAt(last.minusMillis(1)).check(token.text(), TokenKind.ACCESS))
        .isInstanceOf(TokenCheck.Valid.class);
    assertRefused(verifierAt(last), token.text(), TokenKind.ACCESS, TokenFault.EXPIRED);
  }

  @Test
  void refusesATokenFromTheFuture() {
    String token = signer.sign(TokenKind.ACCESS, 42).text();

    assertRefused(
        verifierAt(NOW.minus(Duration.ofMinutes(1))),
        token,
        TokenKind.ACCESS,
        TokenFault.NOT_YET_VALID);
  }

  @Test
  void refusesOneKindForAnother() {
    String access = signer.sign(TokenKind.ACCESS, 42).text();
    String renewal = signer.sign(TokenKind.RENEWAL, 42).text();

    assertRefused(verifier, access, TokenKind.RENEWAL, TokenFault.TYPE);
    assertRefused(verifier, renewal, TokenKind.ACCESS, TokenFault.TYPE);
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    TokenKeys strange = TokenKeys.generate();
    String token =
        new TokenSigner(strange, InstantSource.fixed(NOW)).sign(TokenKind.ACCESS, 1).text();

    assertRefused(verifier, token, TokenKind.ACCESS, TokenFault.UNKNOWN_KEY);
  }

  @Test
  void refusesAStrangersSignatureUnderAKnownKeysName() throws Exception {
    String token = forged(TokenKeys.generate(), header("ES256", "ratel-access+jwt"), payload());

    assertRefused(verifier, token, TokenKind.ACCESS, TokenFault.SIGNATURE);
  }

  @Test
  void refusesAlgorithmNone() {
    for (String alg : new String[] {"none", "None", "NONE", ""}) {
      String content = part(header(alg, "ratel-access+jwt")) + "." + part(payload());
      assertRefused(verifier, content + ".", TokenKind.ACCESS, TokenFault.ALGORITHM);
    }
  }

  @Test
  void refusesAnHmacKeyedWithThePublicKey() throws Exception {
    String content = part(header("HS256", "ratel-access+jwt")) + "." + part(payload());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEYS.publicKey().getEncoded(), "HmacSHA256"));
    String signature = Jose.encode(mac.doFinal(Jose.ascii(content)));

    assertRefused(verifier, content + "." + signature, TokenKind.ACCESS, TokenFault.ALGORITHM);
  }

  @Test
  void refusesTheAllZeroSignature() {
    String content = part(header("ES256", "ratel-access+jwt")) + "." + part(payload());
    String token = content + "." + Jose.encode(new byte[64]);

    assertRefused(verifier, token, TokenKind.ACCESS, TokenFault.SIGNATURE);
  }

  @Test
  void refusesHeadersThatPointElsewhereEvenWhenSigned() throws Exception {
    for (String extra : new String[] {"jku", "x5u", "jwk", "crit", "b64"}) {
      String header =
          ("{\"alg\":\"ES256\",\"typ\":\"ratel-access+jwt\",\"kid\":\"%s\","
                  + "\"%s\":\"http://localhost/\"}")
              .formatted(KEYS.id(), extra);
      assertRefused(
          verifier, forged(KEYS, header, payload()), TokenKind.ACCESS, TokenFault.MALFORMED);
    }
  }

  @Test
  void refusesAnotherAudienceEvenWhenSigned() throws Exception {
    String token =
        forged(KEYS, header("ES256", "ratel-access+jwt"), payload().replace("ratel", "other"));

    assertRefused(verifier, token, TokenKind.ACCESS, TokenFault.AUDIENCE);
  }

  @Test
  void refusesRubbish() {
    String good = signer.sign(TokenKind.ACCESS, 42).text();
    for (int length = 0; length < good.length(); length++) {
      assertThat(verifier.check(good.substring(0, length), TokenKind.ACCESS))
          .isInstanceOf(TokenCheck.Refused.class);
    }
    for (String rubbish :
        new String[] {"", ".", "..", "...", "a.b.c", "é.é.é", good + ".", good + "A"}) {
      assertThat(verifier.check(rubbish, TokenKind.ACCESS)).isInstanceOf(TokenCheck.Refused.class);
    }
    assertRefused(verifier, "a".repeat(100_000), TokenKind.ACCESS, TokenFault.MALFORMED);
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
    return "{\"sub\":\"42\",\"aud\":\"ratel\",\"iat\":%d,\"exp\":%d}"
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
