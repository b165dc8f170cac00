package io.ratel.gateway.identity;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.passkey.RelyingParty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which ways in there are. */
public final class SignInResource {
  /**
   * @param passkeySite what a page's host must be, or end in, to ask for passkeys
   * @param origin where that page is
   * @param telegramBotId by what Telegram's login knows us; null where it is not offered
   * @param registration whether people may join by themselves
   */
  private record SignInMethods(
      String passkeySite,
      String origin,
      boolean google,
      @Nullable String telegramBotId,
      boolean registration) {}

  private final RelyingParty passkeys;
  private final boolean google;
  private final Optional<String> telegramBotId;
  private final boolean registration;

  public SignInResource(
      RelyingParty passkeys, boolean google, Optional<String> telegramBotId, boolean registration) {
    this.passkeys = passkeys;
    this.google = google;
    this.telegramBotId = telegramBotId;
    this.registration = registration;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.get("getSignIn", "/v1/sign-in", "The ways in, besides a password.")
            .answers(Nothing.class, 200, Shape.of(SignInMethods.class), this::methods));
  }

  private Answer<SignInMethods> methods(Nothing query, Caller nobody) {
    return Answer.ok(
        new SignInMethods(
            passkeys.site(), passkeys.origin(), google, telegramBotId.orElse(null), registration));
  }
}
