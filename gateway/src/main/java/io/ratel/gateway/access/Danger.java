package io.ratel.gateway.access;

import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.token.Claims;
import io.ratel.security.token.Purpose;
import io.ratel.security.token.TokenCheck;
import io.ratel.security.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Lets a dangerous request pass once: its danger token must be of the same session, for this
 * operation on this resource with this body. Safe for any thread; may block.
 */
public final class Danger {
  private final AccessPorts access;

  public Danger(AccessPorts access) {
    this.access = access;
  }

  /**
   * Uses the token up.
   *
   * @param resource the request's path
   * @throws RefusedException 403; 503 when this node may not know every barrier
   */
  public void require(String operation, String resource, Binding.Inputs inputs, Caller caller) {
    if (!access.barriers().current()) {
      throw RefusedException.of(
          ErrorCode.NOT_READY, "which tokens were called back is not known now; try again");
    }
    String token = inputs.headers().get(Operation.DANGER_HEADER);
    if (token == null) {
      throw needed("send " + Operation.DANGER_HEADER + ", minted at POST /v1/tokens/danger");
    }
    TokenCheck check = access.tokens().check(token, TokenKind.DANGER, caller.presented().network());
    if (!(check instanceof TokenCheck.Valid(Claims claims))) {
      throw needed("the danger token is over or not one of ours");
    }
    String purpose = Purpose.of(operation, resource, inputs.body());
    boolean same =
        claims.session().equals(caller.presented().requireToken().session())
            & claims.userId() == caller.userId()
            & MessageDigest.isEqual(ascii(purpose), ascii(claims.purpose()));
    if (!same) {
      throw needed("the danger token is for something else");
    }
    if (!access.spent().spend(claims.id(), claims.expiresAt())) {
      throw needed("the danger token was used before");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static RefusedException needed(String message) {
    return RefusedException.of(ErrorCode.DANGER_TOKEN_NEEDED, message);
  }
}
