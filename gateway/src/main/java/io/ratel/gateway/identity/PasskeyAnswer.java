package io.ratel.gateway.identity;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.security.passkey.RelyingParty.Assertion;
import java.util.Base64;
import java.util.Optional;

/** What a browser got from a device that was asked for a passkey; each part in base64url. */
record PasskeyAnswer(
    @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) String id,
    @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) String clientDataJSON,
    @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) String authenticatorData,
    @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) String signature,
    @Field(pattern = PasskeyAnswer.TEXT, rule = PasskeyAnswer.RULE) Optional<String> userHandle) {
  static final String TEXT = "[A-Za-z0-9_-]{1,4096}";
  static final String RULE = "must be base64url without padding";

  Assertion assertion() {
    return new Assertion(
        bytes("id", id),
        userHandle.map(text -> bytes("userHandle", text)).orElse(null),
        bytes("authenticatorData", authenticatorData),
        bytes("clientDataJSON", clientDataJSON),
        bytes("signature", signature));
  }

  static byte[] bytes(String field, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw RefusedException.field(ErrorCode.INVALID_FIELD, field, RULE);
    }
  }
}
