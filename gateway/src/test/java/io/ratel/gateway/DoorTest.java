package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.http.Limits;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.venue.SlowReader;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.quant.QuantCatalog;
import io.ratel.quant.function.QuantFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final List<String> ROUTES =
      List.of(
          "post /v1/sessions",
          "post /v1/sessions/renew",
          "delete /v1/sessions",
          "delete /v1/sessions/all",
          "get /v1/sessions",
          "delete /v1/sessions/{id}",
          "post /v1/sessions/factor",
          "post /v1/sessions/passkey",
          "get /v1/sign-in",
          "get /v1/sign-in/google",
          "get /v1/sign-in/google/callback",
          "post /v1/sign-in/session",
          "post /v1/sign-in/telegram",
          "get /v1/identities",
          "post /v1/identities/google",
          "post /v1/identities/telegram",
          "delete /v1/identities/{id}",
          "get /v1/users",
          "post /v1/users",
          "post /v1/users/register",
          "put /v1/users/{id}/state",
          "put /v1/users/{id}/role",
          "put /v1/users/{id}/license",
          "post /v1/users/{id}/keys",
          "delete /v1/users/{id}/factors",
          "delete /v1/users/{id}",
          "delete /v1/me",
          "put /v1/me/password",
          "put /v1/users/{id}/password",
          "get /v1/deletions/{id}",
          "get /v1/factors",
          "post /v1/factors/totp",
          "delete /v1/factors/totp",
          "post /v1/factors/totp/confirmation",
          "post /v1/factors/recovery-codes",
          "get /v1/passkeys",
          "post /v1/passkeys",
          "post /v1/passkeys/challenge",
          "post /v1/passkeys/options",
          "patch /v1/passkeys/{id}",
          "delete /v1/passkeys/{id}",
          "post /v1/tokens/inner",
          "post /v1/tokens/danger",
          "post /v1/tokens/stream",
          "get /v1/barriers",
          "post /v1/barriers",
          "get /v1/certificates",
          "get /v1/certificates/revocations",
          "post /v1/certificates/enrolment",
          "post /v1/certificates/invitations",
          "post /v1/certificates/renewal",
          "post /v1/certificates/{serial}/revocation",
          "post /v1/keys",
          "get /v1/keys",
          "get /v1/quant",
          "get /v1/quant/{area}/{name}",
          "post /v1/quant/{area}/{name}",
          "post /v1/quant/{area}/{name}/batch",
          "get /v1/quant/jobs",
          "get /v1/quant/jobs/{id}",
          "delete /v1/quant/jobs/{id}",
          "get /v1/markets/{symbol}/indicators/{name}",
          "get /v1/markets/{symbol}/history/bars",
          "get /v1/markets/{symbol}/history/trades",
          "get /v1/markets/{symbol}/history/quotes",
          "get /v1/markets/{symbol}/history/book",
          "post /v1/history/requests",
          "get /v1/history/requests/{id}",
          "post /v1/alerts",
          "get /v1/alerts",
          "get /v1/alerts/{id}",
          "patch /v1/alerts/{id}",
          "delete /v1/alerts/{id}",
          "get /v1/alerts/{id}/events",
          "delete /v1/keys/{id}",
          "post /v1/keys/{id}/rotation",
          "get /v1/instruments",
          "get /v1/instruments/{symbol}",
          "get /v1/markets/{symbol}/book",
          "get /v1/markets/{symbol}/trades",
          "get /v1/markets/{symbol}/bars",
          "get /v1/markets/{symbol}/quote",
          "get /v1/markets/{symbol}/events",
          "get /v1/markets/{symbol}/gaps",
          "get /v1/operator/storage",
          "get /v1/pairs",
          "get /v1/pairs/{pair}",
          "get /v1/accounts",
          "get /v1/balances",
          "get /v1/me",
          "get /.well-known/jwks.json",
          "get /v1/positions",
          "get /v1/accounts/{id}/equity",
          "post /v1/accounts",
          "get /v1/accounts/{id}",
          "patch /v1/accounts/{id}",
          "post /v1/accounts/{id}/cancel-all-after",
          "get /v1/accounts/{id}/events",
          "get /v1/accounts/{id}/limits",
          "get /v1/limits/rates",
          "put /v1/limits/rates",
          "get /v1/audit",
          "get /v1/audit/verification",
          "put /v1/accounts/{id}/limits",
          "get /v1/accounts/{id}/margin",
          "get /v1/accounts/{id}/risk",
          "put /v1/instruments/{symbol}/calendar",
          "post /v1/assets",
          "post /v1/instruments",
          "post /v1/instruments/{symbol}/corporate-actions",
          "post /v1/instruments/{symbol}/funding",
          "post /v1/instruments/{symbol}/marks",
          "post /v1/instruments/{symbol}/settlement",
          "put /v1/instruments/{symbol}/state",
          "put /v1/instruments/{symbol}/terms",
          "put /v1/kill-switches/{scope}/{id}",
          "get /v1/pools",
          "post /v1/pools",
          "post /v1/pools/memberships",
          "get /v1/pools/{id}",
          "patch /v1/pools/{id}",
          "delete /v1/pools/{id}",
          "get /v1/pools/{id}/invitations",
          "post /v1/pools/{id}/invitations",
          "delete /v1/pools/{id}/invitations/{invitationId}",
          "get /v1/pools/{id}/members",
          "get /v1/pools/{id}/members/{userId}",
          "patch /v1/pools/{id}/members/{userId}",
          "delete /v1/pools/{id}/members/{userId}",
          "post /v1/pools/{id}/units",
          "get /v1/trades",
          "post /v1/deposits",
          "post /v1/withdrawals",
          "post /v1/transfers",
          "post /v1/orders",
          "get /v1/orders",
          "delete /v1/orders",
          "get /v1/orders/{id}",
          "delete /v1/orders/{id}",
          "patch /v1/orders/{id}",
          "get /healthz",
          "get /readyz",
          "get /metrics",
          "get /v1/reconciliation",
          "get /v1/reports/trades",
          "get /v1/errors",
          "get /v1/series/{kind}",
          "get /v1/series/{kind}/{source}/{name}/{subject}",
          "get /v1/news",
          "get /v1/calendar",
          "get /v1/pipelines",
          "get /v1/feeds",
          "get /v1/stream",
          "get /openapi.json",
          "get /docs");
  private static TestVenue venue;
  private static TestClient anyone;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
    anyone = venue.anyone();
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  /** Writes bytes and reads until the server closes or has answered. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", venue.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      byte[] buffer = new byte[64 << 10];
      StringBuilder answer = new StringBuilder();
      int read = socket.getInputStream().read(buffer);
      while (read > 0) {
        answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        if (answer.indexOf("}}") > 0) {
          break;
        }
        read = socket.getInputStream().read(buffer);
      }
      return answer.toString();
    }
  }

  /** A38: 128 random bits, and nothing that a client sends gets into it. */
  @Test
  void givesEveryAnswerARayOfItsOwn() {
    Set<String> rays = new HashSet<>();
    for (String path : List.of("/healthz", "/v1/nothing", "/", "/nothing.png", "/v1/instruments")) {
      Response response =
          anyone.send(anyone.request(path).header("X-Ray-Id", "chosen").header("CF-Ray", "chosen"));
      String ray = response.headers().firstValue("X-Ray-Id").orElse("");
      assertThat(ray).matches("[0-9a-f]{32}");
      assertThat(rays.add(ray)).isTrue();
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      if (response.status() >= 400 && path.startsWith("/v1")) {
        assertThat(response.at("error.rayId")).isEqualTo(ray);
      }
    }
  }

  @Test
  void tellsUnknownPathsFromWrongMethods() {
    assertThat(anyone.get("/v1").code()).isEqualTo("404 UNKNOWN_ROUTE");
    assertThat(anyone.get("/v1/").code()).isEqualTo("404 UNKNOWN_ROUTE");
    assertThat(anyone.get("/v1/orders/1/2").code()).isEqualTo("404 UNKNOWN_ROUTE");
    assertThat(anyone.post("/v1/nothing", "{}").code()).isEqualTo("404 UNKNOWN_ROUTE");
    Response wrong = anyone.delete("/v1/instruments");
    assertThat(wrong.code()).isEqualTo("405 METHOD_NOT_ALLOWED");
    assertThat(wrong.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    for (String method : List.of("PUT", "PATCH", "OPTIONS", "TRACE", "BREW")) {
      Response response =
          anyone.send(
              anyone.request("/v1/orders").method(method, HttpRequest.BodyPublishers.noBody()));
      assertThat(response.code()).isEqualTo("405 METHOD_NOT_ALLOWED");
      assertThat(response.headers().firstValue("Allow").orElse("")).contains("POST");
    }
    assertThat(anyone.post("/", "x").code()).isEqualTo("405 METHOD_NOT_ALLOWED");
  }

  @Test
  void answersHeadAsGetWithoutABody() {
    Response head =
        anyone.send(anyone.request("/healthz").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0))
        .isEqualTo(anyone.get("/healthz").body().length());
  }

  @Test
  void refusesBodiesBeyondTheBound() {
    String body = "{\"email\":\"" + "a".repeat(9_000) + "\"}";
    Response sized = anyone.post("/v1/sessions", body);
    Response chunked =
        anyone.send(
            anyone
                .request("/v1/sessions")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString(body))));

    assertThat(sized.code()).isEqualTo("413 BODY_TOO_LARGE");
    assertThat(sized.at("error.message")).contains("8192");
    assertThat(chunked.code()).isEqualTo("413 BODY_TOO_LARGE");
    assertThat(anyone.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void refusesBodiesThatAreNotOneJsonObject() {
    for (String body :
        List.of(
            "",
            " ",
            "x",
            "null",
            "[]",
            "7",
            "\"a\"",
            "{",
            "{\"email\":\"a\"",
            "{\"email\":\"a\"} {}",
            "{\"email\":\"a\",\"email\":\"b\"}",
            "{\"email\":NaN}",
            "{'email':'a'}",
            "{\"email\":\"a\",}",
            "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}")) {
      Response response = anyone.post("/v1/sessions", body);
      assertThat(response.code()).as(body).isEqualTo("400 MALFORMED_JSON");
      assertThat(response.body()).doesNotContain("jackson").doesNotContain("Exception");
    }
    HttpRequest.Builder latin =
        anyone
            .request("/v1/sessions")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    "{\"email\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(anyone.send(latin).code()).isEqualTo("400 MALFORMED_JSON");
  }

  @Test
  void refusesWhatIsNotHttp() throws IOException {
    assertThat(raw("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"))
        .contains("400")
        .contains("MALFORMED_URL");
    assertThat(raw("GET /v1/orders?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n")).contains("MALFORMED_URL");
    assertThat(raw("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .contains("414")
        .contains("URL_TOO_LONG");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(9_000) + "\r\n\r\n"))
        .contains("431")
        .contains("HEADERS_TOO_LARGE");
    assertThat(raw("rubbish\r\n\r\n")).contains("400").contains("MALFORMED_HTTP");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n")).contains("400");
  }

  @Test
  void closesARequestThatDoesNotArrive() throws IOException {
    Limits hasty = new Limits(100, 16, 8_192, 8_192, 200, 60_000, 8, 5, 4_096, 300, 30_000, 60_000);
    try (TestVenue impatient = new TestVenue(hasty, true, Optional.empty());
        Socket socket = new Socket("127.0.0.1", impatient.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
    }
  }

  @Test
  void boundsConnectionsAndCountsThemDown() throws IOException {
    Limits few = new Limits(3, 16, 8_192, 8_192, 10_000, 60_000, 8, 5, 4_096, 300, 30_000, 60_000);
    try (TestVenue small = new TestVenue(few, true, Optional.empty())) {
      for (int i = 0; i < 10; i++) {
        try (SlowReader webSocket = new SlowReader(small)) {
          webSocket.send("{\"ping\":1}");
          assertThat(webSocket.read().get("pong").asInt()).isEqualTo(1);
          webSocket.hangUp();
        }
      }
      List<Socket> sockets = new ArrayList<>();
      int answered = 0;
      for (int i = 0; i < 4; i++) {
        sockets.add(new Socket("127.0.0.1", small.port()));
      }
      for (Socket socket : sockets) {
        answered += isAnswered(socket) ? 1 : 0;
      }
      for (Socket socket : sockets) {
        socket.close();
      }
      assertThat(answered).isEqualTo(3);
    }
  }

  private static boolean isAnswered(Socket socket) {
    try {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == 'H';
    } catch (SocketTimeoutException e) {
      throw new AssertionError("neither answered nor closed", e);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void saysWhatIsMissingUntilItIsReady() {
    venue.missing = List.of("the log is recovering", "the projection is behind");
    Response notReady = anyone.get("/readyz");
    venue.missing = List.of();

    assertThat(notReady.code()).isEqualTo("503 NOT_READY");
    assertThat(notReady.at("error.message"))
        .isEqualTo("the log is recovering; the projection is behind");
    assertThat(anyone.get("/readyz").at("status")).isEqualTo("ready");
    assertThat(anyone.get("/healthz").at("status")).isEqualTo("up");
  }

  /** A38. */
  @Test
  void hidesItsOwnFaults() {
    venue.readinessFails = true;
    try {
      Response failed = anyone.get("/readyz");
      assertThat(failed.code()).isEqualTo("500 INTERNAL");
      assertThat(failed.body()).doesNotContain("secret").doesNotContain("Exception");
      assertThat(failed.at("error.rayId")).matches("[0-9a-f]{32}");
    } finally {
      venue.readinessFails = false;
    }
  }

  @Test
  void listsEveryErrorCode() {
    Response errors = anyone.get("/v1/errors");

    List<String> codes = new ArrayList<>();
    errors.json().get("items").forEach(item -> codes.add(item.get("code").asText()));
    assertThat(codes)
        .containsExactlyElementsOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
  }

  @Test
  void describesEveryOperationForProgramsAndPeople() {
    JsonNode document = anyone.get("/openapi.json").json();
    Response docs = anyone.get("/docs");

    assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
    List<String> routes = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(verb -> routes.add(verb + " " + path.getKey())));
    List<String> all = new ArrayList<>(ROUTES);
    for (QuantFunction<?, ?> each : QuantCatalog.load().all()) {
      all.add("post /v1/quant/" + each.area() + "/" + each.name());
    }
    assertThat(routes).containsExactlyInAnyOrderElementsOf(all);
    document
        .findValuesAsText("$ref")
        .forEach(ref -> assertThat(document.at(ref.substring(1)).isObject()).as(ref).isTrue());
    JsonNode order = document.at("/paths/~1v1~1orders/post");
    assertThat(order.at("/responses/422/description").asText()).contains("INSUFFICIENT_FUNDS");
    assertThat(order.at("/requestBody/content/application~1json/schema/required").toString())
        .isEqualTo("[\"symbol\",\"side\",\"type\",\"quantity\"]");
    assertThat(docs.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(docs.body()).contains("/v1/orders/{id}").doesNotContain("<script");
  }

  @Test
  void measuresItself() {
    anyone.get("/healthz");

    String metrics = anyone.get("/metrics").body();
    assertThat(metrics)
        .contains("ratel_http_requests_seconds_count{operation=\"health\",status=\"200\"}")
        .contains("ratel_stream_sockets")
        .contains("ratel_stream_messages_total")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void listsFeeds() {
    assertThat(anyone.get("/v1/feeds").at("items.0.rejected")).isEqualTo("1");
  }

  @Test
  void asksForAnUpgradeWhereOnlyWebSocketsGo() {
    assertThat(anyone.get("/v1/stream").code()).isEqualTo("426 UPGRADE_REQUIRED");
  }

  @Test
  void saysWhichPortIsInUse() {
    GatewayConfig config =
        new GatewayConfig("127.0.0.1", venue.port(), false, Optional.empty(), Limits.STANDARD);

    assertThatThrownBy(() -> venue.another(config).start())
        .isInstanceOf(PortInUseException.class)
        .hasMessageContaining("port " + venue.port());
    assertThat(anyone.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void refusesAConfigurationWithAllItsFaults() {
    assertThatThrownBy(
            () -> new Limits(0, 16, 8_192, 8_192, 1, 60_000, 8, 5, 4_096, 300, 30_000, 60_000))
        .hasMessageContaining("maxConnections")
        .hasMessageContaining("was 0")
        .hasMessageContaining("requestTimeoutMs");
    assertThatThrownBy(
            () -> new GatewayConfig(" ", 70_000, true, Optional.empty(), Limits.STANDARD))
        .hasMessageContaining("host")
        .hasMessageContaining("70000");
  }
}
