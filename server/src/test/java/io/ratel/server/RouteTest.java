package io.ratel.server;

import static io.ratel.server.TwoPeople.limit;
import static io.ratel.server.TwoPeople.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.security.permission.Audience;
import io.ratel.security.permission.Permissions;
import io.ratel.server.VenueProcess.Answer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of a running venue, asked rightly and wrongly by two people. */
final class RouteTest {
  /** What answers something else: needs a socket, is not configured, is of a user who went. */
  private static final Map<String, Integer> EXCEPTIONS =
      Map.of(
          "/v1/stream", 426,
          "/v1/sign-in/google", 404,
          "/v1/sign-in/google/callback", 404,
          "/v1/deletions/{id}", 404,
          "/v1/history/requests/{id}", 404,
          "/v1/quant/jobs/{id}", 404);

  private static TwoPeople people;
  private static VenueProcess venue;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    people = new TwoPeople(folder);
    venue = people.venue;
  }

  @AfterAll
  static void close() {
    people.close();
  }

  @BeforeEach
  void asTheDemoUser() {
    venue.token = people.demoToken;
  }

  private record Route(String path, boolean isPublic, boolean isForOperators) {}

  private static List<Route> getRoutes() {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        venue.get("/openapi.json").body().get("paths").properties()) {
      JsonNode operation = path.getValue().get("get");
      if (operation != null) {
        String name = operation.get("operationId").asText();
        routes.add(
            new Route(
                path.getKey(),
                operation.get("security").isEmpty(),
                Permissions.of(name).orElseThrow().audience() == Audience.OPERATOR));
      }
    }
    return routes;
  }

  @Test
  void everyGetRouteOfTheDocumentAnswersThoseWhoMayAsk() {
    String order = people.place(limit("10.00", "0.001")).body().get("id").asText();
    String account = venue.get("/v1/accounts").body().at("/items/0/id").asText();
    Answer made = venue.call("POST", "/v1/pools", Map.of("name", "Club"));
    String pool = made.body().get("id").asText();
    String user = venue.get("/v1/me").body().get("userId").asText();
    String alert = alert();
    List<Route> routes = getRoutes();
    assertThat(routes).hasSizeGreaterThan(15);
    for (Route route : routes) {
      for (String symbol : List.of("BTC-USD", TwoPeople.WATCHED)) {
        String id = idFor(route.path(), account, order, pool, alert);
        String path =
            route
                .path()
                .replace("{symbol}", symbol)
                .replace("{pair}", "BTC-USD")
                .replace("{id}", id)
                .replace("{userId}", user)
                .replace("{kind}/{source}/{name}/{subject}", "observation/FRED/DFF/US")
                .replace("{kind}", "factor")
                .replace("{area}", "indicators")
                .replace("{name}", "ema");
        int expected = EXCEPTIONS.getOrDefault(route.path(), 200);
        venue.token = "";
        HttpResponse<String> stranger = venue.raw("GET", path, "", Map.of());
        assertThat(stranger.statusCode()).as(path).isEqualTo(route.isPublic() ? expected : 401);
        venue.token = "a.b.c";
        HttpResponse<String> liar = venue.raw("GET", path, "", Map.of());
        assertThat(liar.statusCode()).as(path).isEqualTo(route.isPublic() ? expected : 401);
        venue.token = people.demoToken;
        HttpResponse<String> known = venue.raw("GET", path, "", Map.of());
        assertThat(known.statusCode()).as(path).isEqualTo(route.isForOperators() ? 403 : expected);
        venue.token = people.operatorToken;
        if (route.isForOperators()) {
          assertThat(venue.raw("GET", path, "", Map.of()).statusCode())
              .as(path)
              .isEqualTo(expected);
        }
        assertThat(known.headers().firstValue("x-ray-id")).as(path).isPresent();
      }
    }
    venue.token = "";
    refused(venue.get("/v1/orders"), 401, "UNAUTHENTICATED");
  }

  private static String alert() {
    Map<String, Object> below = Map.of("type", "below", "field", Map.of("name", "ask"), "value", 1);
    return venue
        .call("POST", "/v1/alerts", Map.of("symbol", "BTC-USD", "condition", below))
        .body()
        .get("id")
        .asText();
  }

  private static String idFor(
      String path, String account, String order, String pool, String alert) {
    if (path.startsWith("/v1/pools/")) {
      return pool;
    } else if (path.startsWith("/v1/history/")) {
      return "an-id-that-nobody-has-drawn";
    } else if (path.startsWith("/v1/alerts/")) {
      return alert;
    }
    return path.startsWith("/v1/accounts/") ? account : order;
  }

  @Test
  void everyErrorThatIsAnsweredIsListed() {
    List<String> codes = new ArrayList<>();
    venue.get("/v1/errors").body().get("items").forEach(e -> codes.add(e.get("code").asText()));
    assertThat(codes).contains("MALFORMED_JSON", "NOT_TRADABLE", "KEY_REUSED", "UNKNOWN_ORDER");
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void aBodyThatIsNoOrderIsRefused(String body, String code) {
    refused(venue.call("POST", "/v1/orders", body), 400, code);
  }

  static Stream<Arguments> wrongBodies() {
    String order = "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\"";
    return Stream.of(
        arguments("", "MALFORMED_JSON"),
        arguments("{", "MALFORMED_JSON"),
        arguments("[]", "MALFORMED_JSON"),
        arguments("null", "MALFORMED_JSON"),
        arguments("{} {}", "MALFORMED_JSON"),
        arguments("[".repeat(10_000), "MALFORMED_JSON"),
        arguments("{\"symbol\":\"A\",\"symbol\":\"B\"}", "MALFORMED_JSON"),
        arguments(order + ",\"price\":NaN,\"quantity\":\"1\"}", "MALFORMED_JSON"),
        arguments(order + ",\"price\":\"1\",\"quantity\":\"1\",\"colour\":1}", "UNKNOWN_FIELD"),
        arguments(order + ",\"price\":\"1\"}", "MISSING_FIELD"),
        arguments(order + ",\"price\":1,\"quantity\":\"1\"}", "INVALID_FIELD"),
        arguments(order + ",\"price\":1e400,\"quantity\":\"1\"}", "INVALID_FIELD"),
        arguments(order + ",\"price\":null,\"quantity\":\"1\"}", "INVALID_FIELD"),
        arguments(order + ",\"price\":{},\"quantity\":[]}", "INVALID_FIELD"),
        arguments(order.replace("buy", "BUY") + ",\"price\":\"1\"}", "INVALID_FIELD"),
        arguments(order + ",\"price\":\"" + "9".repeat(65) + "\"}", "INVALID_FIELD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "0",
        "-0",
        "NaN",
        "Infinity",
        "1e400",
        "1E2",
        "0x1f",
        "1,000",
        " 1",
        "1 ",
        "",
        "١",
        "100.005",
        "99999999999999999999999999999999999999.99",
        "9223372036854775807"
      })
  void aNumberThatIsNoPriceIsRefusedWithTheRule(String price) {
    Answer answer = people.place(limit(price, "0.001"));
    boolean empty = price.isEmpty();
    refused(answer, empty ? 400 : 422, empty ? "INVALID_FIELD" : "INVALID_PRICE");
    assertThat(answer.body().at("/error/field").asText()).isEqualTo("price");
    assertThat(answer.body().at("/error/value").asText()).isEqualTo(price);
    assertThat(answer.body().at("/error/rule").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "NaN", "1e400", "0.000001", "1234567890123456789012345678901"})
  void aNumberThatIsNoQuantityOrAmountIsRefused(String number) {
    refused(people.place(limit("10.00", number)), 422, "INVALID_QUANTITY");
    String amount = number.equals("0.000001") ? "0.000000001" : number;
    refused(people.money("deposits", people.demoAccount, amount, "a"), 422, "INVALID_AMOUNT");
  }

  @Test
  void moreThanThereIsIsRefusedAndSaysHowMuchThereIs() {
    Answer answer = people.place(limit("90000.00", "1000"));
    refused(answer, 422, "INSUFFICIENT_FUNDS");
    assertThat(answer.body().at("/error/message").asText()).contains("USD is available");
    refused(people.place(limit("90000000000.00", "90000000000")), 422, "VALUE_TOO_LARGE");
    refused(
        people.money("withdrawals", people.demoAccount, "999999999", "b"),
        422,
        "INSUFFICIENT_FUNDS");
  }

  @Test
  void aHugeBodyIsRefusedAndTheNextRequestIsServed() {
    String huge = "{\"symbol\":\"" + "A".repeat(2 << 20) + "\"}";
    refused(venue.call("POST", "/v1/orders", huge), 413, "BODY_TOO_LARGE");
    assertThat(venue.get("/v1/balances").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("wrongRequests")
  void aWrongRequestIsRefused(String request, int status, String code) {
    String[] parts = request.split(" ");
    refused(venue.call(parts[0], parts[1], ""), status, code);
  }

  static Stream<Arguments> wrongRequests() {
    return Stream.of(
        arguments("GET /v1/nothing", 404, "UNKNOWN_ROUTE"),
        arguments("GET /v1/orders/1/2/3", 404, "UNKNOWN_ROUTE"),
        arguments("GET /v1", 404, "UNKNOWN_ROUTE"),
        arguments("PUT /v1/orders", 405, "METHOD_NOT_ALLOWED"),
        arguments("PUT /v1/instruments", 405, "METHOD_NOT_ALLOWED"),
        arguments("DELETE /healthz", 405, "METHOD_NOT_ALLOWED"),
        arguments("GET /v1/instruments/NOPE", 404, "UNKNOWN_MARKET"),
        arguments("GET /v1/markets/btc-usd/book", 404, "UNKNOWN_MARKET"),
        arguments("GET /v1/markets/..%2F..%2Fetc/quote", 404, "UNKNOWN_MARKET"),
        arguments("GET /v1/markets/BTC-USD/book?depth=0", 400, "INVALID_FIELD"),
        arguments("GET /v1/markets/BTC-USD/book?depth=1e400", 400, "INVALID_FIELD"),
        arguments("GET /v1/markets/BTC-USD/book?deep=1", 400, "UNKNOWN_FIELD"),
        arguments("GET /v1/markets/BTC-USD/bars?interval=7m", 400, "INVALID_FIELD"),
        arguments("GET /v1/markets/BTC-USD/bars?from=yesterday", 400, "INVALID_FIELD"),
        arguments("GET /v1/markets/BTC-USD/trades?limit=-1", 400, "INVALID_FIELD"),
        arguments("GET /v1/orders?status=sleeping", 400, "INVALID_FIELD"),
        arguments("GET /v1/orders?cursor=x", 400, "INVALID_FIELD"),
        arguments("GET /v1/orders/999999999999999999999", 404, "UNKNOWN_ORDER"),
        arguments("GET /v1/orders/-1", 404, "UNKNOWN_ORDER"),
        arguments("DELETE /v1/orders/12345678901", 404, "UNKNOWN_ORDER"),
        arguments("GET /v1/balances?accountId=999999", 404, "UNKNOWN_ACCOUNT"),
        arguments("GET /v1/balances?accountId=x", 404, "UNKNOWN_ACCOUNT"),
        arguments("GET /v1/trades?symbol=NOPE", 422, "UNKNOWN_INSTRUMENT"));
  }

  @Test
  void aWrongPasswordIsRefusedInTheWordsOfAnUnknownUser() {
    venue.token = "";
    List<Answer> answers = new ArrayList<>();
    for (String email : List.of("demo@ratel.local", "nobody@ratel.local")) {
      answers.add(venue.call("POST", "/v1/sessions", Map.of("email", email, "password", "wrong")));
      refused(answers.getLast(), 401, "INVALID_CREDENTIALS");
    }
    assertThat(answers.getFirst().body().at("/error/message"))
        .isEqualTo(answers.getLast().body().at("/error/message"));
  }
}
