package io.ratel.security.barrier;

import io.ratel.security.token.Claims;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenVerifier;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that are genuine, come from where they belong, and have no barrier before them. A
 * signature that was found good is not computed again; time and barriers are looked at every time.
 * Safe for any thread; may block where the verifier does.
 */
public final class CheckedTokens {
  private static final int MAX_CACHED = 20_000;

  private final TokenVerifier verifier;
  private final Barriers barriers;
  private final InstantSource clock;
  private final Map<String, Claims> genuine = new ConcurrentHashMap<>();

  public CheckedTokens(TokenVerifier verifier, Barriers barriers, InstantSource clock) {
    this.verifier = verifier;
    this.barriers = barriers;
    this.clock = clock;
  }

  /**
   * An inner token that comes from another network than its own is void from then on, and so is
   * every other of its session: whoever has the outer one gets a new one.
   *
   * @param network where the caller is, as {@link io.ratel.security.token.Networks} names it
   */
  public TokenCheck check(String token, TokenKind kind, String network) {
    TokenCheck check = genuine(token, kind);
    if (!(check instanceof TokenCheck.Valid(Claims claims))) {
      return check;
    }
    if (barriers.voids(claims, kind)) {
      return new TokenCheck.Refused(TokenFault.BARRED);
    }
    String home = claims.bearer().network();
    if (kind != TokenKind.OUTER && !home.isEmpty() && !home.equals(network)) {
      barriers.raise(Barrier.Kind.INNER, claims.session());
      return new TokenCheck.Refused(TokenFault.ELSEWHERE);
    }
    return check;
  }

  private TokenCheck genuine(String token, TokenKind kind) {
    Claims known = kind == TokenKind.INNER ? genuine.get(token) : null;
    if (known != null && clock.instant().isBefore(known.expiresAt().plus(TokenVerifier.SKEW))) {
      return new TokenCheck.Valid(known);
    }
    TokenCheck check = verifier.check(token, kind);
    if (kind == TokenKind.INNER) {
      if (check instanceof TokenCheck.Valid(Claims claims)) {
        if (genuine.size() >= MAX_CACHED) {
          genuine.clear();
        }
        genuine.put(token, claims);
      } else {
        genuine.remove(token);
      }
    }
    return check;
  }
}
