package io.ratel.adapters.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ratel.security.pki.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A public authority on loopback (RFC 8555), with one order at a time. */
final class LocalAcme implements AutoCloseable {
  /** Certifies a key for domains. */
  interface Issuer {
    List<X509Certificate> issue(List<String> domains, PublicKey key);
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Issuer issuer;
  private final URI door;
  private final Set<String> nonces = ConcurrentHashMap.newKeySet();
  private final Map<String, ECPublicKey> accounts = new ConcurrentHashMap<>();
  private final Map<String, String> thumbprints = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private List<String> domains = List.of();
  private final Set<String> proven = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private String chain = "";

  /** Requests that are answered with badNonce although theirs was good. */
  volatile int badNonces;

  /** Whether orders are refused with rateLimited. */
  volatile boolean limited;

  /** How many accounts were made. */
  volatile int accountsMade;

  /** How often an order was asked for. */
  volatile int orders;

  /** How many certificates were issued. */
  volatile int issued;

  /**
   * @param door where every domain's port 80 leads
   */
  LocalAcme(Issuer issuer, URI door) {
    this.issuer = issuer;
    this.door = door;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  URI directory() {
    return URI.create(url("/directory"));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String nonce = UUID.randomUUID().toString().replace("-", "");
      nonces.add(nonce);
      exchange.getResponseHeaders().add("Replay-Nonce", nonce);
      try {
        switch (path) {
          case "/directory" -> answer(exchange, 200, directoryBody());
          case "/nonce" -> exchange.sendResponseHeaders(200, -1);
          default -> post(exchange, path);
        }
      } catch (GeneralSecurityException | RuntimeException e) {
        problem(exchange, 400, "malformed", String.valueOf(e.getMessage()));
      }
    }
  }

  private ObjectNode directoryBody() {
    ObjectNode body = JSON.createObjectNode();
    body.put("newNonce", url("/nonce")).put("newAccount", url("/account"));
    body.put("newOrder", url("/order")).put("revokeCert", url("/revoke"));
    body.put("keyChange", url("/key"));
    body.putObject("meta").put("termsOfService", url("/terms"));
    return body;
  }

  /** Checks the JWS (section 6.2) before anything is done. */
  private void post(HttpExchange exchange, String path)
      throws IOException, GeneralSecurityException {
    JsonNode jws = JSON.readTree(exchange.getRequestBody());
    JsonNode header = JSON.readTree(decode(jws.get("protected").asText()));
    require(header.get("url").asText().equals(url(path)), "the url is not the one that was asked");
    boolean known = nonces.remove(header.get("nonce").asText());
    if (!known || badNonces > 0) {
      badNonces = Math.max(0, badNonces - 1);
      problem(exchange, 400, "badNonce", "the nonce is not good");
      return;
    }
    ECPublicKey key =
        header.has("jwk") ? key(header.get("jwk")) : accounts.get(header.path("kid").asText());
    require(key != null, "there is no such account");
    require(header.get("alg").asText().equals("ES256"), "the algorithm is not ES256");
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(key);
    check.update(
        (jws.get("protected").asText() + "." + jws.get("payload").asText())
            .getBytes(StandardCharsets.US_ASCII));
    require(check.verify(decode(jws.get("signature").asText())), "the signature is not good");
    byte[] payload = decode(jws.get("payload").asText());
    JsonNode body = payload.length == 0 ? JSON.createObjectNode() : JSON.readTree(payload);
    act(exchange, path, header, body);
  }

  private static void require(boolean good, String fault) {
    if (!good) {
      throw new IllegalArgumentException(fault);
    }
  }

  private synchronized void act(
      HttpExchange exchange, String path, JsonNode header, JsonNode payload)
      throws IOException, GeneralSecurityException {
    if (path.equals("/account")) {
      newAccount(exchange, header, payload);
    } else if (path.equals("/order")) {
      newOrder(exchange, payload);
    } else if (path.equals("/order/1")) {
      answer(exchange, 200, order());
    } else if (path.startsWith("/authorization/")) {
      answer(exchange, 200, authorization(path.substring("/authorization/".length())));
    } else if (path.startsWith("/challenge/")) {
      String domain = path.substring("/challenge/".length());
      if (!payload.isEmpty() || !(proven.contains(domain) || failed.contains(domain))) {
        prove(domain, header.get("kid").asText());
      }
      answer(exchange, 200, challenge(domain));
    } else if (path.equals("/finalize")) {
      finish(exchange, payload);
    } else if (path.equals("/certificate")) {
      exchange.getResponseHeaders().add("Content-Type", "application/pem-certificate-chain");
      send(exchange, 200, chain);
    } else {
      problem(exchange, 404, "malformed", "nothing is here");
    }
  }

  private void newAccount(HttpExchange exchange, JsonNode header, JsonNode payload)
      throws IOException, GeneralSecurityException {
    require(payload.path("termsOfServiceAgreed").asBoolean(), "the terms were not agreed to");
    JsonNode jwk = header.get("jwk");
    String thumbprint = thumbprint(jwk);
    String account = url("/account/" + thumbprint);
    boolean fresh = accounts.put(account, key(jwk)) == null;
    thumbprints.put(account, thumbprint);
    accountsMade += fresh ? 1 : 0;
    exchange.getResponseHeaders().add("Location", account);
    ObjectNode body = JSON.createObjectNode().put("status", "valid");
    body.set("contact", payload.path("contact"));
    answer(exchange, fresh ? 201 : 200, body);
  }

  private void newOrder(HttpExchange exchange, JsonNode payload) throws IOException {
    orders++;
    if (limited) {
      exchange.getResponseHeaders().add("Retry-After", "7200");
      problem(exchange, 429, "rateLimited", "too many certificates for these domains");
      return;
    }
    List<String> asked = new ArrayList<>();
    payload.get("identifiers").forEach(one -> asked.add(one.get("value").asText()));
    domains = List.copyOf(asked);
    proven.clear();
    failed.clear();
    chain = "";
    exchange.getResponseHeaders().add("Location", url("/order/1"));
    answer(exchange, 201, order());
  }

  private ObjectNode order() {
    ObjectNode body = JSON.createObjectNode();
    String status = "pending";
    if (!chain.isEmpty()) {
      status = "valid";
      body.put("certificate", url("/certificate"));
    } else if (!failed.isEmpty()) {
      status = "invalid";
    } else if (proven.containsAll(domains)) {
      status = "ready";
    }
    body.put("status", status).put("finalize", url("/finalize"));
    ArrayNode identifiers = body.putArray("identifiers");
    ArrayNode authorizations = body.putArray("authorizations");
    for (String domain : domains) {
      identifiers.addObject().put("type", "dns").put("value", domain);
      authorizations.add(url("/authorization/" + domain));
    }
    return body;
  }

  private String status(String domain) {
    return proven.contains(domain) ? "valid" : failed.contains(domain) ? "invalid" : "pending";
  }

  private ObjectNode authorization(String domain) {
    ObjectNode body = JSON.createObjectNode().put("status", status(domain));
    body.putObject("identifier").put("type", "dns").put("value", domain);
    body.putArray("challenges").add(challenge(domain));
    return body;
  }

  private ObjectNode challenge(String domain) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("type", "http-01")
            .put("url", url("/challenge/" + domain))
            .put("token", "token-" + domain.replace('.', '-'))
            .put("status", status(domain));
    if (failed.contains(domain)) {
      body.putObject("error")
          .put("type", "urn:ietf:params:acme:error:unauthorized")
          .put("detail", "the answer was not the one expected");
    }
    return body;
  }

  /** Asks the door, as section 8.3 says. */
  private void prove(String domain, String account) {
    String token = challenge(domain).get("token").asText();
    try {
      HttpResponse<String> said =
          http.send(
              HttpRequest.newBuilder(door.resolve("/.well-known/acme-challenge/" + token)).build(),
              HttpResponse.BodyHandlers.ofString());
      boolean right =
          said.statusCode() == 200
              && said.body().strip().equals(token + "." + thumbprints.get(account));
      (right ? proven : failed).add(domain);
    } catch (IOException e) {
      failed.add(domain);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(HttpExchange exchange, JsonNode payload)
      throws IOException, GeneralSecurityException {
    require(proven.containsAll(domains), "the order is not ready");
    JcaPKCS10CertificationRequest request =
        new JcaPKCS10CertificationRequest(decode(payload.get("csr").asText()));
    PublicKey key = request.getPublicKey();
    try {
      require(
          request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key)),
          "the request is not signed with its key");
    } catch (PKCSException | OperatorCreationException e) {
      throw new IllegalArgumentException(e);
    }
    Set<String> named = new HashSet<>();
    for (GeneralName name :
        GeneralNames.fromExtensions(
                request.getRequestedExtensions(), Extension.subjectAlternativeName)
            .getNames()) {
      named.add(name.getName().toString());
    }
    require(named.equals(Set.copyOf(domains)), "the request is for other names: " + named);
    require(request.getSubject().getRDNs(BCStyle.CN).length <= 1, "the request has several names");
    chain = Pem.of(issuer.issue(domains, key));
    issued++;
    answer(exchange, 200, order());
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static ECPublicKey key(JsonNode jwk) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger(1, decode(jwk.get("x").asText())),
            new BigInteger(1, decode(jwk.get("y").asText())));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  /** RFC 7638: the required members in their order. */
  private static String thumbprint(JsonNode jwk) throws GeneralSecurityException {
    String text =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(jwk.get("x").asText(), jwk.get("y").asText());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void problem(HttpExchange exchange, int status, String type, String detail)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
    send(
        exchange,
        status,
        JSON.createObjectNode()
            .put("type", "urn:ietf:params:acme:error:" + type)
            .put("detail", detail)
            .toString());
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    send(exchange, status, body.toString());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
