package io.ratel.gateway.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ratel.security.token.JwkSet;
import io.ratel.security.token.TokenKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An issuer on this machine that speaks OpenID Connect as Google does: it signs with ES256, keeps
 * to PKCE, takes a code once, and can be made to say anything in its tokens.
 */
final class TestIssuer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Grant(String challenge, String nonce) {}

  final Map<String, Object> claims = new ConcurrentHashMap<>();
  final AtomicInteger keyFetches = new AtomicInteger();
  volatile String algorithm = "ES256";
  volatile TokenKeys keys = TokenKeys.generate();
  volatile TokenKeys published = keys;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Supplier<Instant> clock;
  private final HttpServer server;

  TestIssuer(Supplier<Instant> clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    claims.put("sub", "g-1");
    claims.put("email", "Ann@Elsewhere.test");
    claims.put("email_verified", true);
    claims.put("name", "Ann");
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", this::keys);
    server.createContext("/token", this::token);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A person agrees: the code that its browser takes back. */
  String agree(URI authorization) {
    Map<String, String> query = form(authorization.getRawQuery());
    if (!query.getOrDefault("code_challenge_method", "").equals("S256")) {
      throw new AssertionError("no PKCE in " + authorization);
    }
    String code = "code-" + grants.size();
    grants.put(
        code, new Grant(query.getOrDefault("code_challenge", ""), query.getOrDefault("nonce", "")));
    return code;
  }

  /** From now on it signs with another key, and publishes that one too. */
  void rotate() {
    keys = TokenKeys.generate();
    published = keys;
  }

  private void discovery(HttpExchange exchange) throws IOException {
    String at = uri().toString();
    answer(
        exchange,
        200,
        JSON.writeValueAsString(
            Map.of(
                "issuer", at,
                "authorization_endpoint", at + "/authorize",
                "token_endpoint", at + "/token",
                "jwks_uri", at + "/keys")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyFetches.incrementAndGet();
    answer(exchange, 200, JwkSet.write(Map.of(published.id(), published.publicKey())));
  }

  private void token(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
    Grant grant = grants.remove(form.getOrDefault("code", ""));
    boolean right =
        grant != null
            && form.getOrDefault("client_id", "").equals("ratel-test")
            && form.getOrDefault("client_secret", "").equals("shh")
            && grant.challenge().equals(base64(sha256(form.getOrDefault("code_verifier", ""))));
    if (!right) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String idToken = idToken(grant.nonce());
    answer(exchange, 200, JSON.writeValueAsString(Map.of("id_token", idToken)));
  }

  private String idToken(String nonce) throws IOException {
    long now = clock.get().getEpochSecond();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iss", uri().toString());
    payload.put("aud", "ratel-test");
    payload.put("nonce", nonce);
    payload.put("iat", now);
    payload.put("exp", now + 3_600);
    payload.putAll(claims);
    TokenKeys signer = keys;
    Map<String, Object> header = Map.of("alg", algorithm, "kid", signer.id(), "typ", "JWT");
    String content =
        base64(JSON.writeValueAsBytes(header)) + "." + base64(JSON.writeValueAsBytes(payload));
    if (algorithm.equals("none")) {
      return content + ".";
    }
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(signer.privateKey());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
