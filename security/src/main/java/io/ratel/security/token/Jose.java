package io.ratel.security.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The spelling of a token, shared by the side that writes and the side that reads. */
final class Jose {
  static final String ALGORITHM = "ES256";

  /** The JDK's name for ECDSA over P-256 with the fixed-length signature that JWS asks for. */
  static final String SIGNATURE = "SHA256withECDSAinP1363Format";

  /** No token of ours comes near; what is longer is not looked at. */
  static final int MAX_LENGTH = 1024;

  static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Jose() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Decodes strictly: the spare bits of the last character must be zero, so that no two texts are
   * the same token.
   *
   * @throws IllegalArgumentException when it is not the canonical spelling
   */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not canonical base64url");
    }
    return bytes;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
