package io.ratel.server.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ratel.security.token.JwkSet;
import io.ratel.security.token.TokenKeys;
import io.ratel.server.VenueProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenID Connect issuer whose only person agrees to everything, for a browser to go to. */
final class BrowserIssuer implements AutoCloseable {
  private final TokenKeys keys = TokenKeys.generate();
  private final HttpServer server;
  private volatile String nonce = "";

  BrowserIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            json(
                exchange,
                Map.of(
                    "issuer", uri(),
                    "authorization_endpoint", uri() + "/authorize",
                    "token_endpoint", uri() + "/token",
                    "jwks_uri", uri() + "/keys")));
    server.createContext(
        "/keys",
        exchange -> text(exchange, 200, JwkSet.write(Map.of(keys.id(), keys.publicKey()))));
    server.createContext("/authorize", this::agree);
    server.createContext("/token", exchange -> json(exchange, Map.of("id_token", idToken())));
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void agree(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    nonce = parameter(asked, "nonce");
    String back = parameter(asked, "redirect_uri");
    String state = parameter(asked, "state");
    exchange.getResponseHeaders().add("Location", back + "?code=agreed&state=" + state);
    text(exchange, 302, "");
  }

  private static String parameter(URI uri, String name) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(uri.getRawQuery());
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + uri);
    }
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  private String idToken() throws IOException {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", uri());
    claims.put("aud", "ratel-test");
    claims.put("sub", "g-1");
    claims.put("nonce", nonce);
    claims.put("iat", now);
    claims.put("exp", now + 600);
    claims.put("email", "gwen@elsewhere.test");
    claims.put("email_verified", true);
    String header = "{\"alg\":\"ES256\",\"kid\":\"" + keys.id() + "\"}";
    String content =
        base64(header.getBytes(StandardCharsets.US_ASCII))
            + "."
            + base64(VenueProcess.JSON.writeValueAsBytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(keys.privateKey());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void json(HttpExchange exchange, Map<String, String> body) throws IOException {
    text(exchange, 200, VenueProcess.JSON.writeValueAsString(body));
  }

  private static void text(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
