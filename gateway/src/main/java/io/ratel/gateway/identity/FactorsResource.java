package io.ratel.gateway.identity;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.factor.QrSvg;
import io.ratel.security.factor.SecondFactors;
import io.ratel.security.factor.SecondFactors.Enrolment;
import io.ratel.security.identity.Users;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authenticator of a user and its recovery codes. */
public final class FactorsResource {
  /**
   * @param since when it was turned on, null while it is off
   * @param hasPassword whether the user can sign in with a password
   */
  private record Factors(@Nullable Instant since, int recoveryCodesLeft, boolean hasPassword) {}

  /**
   * @param secret in base32, to be typed
   * @param uri to be scanned
   * @param qr the same as a picture, SVG
   */
  private record NewAuthenticator(String secret, String uri, String qr) {}

  private record FirstCode(@Field(secret = true) String code) {}

  /** Each good once, shown this once. */
  private record RecoveryCodes(List<String> codes) {}

  private final SecondFactors factors;
  private final Users users;

  public FactorsResource(SecondFactors factors, Users users) {
    this.factors = factors;
    this.users = users;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("getFactors", "/v1/factors", "How the caller proves itself.")
            .answers(Nothing.class, 200, Shape.of(Factors.class), this::status),
        Operation.post(
                "beginTotp",
                "/v1/factors/totp",
                "A new authenticator (RFC 6238). It is not asked for until it is confirmed.")
            .needsDangerToken()
            .refuses(ErrorCode.FACTOR_EXISTS)
            .answers(Nothing.class, 201, Shape.of(NewAuthenticator.class), this::begin),
        Operation.post(
                "confirmTotp",
                "/v1/factors/totp/confirmation",
                "Turns the second factor on with the first code of the new authenticator.")
            .refuses(ErrorCode.INVALID_CODE)
            .answers(FirstCode.class, 201, Shape.of(RecoveryCodes.class), this::confirm),
        Operation.post(
                "renewRecoveryCodes",
                "/v1/factors/recovery-codes",
                "Ten recovery codes in place of the old ones.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_FACTOR)
            .answers(Nothing.class, 201, Shape.of(RecoveryCodes.class), this::renew),
        Operation.delete(
                "removeTotp",
                "/v1/factors/totp",
                "Turns the second factor off: authenticator and recovery codes are gone.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_FACTOR)
            .answers(Nothing.class, 204, Shape.nothing(), this::remove));
  }

  private Answer<Factors> status(Nothing query, Caller caller) {
    caller.presented().requireToken();
    SecondFactors.Status status = factors.status(caller.userId());
    boolean hasPassword =
        users.credentials(caller.userId()).flatMap(Users.Credentials::passwordHash).isPresent();
    return Answer.ok(
        new Factors(status.since().orElse(null), status.recoveryCodesLeft(), hasPassword));
  }

  private Answer<NewAuthenticator> begin(Nothing request, Caller caller) {
    String account = users.findById(caller.userId()).orElseThrow().label();
    Enrolment made =
        factors
            .begin(caller.userId(), account)
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.FACTOR_EXISTS,
                        "the second factor is on: turn it off before another is set up"));
    return Answer.created(new NewAuthenticator(made.secret(), made.uri(), QrSvg.of(made.uri())));
  }

  private Answer<RecoveryCodes> confirm(FirstCode request, Caller caller) {
    return factors
        .confirm(caller.userId(), request.code())
        .map(codes -> Answer.created(new RecoveryCodes(codes)))
        .orElseThrow(
            () ->
                RefusedException.field(
                    ErrorCode.INVALID_CODE,
                    "code",
                    "must be the six digits that the new authenticator shows now; after five"
                        + " wrong ones it is locked for a while"));
  }

  private Answer<RecoveryCodes> renew(Nothing request, Caller caller) {
    return factors
        .renewRecovery(caller.userId())
        .map(codes -> Answer.created(new RecoveryCodes(codes)))
        .orElseThrow(FactorsResource::none);
  }

  private Answer<Nothing> remove(Nothing request, Caller caller) {
    if (!factors.remove(caller.userId())) {
      throw none();
    }
    return new Answer<>(204, request);
  }

  private static RefusedException none() {
    return RefusedException.of(ErrorCode.UNKNOWN_FACTOR, "there is no second factor");
  }
}
