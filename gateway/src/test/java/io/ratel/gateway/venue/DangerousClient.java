package io.ratel.gateway.venue;

import io.ratel.gateway.venue.TestClient.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Does dangerous things: mints the token of each request before it.
 *
 * @param proof the member of the request for the token that proves who asks
 */
public record DangerousClient(TestClient client, String proof) {
  public Response post(String operation, String path, String body) {
    return send(operation, "POST", path, body);
  }

  public Response put(String operation, String path, String body) {
    return send(operation, "PUT", path, body);
  }

  public Response delete(String operation, String path) {
    return send(operation, "DELETE", path, "");
  }

  /** The answer; that of the token where there was none. */
  private Response send(String operation, String method, String path, String body) {
    Response minted =
        client.post(
            "/v1/tokens/danger",
            "{\"operation\":\"%s\",\"resource\":\"%s\",\"bodySha256\":\"%s\",%s}"
                .formatted(operation, path, sha256(body), proof));
    return minted.status() == 201
        ? client.send(
            client
                .request(path)
                .header("Danger-Token", minted.at("token"))
                .method(method, BodyPublishers.ofString(body)))
        : minted;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
