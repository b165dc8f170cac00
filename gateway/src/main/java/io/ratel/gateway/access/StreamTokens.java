package io.ratel.gateway.access;

import io.ratel.gateway.operation.Caller.Presented;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.token.Claims;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenFault;
import io.ratel.security.token.TokenKind;
import java.time.Instant;

/**
 * Who a socket is. A stream token opens one socket, once, for the page that asked for it; an inner
 * token may be used too where it does not get into a URL. Safe for any thread; may block.
 */
public final class StreamTokens {
  /**
   * What a socket has.
   *
   * @param until when it has to sign in again
   */
  public record Entry(Claims claims, TokenKind kind, Instant until) {}

  private final AccessPorts access;

  public StreamTokens(AccessPorts access) {
    this.access = access;
  }

  /** The purpose of a stream token: for the pages of one origin, with the session until then. */
  public static String purpose(String origin, Instant until) {
    return until.getEpochSecond() + " " + origin;
  }

  /**
   * @param origin the page's, as the browser says; empty for others
   * @param inUrl whether the token came in the query, where only a stream token may
   * @throws RefusedException 401, or 400 for a token that must not be in a URL
   */
  public Entry enter(String token, String origin, String address, boolean inUrl) {
    String network = Presented.from(address).network();
    TokenCheck check = access.tokens().check(token, TokenKind.STREAM, network);
    if (check instanceof TokenCheck.Valid(Claims claims)) {
      String[] purpose = claims.purpose().split(" ", 2);
      if (!purpose[1].equals(origin) || !access.spent().spend(claims.id(), claims.expiresAt())) {
        throw Callers.refusal(TokenFault.TYPE);
      }
      Instant until = Instant.ofEpochSecond(Long.parseLong(purpose[0]));
      return new Entry(claims, TokenKind.STREAM, until);
    }
    if (!(check instanceof TokenCheck.Refused(TokenFault fault)) || fault != TokenFault.TYPE) {
      throw Callers.refusal(TokenFault.TYPE);
    }
    if (inUrl) {
      throw RefusedException.of(
          ErrorCode.SECRET_IN_URL, "only a stream token may be in a URL: POST /v1/tokens/stream");
    }
    return switch (access.tokens().check(token, TokenKind.INNER, network)) {
      case TokenCheck.Valid(Claims claims) ->
          new Entry(claims, TokenKind.INNER, claims.expiresAt());
      case TokenCheck.Refused(TokenFault wrong) -> throw Callers.refusal(wrong);
    };
  }
}
