package io.ratel.adapters.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions and answers of Ethereum's JSON-RPC (execution-apis; EIP-1474). */
final class JsonRpc {
  /** Of a 256-bit word in hexadecimal digits. */
  private static final int WORD = 64;

  private static final int MAX_WORDS = 64;
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]*");

  private JsonRpc() {}

  /**
   * @throws IllegalArgumentException when it is no address
   */
  static String requireAddress(String field, String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          field + " must be 0x and 40 hexadecimal digits, was '" + text + "'");
    }
    return text;
  }

  static PolledRequest gasPrice(URI url) {
    return request("gas price", url, "eth_gasPrice", "[]");
  }

  static PolledRequest balance(String about, URI url, String address) {
    return request(about, url, "eth_getBalance", "[\"" + address + "\",\"latest\"]");
  }

  /**
   * @param data the function's selector and its arguments, without {@code 0x}
   */
  static PolledRequest call(String about, URI url, String contract, String data) {
    return request(
        about,
        url,
        "eth_call",
        "[{\"to\":\"%s\",\"data\":\"0x%s\"},\"latest\"]".formatted(contract, data));
  }

  private static PolledRequest request(String about, URI url, String method, String params) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    return new PolledRequest(
        about, url, Optional.of(body), Map.of("Content-Type", "application/json"));
  }

  /** An address as an argument: 32 bytes, zeros first. */
  static String argument(String address) {
    return "0".repeat(WORD - 40) + address.substring(2);
  }

  /** A result that is one quantity, such as {@code 0x3b9aca00}. */
  static BigInteger quantity(Frame answer) throws RejectedFrameException {
    String hex = result(answer);
    if (hex.length() < 3 || hex.length() > 2 + WORD) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "result must be a quantity of 256 bits, was '" + hex + "'");
    }
    return new BigInteger(hex.substring(2), 16);
  }

  /** A result that is words, such as what a function returns. */
  static BigInteger[] words(Frame answer, int atLeast) throws RejectedFrameException {
    String hex = result(answer).substring(2);
    if (hex.length() % WORD != 0
        || hex.length() < atLeast * WORD
        || hex.length() > MAX_WORDS * WORD) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD,
          "result must be at least %d words of 32 bytes, had %d digits"
              .formatted(atLeast, hex.length()));
    }
    BigInteger[] words = new BigInteger[hex.length() / WORD];
    for (int i = 0; i < words.length; i++) {
      words[i] = new BigInteger(hex.substring(i * WORD, (i + 1) * WORD), 16);
    }
    return words;
  }

  private static String result(Frame answer) throws RejectedFrameException {
    JsonNode document = FrameJson.parse(answer.text());
    if (document.hasNonNull("error")) {
      throw new RejectedFrameException(
          FrameFault.VENUE_ERROR, document.get("error").path("message").asText("no message"));
    }
    String hex = FrameJson.text(document, "result");
    if (!HEX.matcher(hex).matches()) {
      throw new RejectedFrameException(
          FrameFault.BAD_NUMBER, "result must be 0x and hexadecimal digits, was '" + hex + "'");
    }
    return hex;
  }
}
