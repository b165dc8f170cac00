package io.ratel.security.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens with public keys alone. Header and payload must hold exactly the members that the
 * signer writes: a header with {@code jku}, {@code x5u}, {@code jwk} or {@code crit} is refused
 * unread. Safe for any thread; {@link #check} blocks where the keys do.
 */
public final class TokenVerifier {
  /** How far clocks of two nodes may be apart. */
  public static final Duration SKEW = Duration.ofSeconds(5);

  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Set<String> PAYLOAD =
      Set.of("sub", "aud", "iat", "exp", "jti", "sid", "net", "act");
  private static final double MAX_SECOND = 1e11;
  private static final int SIGNATURE_BYTES = 64;

  private final PublicKeys keys;
  private final InstantSource clock;

  public TokenVerifier(PublicKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Tells whose token this is, provided that it is genuine, of this kind and not over. */
  public TokenCheck check(String token, TokenKind kind) {
    if (token.length() > Jose.MAX_LENGTH) {
      return refused(TokenFault.MALFORMED);
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return refused(TokenFault.MALFORMED);
    }
    byte[] signature;
    JsonNode header;
    try {
      signature = Jose.decode(parts[2]);
      header = Jose.JSON.readTree(Jose.decode(parts[0]));
    } catch (IOException | IllegalArgumentException e) {
      return refused(TokenFault.MALFORMED);
    }
    if (!hasExactly(header, HEADER)) {
      return refused(TokenFault.MALFORMED);
    }
    if (!header.path("alg").asText().equals(Jose.ALGORITHM)) {
      return refused(TokenFault.ALGORITHM);
    }
    Optional<ECPublicKey> key = keys.byId(header.path("kid").asText());
    if (key.isEmpty()) {
      return refused(TokenFault.UNKNOWN_KEY);
    }
    if (!header.path("typ").asText().equals(kind.type())) {
      return refused(TokenFault.TYPE);
    }
    if (!signed(key.get(), parts[0] + "." + parts[1], signature)) {
      return refused(TokenFault.SIGNATURE);
    }
    return checkPayload(parts[1], kind);
  }

  private TokenCheck checkPayload(String part, TokenKind kind) {
    JsonNode payload;
    try {
      payload = Jose.JSON.readTree(Jose.decode(part));
    } catch (IOException | IllegalArgumentException e) {
      return refused(TokenFault.MALFORMED);
    }
    if (!hasExactly(payload, PAYLOAD)) {
      return refused(TokenFault.MALFORMED);
    }
    if (!payload.path("aud").asText().equals(kind.audience())) {
      return refused(TokenFault.AUDIENCE);
    }
    JsonNode issued = payload.path("iat");
    JsonNode expires = payload.path("exp");
    Long userId = number(payload.path("sub").asText());
    if (userId == null || !isTime(issued) || !expires.canConvertToLong() || !isTime(expires)) {
      return refused(TokenFault.MALFORMED);
    }
    Bearer bearer = new Bearer(userId, payload.path("sid").asText(), payload.path("net").asText());
    Claims claims =
        new Claims(
            bearer,
            payload.path("jti").asText(),
            payload.path("act").asText(),
            Instant.ofEpochMilli(Math.round(issued.doubleValue() * 1_000)),
            Instant.ofEpochSecond(expires.longValue()));
    Instant now = clock.instant();
    if (!now.minus(SKEW).isBefore(claims.expiresAt())) {
      return refused(TokenFault.EXPIRED);
    }
    if (now.plus(SKEW).isBefore(claims.issuedAt())) {
      return refused(TokenFault.NOT_YET_VALID);
    }
    return new TokenCheck.Valid(claims);
  }

  private static boolean isTime(JsonNode node) {
    return node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() < MAX_SECOND;
  }

  private static boolean signed(ECPublicKey key, String content, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(Jose.SIGNATURE);
      verifier.initVerify(key);
      verifier.update(Jose.ascii(content));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean hasExactly(JsonNode node, Set<String> names) {
    if (!node.isObject() || node.size() != names.size()) {
      return false;
    }
    Iterator<String> actual = node.fieldNames();
    while (actual.hasNext()) {
      if (!names.contains(actual.next())) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static TokenCheck refused(TokenFault fault) {
    return new TokenCheck.Refused(fault);
  }
}
