package io.ratel.security.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes tokens with one private key. Safe for any thread. */
public final class TokenSigner {
  private final TokenKeys keys;
  private final InstantSource clock;

  public TokenSigner(TokenKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A token of this kind for a user, valid from now for the kind's lifetime. */
  public SignedToken sign(TokenKind kind, long userId) {
    Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = issuedAt.plus(kind.lifetime());
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", Jose.ALGORITHM);
    header.put("typ", kind.type());
    header.put("kid", keys.id());
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("sub", Long.toString(userId));
    payload.put("aud", Jose.AUDIENCE);
    payload.put("iat", issuedAt.getEpochSecond());
    payload.put("exp", expiresAt.getEpochSecond());
    return new SignedToken(sign(header, payload), expiresAt);
  }

  private String sign(Map<String, Object> header, Map<String, Object> payload) {
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
