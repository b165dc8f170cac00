package io.ratel.gateway.identity;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.factor.Challenges;
import io.ratel.security.identity.Users;
import io.ratel.security.passkey.PasskeyCheck;
import io.ratel.security.passkey.Passkeys;
import io.ratel.security.passkey.RelyingParty;
import io.ratel.security.passkey.RelyingParty.NewPasskey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user's passkeys, and the questions that devices answer. */
public final class PasskeysResource {
  private static final String NAME = "\\S(.{0,38}\\S)?";
  private static final String NAME_RULE =
      "must be 1 to 40 characters, none of them a space at an end";

  private record PasskeyQuestion(
      String challenge, String rpId, long timeout, String userVerification) {}

  private record Rp(String id, String name) {}

  private record PasskeyUser(String id, String name, String displayName) {}

  private record KeyParameter(String type, int alg) {}

  private record KnownKey(String type, String id, List<String> transports) {}

  private record Selection(
      String residentKey, boolean requireResidentKey, String userVerification) {}

  /** As {@code PublicKeyCredential.parseCreationOptionsFromJSON} reads it. */
  private record PasskeyOptions(
      Rp rp,
      PasskeyUser user,
      String challenge,
      List<KeyParameter> pubKeyCredParams,
      long timeout,
      List<KnownKey> excludeCredentials,
      Selection authenticatorSelection,
      String attestation) {}

  private record MadePasskey(
      @Field(value = "The user's word for it.", pattern = NAME, rule = NAME_RULE) String name,
      @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) String clientDataJSON,
      @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) String attestationObject,
      @Field(
              value = "As the browser tells.",
              pattern = "[a-z-]{1,32}",
              rule = "must be ways to reach a device, such as usb")
          Optional<List<String>> transports) {}

  private record Passkey(
      String id, String name, Instant createdAt, @Nullable Instant lastUsedAt, boolean synced) {
    static Passkey of(Passkeys.Stored stored) {
      return new Passkey(
          Long.toString(stored.passkey().id()),
          stored.passkey().name(),
          stored.passkey().createdAt(),
          stored.passkey().lastUsedAt().orElse(null),
          stored.credential().backedUp());
    }
  }

  private record OnePasskey(String id) {}

  private record Renaming(
      String id,
      @Field(value = "The user's word for it.", pattern = NAME, rule = NAME_RULE) String name) {}

  private final RelyingParty site;
  private final Users users;

  public PasskeysResource(RelyingParty site, Users users) {
    this.site = site;
    this.users = users;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "askForPasskey",
                "/v1/passkeys/challenge",
                "A question that any passkey of this site answers within five minutes: to sign in,"
                    + " as the second factor, or before something dangerous.")
            .refuses(ErrorCode.TOO_MANY_REQUESTS)
            .answers(Nothing.class, 201, Shape.of(PasskeyQuestion.class), this::ask),
        Operation.post(
                "askForNewPasskey",
                "/v1/passkeys/options",
                "What a device needs to make a passkey of the caller, within five minutes.")
            .needsDangerToken()
            .refuses(ErrorCode.TOO_MANY_REQUESTS)
            .answers(Nothing.class, 201, Shape.of(PasskeyOptions.class), this::options),
        Operation.post("addPasskey", "/v1/passkeys", "Keeps a passkey that was made.")
            .refuses(ErrorCode.PASSKEY_REFUSED)
            .answers(MadePasskey.class, 201, Shape.listOf(Passkey.class), this::add),
        Operation.get("listPasskeys", "/v1/passkeys", "The caller's passkeys.")
            .answers(Nothing.class, 200, Shape.listOf(Passkey.class), this::list),
        Operation.patch("renamePasskey", "/v1/passkeys/{id}", "Gives a passkey another name.")
            .refuses(ErrorCode.UNKNOWN_PASSKEY)
            .answers(Renaming.class, 200, Shape.listOf(Passkey.class), this::rename),
        Operation.delete("deletePasskey", "/v1/passkeys/{id}", "Takes no passkey any more.")
            .needsDangerToken()
            .refuses(ErrorCode.UNKNOWN_PASSKEY)
            .answers(OnePasskey.class, 204, Shape.nothing(), this::delete));
  }

  private static RefusedException tooMany() {
    return RefusedException.of(
        ErrorCode.TOO_MANY_REQUESTS, "too many sign-ins are open; try again shortly");
  }

  private Answer<PasskeyQuestion> ask(Nothing request, Caller nobody) {
    String challenge = site.ask().orElseThrow(PasskeysResource::tooMany);
    return Answer.created(
        new PasskeyQuestion(challenge, site.site(), Challenges.LIFETIME.toMillis(), "required"));
  }

  private Answer<PasskeyOptions> options(Nothing request, Caller caller) {
    String session = caller.presented().requireToken().session();
    String name = users.findById(caller.userId()).orElseThrow().label();
    String challenge =
        site.askForNew(caller.userId(), session).orElseThrow(PasskeysResource::tooMany);
    List<KnownKey> known =
        site.passkeys().of(caller.userId()).stream()
            .map(
                each ->
                    new KnownKey(
                        "public-key",
                        base64(each.credential().id()),
                        each.credential().transports()))
            .toList();
    return Answer.created(
        new PasskeyOptions(
            new Rp(site.site(), "Ratel"),
            new PasskeyUser(base64(site.passkeys().handle(caller.userId())), name, name),
            challenge,
            RelyingParty.ALGORITHMS.stream()
                .map(number -> new KeyParameter("public-key", number))
                .toList(),
            Challenges.LIFETIME.toMillis(),
            known,
            new Selection("required", true, "required"),
            "none"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Answers with the whole list, as it now is. */
  private Answer<Items<Passkey>> add(MadePasskey made, Caller caller) {
    String session = caller.presented().requireToken().session();
    NewPasskey answer =
        new NewPasskey(
            PasskeyAnswer.bytes("attestationObject", made.attestationObject()),
            PasskeyAnswer.bytes("clientDataJSON", made.clientDataJSON()),
            made.transports().orElse(List.of()));
    PasskeyCheck check = site.register(caller.userId(), session, made.name(), answer);
    if (check instanceof PasskeyCheck.Refused refused) {
      throw RefusedException.of(
          ErrorCode.PASSKEY_REFUSED, "the passkey was refused: " + refused.fault().meaning());
    }
    return new Answer<>(201, all(caller));
  }

  private Answer<Items<Passkey>> list(Nothing query, Caller caller) {
    caller.presented().requireToken();
    return Answer.ok(all(caller));
  }

  private Items<Passkey> all(Caller caller) {
    return Items.all(site.passkeys().of(caller.userId()).stream().map(Passkey::of).toList());
  }

  private Answer<Items<Passkey>> rename(Renaming request, Caller caller) {
    if (!site.passkeys().rename(caller.userId(), id(request.id()), request.name())) {
      throw unknown(request.id());
    }
    return Answer.ok(all(caller));
  }

  private Answer<Nothing> delete(OnePasskey request, Caller caller) {
    if (!site.passkeys().delete(caller.userId(), id(request.id()))) {
      throw unknown(request.id());
    }
    return new Answer<>(204, new Nothing());
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static RefusedException unknown(String id) {
    return RefusedException.value(
        ErrorCode.UNKNOWN_PASSKEY, "id", id, "must be a passkey of this user");
  }
}
