package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.order.RejectReason;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {
  private static TestVenue venue;
  private static TestClient ann;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  @BeforeEach
  void calm() {
    ann.delete("/v1/orders");
  }

  private static String order(String price, String quantity, String more) {
    return """
        {"symbol":"BTC-USD","side":"buy","type":"limit","price":"%s","quantity":"%s"%s}"""
        .formatted(price, quantity, more);
  }

  @Test
  void givesAnOpenOrderAnotherPriceOrQuantity() {
    String id = ann.post("/v1/orders", order("99.50", "0.5", "")).at("id");

    Response cheaper = ann.patch("/v1/orders/" + id, "{\"price\":\"98.00\"}");
    assertThat(cheaper.status()).isEqualTo(200);
    assertThat(cheaper.at("id")).isEqualTo(id);
    assertThat(cheaper.at("price")).isEqualTo("98.00");
    assertThat(cheaper.at("quantity")).isEqualTo("0.5000");
    Response smaller = ann.patch("/v1/orders/" + id, "{\"quantity\":\"0.2\"}");
    assertThat(smaller.at("price")).isEqualTo("98.00");
    assertThat(smaller.at("quantity")).isEqualTo("0.2000");
    assertThat(smaller.at("status")).isEqualTo("open");
    assertThat(ann.get("/v1/orders/" + id).at("quantity")).isEqualTo("0.2000");
    assertThat(ann.get("/v1/orders/" + id).at("price")).isEqualTo("98.00");
  }

  @Test
  void refusesNewTermsThatMakeNoSense() {
    String id = ann.post("/v1/orders", order("99.50", "0.5", "")).at("id");
    String path = "/v1/orders/" + id;

    assertThat(ann.patch(path, "{}").code()).isEqualTo("400 MISSING_FIELD");
    assertThat(ann.patch(path, "{\"side\":\"sell\"}").code()).isEqualTo("400 UNKNOWN_FIELD");
    assertThat(ann.patch(path, "{\"price\":\"0\"}").code()).isEqualTo("422 INVALID_PRICE");
    assertThat(ann.patch(path, "{\"price\":\"99.505\"}").code()).isEqualTo("422 INVALID_PRICE");
    assertThat(ann.patch(path, "{\"quantity\":\"-1\"}").code()).isEqualTo("422 INVALID_QUANTITY");
    assertThat(ann.patch("/v1/orders/123456789", "{\"price\":\"1\"}").code())
        .isEqualTo("404 UNKNOWN_ORDER");
    assertThat(venue.as(venue.bob).patch(path, "{\"price\":\"1\"}").code())
        .isEqualTo("404 UNKNOWN_ORDER");
    ann.delete(path);
    Response over = ann.patch(path, "{\"price\":\"1\"}");
    assertThat(over.code()).isEqualTo("409 ORDER_NOT_OPEN");
    assertThat(over.at("error.value")).isEqualTo(id);
  }

  @Test
  void placesALimitOrder() {
    Response response =
        ann.post("/v1/orders", order("99.50", "0.5", ",\"clientOrderId\":\"mine:1\""));

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.at("clientOrderId")).isEqualTo("mine:1");
    assertThat(response.at("accountId")).isEqualTo("10");
    assertThat(response.at("symbol")).isEqualTo("BTC-USD");
    assertThat(response.at("side")).isEqualTo("buy");
    assertThat(response.at("type")).isEqualTo("limit");
    assertThat(response.at("timeInForce")).isEqualTo("GTC");
    assertThat(response.at("price")).isEqualTo("99.50");
    assertThat(response.at("quantity")).isEqualTo("0.5000");
    assertThat(response.at("filled")).isEqualTo("0.0000");
    assertThat(response.json().get("averagePrice").isNull()).isTrue();
    assertThat(response.at("status")).isEqualTo("open");
    assertThat(response.json().get("id").isTextual()).isTrue();
    assertThat(response.json().get("sequence").isIntegralNumber()).isTrue();
    assertThat(response.at("createdAt")).matches("2026-01-02T03:04:05\\.\\d{9}Z");
  }

  @Test
  void fillsAMarketOrderAndTellsTheAverage() {
    Response response =
        ann.post(
            "/v1/orders",
            """
            {"symbol":"BTC-USD","side":"sell","type":"market","quantity":"0.0100"}""");

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.at("status")).isEqualTo("filled");
    assertThat(response.at("averagePrice")).isEqualTo("100.00");
    assertThat(response.json().get("price").isNull()).isTrue();
    assertThat(response.at("clientOrderId")).matches("[0-9a-f]{32}");
    Response fills = ann.get("/v1/trades?orderId=" + response.at("id"));
    assertThat(fills.at("items.0.orderId")).isEqualTo(response.at("id"));
    assertThat(fills.at("items.0.liquidity")).isEqualTo("taker");
    assertThat(fills.at("items.0.feeAsset")).isEqualTo("USD");
    assertThat(fills.json().get("items")).hasSize(1);
  }

  @Test
  void answersTheSameKeyAsTheFirstTime() {
    String body = order("99.00", "0.1", ",\"clientOrderId\":\"again\"");
    Response first = ann.post("/v1/orders", body);
    Response second = ann.post("/v1/orders", body);
    Response other = ann.post("/v1/orders", order("98.00", "0.1", ",\"clientOrderId\":\"again\""));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.code()).isEqualTo("409 KEY_REUSED");
    assertThat(other.at("error.field")).isEqualTo("clientOrderId");
  }

  @Test
  void readsItsOwnWritesFromAProjectionThatLags() {
    venue.exchange.views.lag(true);
    try {
      Response placed = ann.post("/v1/orders", order("90.00", "0.1", ""));
      Response list = ann.get("/v1/orders?status=open");
      assertThat(list.at("items.0.id")).isEqualTo(placed.at("id"));
    } finally {
      venue.exchange.views.lag(false);
    }
  }

  @Test
  void listsByPages() {
    for (int i = 0; i < 5; i++) {
      ann.post("/v1/orders", order("9" + i + ".00", "0.001", ""));
    }
    Response first = ann.get("/v1/orders?status=open&symbol=BTC-USD&limit=3");
    Response second = ann.get("/v1/orders?status=open&limit=3&cursor=" + first.at("next"));

    assertThat(first.json().get("items")).hasSize(3);
    assertThat(second.json().get("items")).hasSize(2);
    assertThat(second.json().get("next").isNull()).isTrue();
    assertThat(first.at("items.2.id")).isEqualTo(first.at("next"));
    assertThat(ann.get("/v1/orders?status=canceled&limit=1").at("items.0.status"))
        .isEqualTo("canceled");
  }

  @Test
  void cancelsOneOrder() {
    String id = ann.post("/v1/orders", order("95.00", "0.1", "")).at("id");

    Response canceled = ann.delete("/v1/orders/" + id);
    assertThat(canceled.status()).isEqualTo(200);
    assertThat(canceled.at("id")).isEqualTo(id);
    assertThat(canceled.at("status")).isEqualTo("canceled");
    assertThat(ann.get("/v1/orders/" + id).at("status")).isEqualTo("canceled");
    assertThat(ann.delete("/v1/orders/" + id).code()).isEqualTo("409 ORDER_NOT_OPEN");
  }

  @Test
  void cancelsAllOrdersOfASymbol() {
    ann.post("/v1/orders", order("95.00", "0.1", ""));
    ann.post("/v1/orders", order("94.00", "0.1", ""));

    assertThat(ann.delete("/v1/orders?symbol=BTC-USD&side=sell").at("canceled")).isEqualTo("0");
    assertThat(ann.delete("/v1/orders?symbol=BTC-USD").at("canceled")).isEqualTo("2");
    assertThat(ann.get("/v1/orders?status=open").json().get("items")).isEmpty();
    assertThat(ann.delete("/v1/orders?symbol=NOPE-USD").code()).isEqualTo("422 UNKNOWN_INSTRUMENT");
  }

  @Test
  void hidesAnothersOrdersAndAccountsAsIfTheyDidNotExist() {
    TestClient bob = venue.as(venue.bob);
    String id = ann.post("/v1/orders", order("95.00", "0.1", "")).at("id");

    for (String path : List.of("/v1/orders/" + id, "/v1/orders/999999")) {
      assertThat(bob.get(path).code()).isEqualTo("404 UNKNOWN_ORDER");
      assertThat(bob.delete(path).code()).isEqualTo("404 UNKNOWN_ORDER");
    }
    assertThat(ann.get("/v1/orders/" + id).at("status")).isEqualTo("open");
    for (String path : List.of("/v1/orders", "/v1/balances", "/v1/trades")) {
      Response others = bob.get(path + "?accountId=10");
      Response nobodys = bob.get(path + "?accountId=77");
      assertThat(others.code()).isEqualTo("404 UNKNOWN_ACCOUNT");
      assertThat(nobodys.code()).isEqualTo("404 UNKNOWN_ACCOUNT");
      assertThat(others.at("error.message").replace("10", "77"))
          .isEqualTo(nobodys.at("error.message"));
    }
    assertThat(bob.post("/v1/orders", order("1.00", "0.1", ",\"accountId\":\"10\"")).code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(bob.delete("/v1/orders?accountId=10").code()).isEqualTo("404 UNKNOWN_ACCOUNT");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, must be positive",
    "0, must be positive",
    "0.00, must be positive",
    "99.501, must be a multiple of 0.01",
    "NaN, is not a decimal number",
    "1e400, is not a decimal number",
    "1e2, is not a decimal number",
    "1234567890123456789012345678901234567890, is too large",
    "0x10, is not a decimal number",
    "' 1', is not a decimal number",
    "'1,5', is not a decimal number",
  })
  void refusesAPriceThatIsNone(String price, String rule) {
    Response response = ann.post("/v1/orders", order(price, "0.1", ""));

    assertThat(response.code()).isEqualTo("422 INVALID_PRICE");
    assertThat(response.at("error.field")).isEqualTo("price");
    assertThat(response.at("error.value")).isEqualTo(price);
    assertThat(response.at("error.rule")).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "0, must be positive",
    "-0.1, must be positive",
    "0.00001, must be a multiple of 0.0001",
    "lots, is not a decimal number",
  })
  void refusesAQuantityThatIsNone(String quantity, String rule) {
    Response response = ann.post("/v1/orders", order("100.00", quantity, ""));

    assertThat(response.code()).isEqualTo("422 INVALID_QUANTITY");
    assertThat(response.at("error.rule")).isEqualTo(rule);
  }

  @Test
  void asksForDecimalsInStrings() {
    Response number =
        ann.post(
            "/v1/orders",
            """
            {"symbol":"BTC-USD","side":"buy","type":"limit","price":99.5,"quantity":"1"}""");

    assertThat(number.code()).isEqualTo("400 INVALID_FIELD");
    assertThat(number.at("error.field")).isEqualTo("price");
    assertThat(number.at("error.value")).isEqualTo("99.5");
    assertThat(number.at("error.rule")).contains("string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400 MISSING_FIELD|symbol",
        "{\"symbol\":null}|400 INVALID_FIELD|symbol",
        "{\"symbol\":\"BTC-USD\",\"surprise\":1}|400 UNKNOWN_FIELD|surprise",
        "{\"symbol\":7}|400 INVALID_FIELD|symbol",
        "{\"symbol\":\"BTC-USD\",\"side\":\"BUY\"}|400 INVALID_FIELD|side",
        "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"iceberg\"}|400 INVALID_FIELD|type",
      })
  void namesTheFieldThatIsWrong(String body, String code, String field) {
    Response response = ann.post("/v1/orders", body);

    assertThat(response.code()).isEqualTo(code);
    assertThat(response.at("error.field")).isEqualTo(field);
    assertThat(response.at("error.rule")).isNotEmpty();
  }

  @Test
  void refusesWhatDoesNotFitTheType() {
    String market =
        "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"market\",\"quantity\":\"1\"%s}";

    assertThat(ann.post("/v1/orders", market.formatted(",\"price\":\"1\"")).code())
        .isEqualTo("422 INVALID_PRICE");
    assertThat(ann.post("/v1/orders", market.formatted(",\"timeInForce\":\"GTC\"")).code())
        .isEqualTo("422 INVALID_TIME_IN_FORCE");
    assertThat(
            ann.post(
                    "/v1/orders",
                    "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\","
                        + "\"quantity\":\"1\"}")
                .code())
        .isEqualTo("422 INVALID_PRICE");
  }

  @ParameterizedTest
  @CsvSource({"''", "a b", "ümlaut", "1234567890123456789012345678901234567", "a/b"})
  void refusesAClientOrderIdOutOfItsAlphabet(String key) {
    Response response =
        ann.post("/v1/orders", order("99.00", "0.1", ",\"clientOrderId\":\"" + key + "\""));

    assertThat(response.code()).isEqualTo("400 INVALID_FIELD");
    assertThat(response.at("error.field")).isEqualTo("clientOrderId");
  }

  @Test
  void tellsWhatIsAvailableAndWhatIsNeeded() {
    Response response = ann.post("/v1/orders", order("1000000.00", "1", ""));

    assertThat(response.code()).isEqualTo("422 INSUFFICIENT_FUNDS");
    assertThat(response.at("error.field")).isEqualTo("quantity");
    assertThat(response.at("error.message"))
        .contains("needs 1000000.00000000 USD")
        .contains("is available");
  }

  @Test
  void tellsAVenuesMarketFromAnUnknownOne() {
    String body = "{\"symbol\":\"%s\",\"side\":\"buy\",\"type\":\"market\",\"quantity\":\"1\"}";

    assertThat(ann.post("/v1/orders", body.formatted("BINANCE:ETH-USDT")).code())
        .isEqualTo("422 NOT_TRADABLE");
    for (String unknown : List.of("BINANCE:NONE-USD", "NONE-USD", "btc-usd", "../../etc", "💥")) {
      assertThat(ann.post("/v1/orders", body.formatted(unknown)).code())
          .isEqualTo("422 UNKNOWN_INSTRUMENT");
    }
  }

  @Test
  void tellsToRepeatWithTheSameKeyWhenTheExchangeIsSilent() {
    venue.exchange.goSilent(true);
    try {
      Response response = ann.post("/v1/orders", order("99.00", "0.1", ""));
      assertThat(response.code()).isEqualTo("503 EXCHANGE_UNAVAILABLE");
      assertThat(response.at("error.message")).contains("same clientOrderId");
    } finally {
      venue.exchange.goSilent(false);
    }
  }

  @ParameterizedTest
  @EnumSource(value = RejectReason.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void hasAnAnswerForEveryRefusalOfTheExchange(RejectReason reason) {
    venue.exchange.refuseAll(reason);
    try {
      Response response = ann.post("/v1/orders", order("99.00", "0.1", ""));
      int status =
          switch (reason) {
            case UNKNOWN_ACCOUNT, UNKNOWN_ORDER -> 404;
            case KEY_REUSED, ORDER_NOT_OPEN, ALREADY_LISTED -> 409;
            default -> 422;
          };
      assertThat(response.code()).isEqualTo(status + " " + reason.name());
      assertThat(response.at("error.message")).isNotEmpty();
    } finally {
      venue.exchange.refuseAll(RejectReason.NONE);
    }
  }

  @Test
  void refusesACursorItNeverGave() {
    for (String cursor : List.of("-1", "x", "9999999999999999999999")) {
      assertThat(ann.get("/v1/orders?cursor=" + cursor).code()).isEqualTo("400 INVALID_FIELD");
    }
    for (String limit : List.of("0", "501", "-1", "ten", "")) {
      assertThat(ann.get("/v1/orders?limit=" + limit).code()).isEqualTo("400 INVALID_FIELD");
    }
    assertThat(ann.get("/v1/orders?lmit=5").code()).isEqualTo("400 UNKNOWN_FIELD");
    assertThat(ann.get("/v1/orders?limit=5&limit=6").code()).isEqualTo("400 INVALID_FIELD");
  }
}
