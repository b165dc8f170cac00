package io.ratel.security.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Writes tokens with the key that signs now. Safe for any thread. */
public final class TokenSigner {
  private static final int ID_BYTES = 16;

  private final Supplier<TokenKeys> keys;
  private final TokenLifetimes lifetimes;
  private final InstantSource clock;
  private final RandomGenerator random;

  public TokenSigner(TokenKeys keys, InstantSource clock) {
    this(() -> keys, TokenLifetimes.STANDARD, clock, new SecureRandom());
  }

  /**
   * @param keys asked for each token
   * @param random safe for any thread; nobody may guess what it gives next
   */
  public TokenSigner(
      Supplier<TokenKeys> keys,
      TokenLifetimes lifetimes,
      InstantSource clock,
      RandomGenerator random) {
    this.keys = keys;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.random = random;
  }

  /** The start of a session: its outer token, under a name of its own. */
  public SignedToken open(long userId, String network) {
    return sign(TokenKind.OUTER, new Bearer(userId, random(), network), Instant.MAX, "");
  }

  /**
   * A token that is valid from now for the kind's lifetime, and no longer than another.
   *
   * @param notAfter the end of what it came from
   */
  public SignedToken sign(TokenKind kind, Bearer bearer, Instant notAfter, String purpose) {
    TokenKeys signing = keys.get();
    Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant whole = issuedAt.plus(lifetimes.of(kind)).truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = whole.isBefore(notAfter) ? whole : notAfter;
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", Jose.ALGORITHM);
    header.put("typ", kind.type());
    header.put("kid", signing.id());
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("sub", Long.toString(bearer.userId()));
    payload.put("aud", kind.audience());
    payload.put("iat", BigDecimal.valueOf(issuedAt.toEpochMilli(), 3));
    payload.put("exp", expiresAt.getEpochSecond());
    payload.put("jti", random());
    payload.put("sid", bearer.session());
    payload.put("net", bearer.network());
    payload.put("act", purpose);
    return new SignedToken(sign(signing, header, payload), expiresAt);
  }

  private String random() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Jose.encode(bytes);
  }

  private static String sign(
      TokenKeys keys, Map<String, Object> header, Map<String, Object> payload) {
    try {
      String content =
          Jose.encode(Jose.JSON.writeValueAsBytes(header))
              + "."
              + Jose.encode(Jose.JSON.writeValueAsBytes(payload));
      Signature signature = Signature.getInstance(Jose.SIGNATURE);
      signature.initSign(keys.privateKey());
      signature.update(Jose.ascii(content));
      return content + "." + Jose.encode(signature.sign());
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("a token could not be signed with key " + keys.id(), e);
    }
  }
}
