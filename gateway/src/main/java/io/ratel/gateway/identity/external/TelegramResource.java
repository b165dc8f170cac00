package io.ratel.gateway.identity.external;

import io.ratel.gateway.identity.SignIns;
import io.ratel.gateway.identity.WireSession;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.external.ExternalAccount;
import io.ratel.security.external.ExternalCheck;
import io.ratel.security.external.ExternalFault;
import io.ratel.security.external.TelegramLogin;
import io.ratel.security.session.SignInMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-in with Telegram: what its login page handed to ours, checked. */
public final class TelegramResource {
  /** By Telegram's names. */
  private record TelegramUser(
      Long id,
      Long auth_date,
      @Field(pattern = "[0-9a-fA-F]{64}", rule = "must be 64 hexadecimal digits") String hash,
      Optional<String> first_name,
      Optional<String> last_name,
      Optional<String> username,
      @Field(pattern = "[!-~]{1,1024}", rule = "must be an address") Optional<String> photo_url) {
    Map<String, String> fields() {
      Map<String, String> fields = new HashMap<>();
      fields.put("id", Long.toString(id));
      fields.put("auth_date", Long.toString(auth_date));
      first_name.ifPresent(text -> fields.put("first_name", text));
      last_name.ifPresent(text -> fields.put("last_name", text));
      username.ifPresent(text -> fields.put("username", text));
      photo_url.ifPresent(text -> fields.put("photo_url", text));
      return fields;
    }
  }

  private final Optional<TelegramLogin> telegram;
  private final ExternalSignIns external;
  private final SignIns signIns;

  public TelegramResource(
      Optional<TelegramLogin> telegram, ExternalSignIns external, SignIns signIns) {
    this.telegram = telegram;
    this.external = external;
    this.signIns = signIns;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "signInWithTelegram",
                "/v1/sign-in/telegram",
                "Signs in with what Telegram's login handed to the page, within ten minutes, once.")
            .refuses(
                ErrorCode.NOT_OFFERED, ErrorCode.EXTERNAL_REFUSED, ErrorCode.SECOND_FACTOR_REQUIRED)
            .answers(TelegramUser.class, 201, Shape.of(WireSession.class), this::signIn),
        Operation.post(
                "linkTelegram",
                "/v1/identities/telegram",
                "Lets the caller sign in with Telegram too.")
            .needsDangerToken()
            .refuses(ErrorCode.NOT_OFFERED, ErrorCode.EXTERNAL_REFUSED)
            .answers(TelegramUser.class, 204, Shape.nothing(), this::link));
  }

  private Answer<WireSession> signIn(TelegramUser request, Caller nobody) {
    return signIns.enter(external.user(check(request)), SignInMethod.TELEGRAM, nobody);
  }

  private Answer<Nothing> link(TelegramUser request, Caller caller) {
    external.link(caller.userId(), check(request));
    return new Answer<>(204, new Nothing());
  }

  private ExternalAccount check(TelegramUser request) {
    TelegramLogin login =
        telegram.orElseThrow(
            () ->
                RefusedException.of(
                    ErrorCode.NOT_OFFERED, "signing in with Telegram is not offered"));
    return switch (login.check(request.fields(), request.hash())) {
      case ExternalCheck.Known(ExternalAccount account) -> account;
      case ExternalCheck.Refused(ExternalFault fault) ->
          throw RefusedException.of(
              ErrorCode.EXTERNAL_REFUSED,
              switch (fault) {
                case OLD -> "Telegram signed this more than ten minutes ago: sign in there again";
                case USED -> "this was used before: sign in at Telegram again";
                default -> "this was not signed by Telegram for us";
              });
    };
  }
}
