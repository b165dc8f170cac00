package io.ratel.gateway.identity;

import io.ratel.gateway.access.StreamTokens;
import io.ratel.gateway.audit.AuditTrail;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.identity.Users;
import io.ratel.security.token.Claims;
import io.ratel.security.token.Purpose;
import io.ratel.security.token.SignedToken;
import io.ratel.security.token.TokenKind;
import io.ratel.security.token.TokenSigner;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tokens that come of a session, and the keys to check them with. */
public final class TokensResource {
  private record Deed(
      @Field("The operation's name in this document.") String operation,
      @Field("The path of the request, as it will be sent.") String resource,
      @Field(
              value = "SHA-256 of the body that will be sent, in hexadecimal; of nothing for none.",
              pattern = "[0-9a-f]{64}",
              rule = "must be 64 hexadecimal digits")
          String bodySha256,
      @Field(value = "For who has no second factor.", secret = true) Optional<String> password,
      @Field(value = "Of the authenticator, or a recovery code.", secret = true)
          Optional<String> code,
      @Field("The answer to POST /v1/passkeys/challenge.") Optional<PasskeyAnswer> passkey) {}

  private record StreamOrigin(
      @Field(
              value = "The origin of the page that will connect; left out by what is no page.",
              pattern = "[!-~]{1,256}",
              rule = "must be an origin")
          Optional<String> origin) {}

  private record Minted(String token, Instant expiresAt) {}

  private final Users users;
  private final TokenSigner signer;
  private final Proofs proofs;
  private final Supplier<String> keys;
  private final AuditTrail audit;

  public TokensResource(
      Users users, TokenSigner signer, Proofs proofs, Supplier<String> keys, AuditTrail audit) {
    this.users = users;
    this.signer = signer;
    this.proofs = proofs;
    this.keys = keys;
    this.audit = audit;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "mintDanger",
                "/v1/tokens/danger",
                "A token for one dangerous request, after a code or passkey, or the password again"
                    + " for who has neither; it works once, within ten minutes, in the header "
                    + Operation.DANGER_HEADER
                    + ".")
            .refuses(
                ErrorCode.INVALID_CREDENTIALS,
                ErrorCode.SECOND_FACTOR_REQUIRED,
                ErrorCode.TOO_MANY_REQUESTS,
                ErrorCode.AUDIT_UNAVAILABLE)
            .answers(Deed.class, 201, Shape.of(Minted.class), this::danger),
        Operation.post(
                "mintStream",
                "/v1/tokens/stream",
                "A token that opens one socket within a minute, for the origin that asks.")
            .answers(StreamOrigin.class, 201, Shape.of(Minted.class), this::stream),
        Operation.get(
                "listKeys",
                "/.well-known/jwks.json",
                "The public keys that tokens can be checked with (RFC 7517).")
            .answers(
                Nothing.class,
                200,
                Shape.text("application/json"),
                (query, caller) -> Answer.ok(keys.get())));
  }

  private Answer<Minted> danger(Deed deed, Caller caller) {
    Claims inner = caller.presented().requireToken();
    Users.Credentials user =
        users
            .credentials(caller.userId())
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.UNAUTHENTICATED, "the token's user does not exist"));
    Proofs.Sent sent = new Proofs.Sent(deed.password(), deed.code(), deed.passkey());
    try {
      proofs.require(user, sent, inner.session());
    } catch (RefusedException e) {
      audit.proof(caller, caller.userId(), "mintDanger", deed.resource(), false);
      throw e;
    }
    audit.proof(caller, caller.userId(), "mintDanger", deed.resource(), true);
    String purpose =
        Purpose.ofHash(
            deed.operation(), deed.resource(), HexFormat.of().parseHex(deed.bodySha256()));
    return Answer.created(
        minted(signer.sign(TokenKind.DANGER, inner.bearer(), inner.expiresAt(), purpose)));
  }

  private Answer<Minted> stream(StreamOrigin request, Caller caller) {
    Claims inner = caller.presented().requireToken();
    String purpose = StreamTokens.purpose(request.origin().orElse(""), inner.expiresAt());
    return Answer.created(
        minted(signer.sign(TokenKind.STREAM, inner.bearer(), inner.expiresAt(), purpose)));
  }

  private static Minted minted(SignedToken token) {
    return new Minted(token.text(), token.expiresAt());
  }
}
