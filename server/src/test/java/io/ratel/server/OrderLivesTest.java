package io.ratel.server;

import static io.ratel.server.TwoPeople.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that wait, bring legs, are worked over time or end by themselves, at a quiet venue. */
final class OrderLivesTest {
  private static final int PATIENCE = 400;
  private static VenueProcess venue;
  private static String buyer;
  private static String seller;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    Path secrets = folder.resolve("secrets.yaml");
    Files.writeString(secrets, "operator: {email: op@example.org, password: correct horse}\n");
    venue = VenueProcess.up(folder.resolve("data"), "--no-demo", "--secrets", secrets.toString());
    venue.signIn("op@example.org", "correct horse");
    buyer = venue.get("/v1/accounts").body().at("/items/0/id").asText();
    seller = done(venue.call("POST", "/v1/accounts", Map.of("name", "Second")), 201, "id");
    fund(buyer, "USD", "1000000");
    fund(seller, "BTC", "100");
  }

  @AfterAll
  static void close() {
    assertThat(venue.stop()).isZero();
    assertThat(venue.output()).doesNotContainPattern("(?m)^\\s+at |Exception|WARN|ERROR");
  }

  @BeforeEach
  void nothingIsOpen() {
    for (String account : List.of(buyer, seller)) {
      venue.call("DELETE", "/v1/orders?accountId=" + account, "");
    }
  }

  private static void fund(String account, String asset, String amount) {
    done(
        venue.call(
            "POST", "/v1/deposits", Map.of("accountId", account, "asset", asset, "amount", amount)),
        201,
        "id");
  }

  private static String done(Answer answer, int status, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    return answer.body().get(field).asText();
  }

  /** Places an order, given as JSON with single quotes, and returns its id. */
  private static String place(String account, String side, String type, String more) {
    String body =
        "{'accountId':'%s','symbol':'BTC-USD','side':'%s','type':'%s',%s}"
            .formatted(account, side, type, more)
            .replace('\'', '"');
    return done(venue.call("POST", "/v1/orders", body), 201, "id");
  }

  private static JsonNode order(String id) {
    return venue.get("/v1/orders/" + id).body();
  }

  private static String await(String id, String status) {
    for (int i = 0; i < PATIENCE; i++) {
      if (order(id).get("status").asText().equals(status)) {
        return order(id).path("cancelReason").asText();
      }
      LockSupport.parkNanos(25_000_000);
    }
    throw new AssertionError("never " + status + ": " + order(id));
  }

  private static JsonNode ofGroup(String group, String type) {
    for (JsonNode order : venue.get("/v1/orders?accountId=" + buyer).body().get("items")) {
      boolean leg = order.path("groupId").asText().equals(group) && !order.has("takeProfit");
      if (leg && order.get("type").asText().equals(type)) {
        return order;
      }
    }
    throw new AssertionError("no leg " + type);
  }

  @Test
  void legsProtectWhatTheirOrderHasBought() {
    String entry =
        place(
            buyer,
            "buy",
            "limit",
            "'price':'100.00','quantity':'1','takeProfit':{'price':'110.00'},"
                + "'stopLoss':{'triggerPrice':'90.00'}");
    assertThat(order(entry).at("/takeProfit/price").asText()).isEqualTo("110.00");
    assertThat(order(entry).at("/stopLoss/triggerPrice").asText()).isEqualTo("90.00");
    String profit = ofGroup(entry, "limit").get("id").asText();
    String stop = ofGroup(entry, "stop").get("id").asText();
    assertThat(order(profit).get("status").asText()).isEqualTo("pending");
    place(seller, "sell", "limit", "'price':'100.00','quantity':'1'");
    await(entry, "filled");
    await(profit, "open");
    assertThat(order(stop).get("status").asText()).isEqualTo("pending");
    assertThat(order(stop).get("origin").asText()).isEqualTo("bracket");
    fund(seller, "USD", "1000");
    place(seller, "buy", "limit", "'price':'110.00','quantity':'1'");
    await(profit, "filled");
    assertThat(await(stop, "canceled")).isEqualTo("linked");
  }

  @Test
  void aStopGoesToTheMarketAndTheAccountIsTold() {
    place(seller, "sell", "limit", "'price':'100.00','quantity':'0.1'");
    await(place(buyer, "buy", "limit", "'price':'100.00','quantity':'0.1'"), "filled");
    String waits =
        place(
            buyer, "buy", "stopLimit", "'price':'120.00','triggerPrice':'105.00','quantity':'0.5'");
    assertThat(order(waits).get("status").asText()).isEqualTo("pending");
    try (StreamSocket stream = new StreamSocket(venue)) {
      stream.ask("{\"auth\":\"" + venue.token + "\"}");
      stream.ask("{\"subscribe\":[\"account." + buyer + ".events\"],\"id\":1}");
      fund(seller, "USD", "1000");
      place(seller, "sell", "limit", "'price':'105.00','quantity':'0.2'");
      place(buyer, "buy", "limit", "'price':'105.00','quantity':'0.2'");
      await(waits, "open");
      JsonNode told = stream.update(u -> u.get("kind").asText().equals("delta"));
      assertThat(told.at("/data/0/orderId").asText()).isEqualTo(waits);
      assertThat(told.at("/data/0/kind").asText()).isEqualTo("triggered");
    }
    JsonNode events = venue.get("/v1/accounts/" + buyer + "/events").body().get("items");
    assertThat(events.toString()).contains(waits).contains("triggered");
  }

  @Test
  void aDatedOrderExpiresThoughNobodyDoesAnything() {
    String dated =
        place(
            buyer,
            "buy",
            "limit",
            "'price':'1.00','quantity':'1','timeInForce':'GTD','expiresAt':'%s'"
                .formatted(Instant.now().plusMillis(1_500)));
    assertThat(order(dated).get("status").asText()).isEqualTo("open");
    assertThat(await(dated, "expired")).isEqualTo("expired");
  }

  @Test
  void ordersGoWhenTheirClientIsNotHeardOfAnyMore() {
    String order = place(buyer, "buy", "limit", "'price':'1.00','quantity':'1'");
    Answer armed =
        venue.call(
            "POST", "/v1/accounts/" + buyer + "/cancel-all-after", Map.of("timeoutMs", 1_000));
    assertThat(armed.status()).isEqualTo(200);
    assertThat(await(order, "canceled")).isEqualTo("disconnected");
  }

  @Test
  void ordersGoWithTheSessionThatWantsIt() {
    String order = place(buyer, "buy", "limit", "'price':'1.00','quantity':'1'");
    try (StreamSocket stream = new StreamSocket(venue)) {
      stream.ask("{\"auth\":\"" + venue.token + "\"}");
      assertThat(stream.ask("{\"cancelOnDisconnect\":true}").get("cancelOnDisconnect").asBoolean())
          .isTrue();
      assertThat(order(order).get("status").asText()).isEqualTo("open");
    }
    await(order, "canceled");
  }

  @Test
  void anOrderIsWorkedOverTimeInSlices() {
    place(seller, "sell", "limit", "'price':'100.00','quantity':'5'");
    String parent =
        place(
            buyer,
            "buy",
            "limit",
            "'price':'100.00','quantity':'1','algo':{'type':'twap','endAt':'%s','intervalMs':500}"
                .formatted(Instant.now().plusMillis(2_500)));
    await(parent, "filled");
    JsonNode whole = order(parent);
    assertThat(whole.get("averagePrice").asText()).isEqualTo("100.00");
    List<JsonNode> slices = new ArrayList<>();
    for (JsonNode order : venue.get("/v1/orders?accountId=" + buyer).body().get("items")) {
      if (order.path("parentId").asText().equals(parent)) {
        slices.add(order);
      }
    }
    assertThat(slices).hasSizeGreaterThan(1);
    assertThat(slices).allMatch(slice -> slice.get("origin").asText().equals("parent"));
  }

  @Test
  void theOperatorListsAMarketThatTrades() {
    String asset = "{\"asset\":\"SILVER\",\"decimals\":4}";
    for (int i = 0; i < 2; i++) { // the same again is the same
      assertThat(venue.call("POST", "/v1/assets", asset).status()).isEqualTo(201);
    }
    refused(venue.call("POST", "/v1/assets", asset.replace("4", "6")), 409, "ALREADY_LISTED");
    String market =
        "{'symbol':'SILVER-USD','kind':'spot','base':'SILVER','quote':'USD','tickSize':'0.005',"
            + "'lotSize':'0.1','takerFee':'0.001'}";
    String json = market.replace('\'', '"');
    refused(
        venue.call("POST", "/v1/instruments", json.replace("0.1", "0.00001")),
        422,
        "INVALID_TERMS");
    refused(
        venue.call("POST", "/v1/instruments", json.replace("\"USD", "\"EUR")),
        422,
        "UNKNOWN_ASSET");
    assertThat(venue.call("POST", "/v1/instruments", json).status()).isEqualTo(201);
    fund(seller, "SILVER", "10");
    String order =
        "{\"accountId\":\"%s\",\"symbol\":\"SILVER-USD\",\"side\":\"%s\",\"type\":\"limit\","
            + "\"price\":\"20.005\",\"quantity\":\"1.5\"}";
    done(venue.call("POST", "/v1/orders", order.formatted(seller, "sell")), 201, "id");
    Answer bought = venue.call("POST", "/v1/orders", order.formatted(buyer, "buy"));
    assertThat(done(bought, 201, "status")).isEqualTo("filled");
    assertThat(bought.body().get("averagePrice").asText()).isEqualTo("20.005");
  }

  @Test
  void theOperatorStopsAndOpensTrading() {
    String order = place(buyer, "buy", "limit", "'price':'1.00','quantity':'1'");
    String path = "/v1/kill-switches/instrument/BTC-USD";
    assertThat(venue.call("PUT", path, Map.of("engaged", true)).status()).isEqualTo(200);
    assertThat(await(order, "canceled")).isEqualTo("killed");
    String body =
        "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\",\"price\":\"1.00\","
            + "\"quantity\":\"1\"}";
    refused(venue.call("POST", "/v1/orders", body), 422, "TRADING_STOPPED");
    assertThat(venue.call("PUT", path, Map.of("engaged", false)).status()).isEqualTo(200);
    String state = "/v1/instruments/BTC-USD/state";
    assertThat(venue.call("PUT", state, Map.of("state", "halt")).status()).isEqualTo(200);
    assertThat(venue.get("/v1/instruments/BTC-USD").body().get("state").asText()).isEqualTo("halt");
    refused(venue.call("POST", "/v1/orders", body), 422, "NOT_IN_THIS_STATE");
    assertThat(venue.call("PUT", state, Map.of("state", "open")).status()).isEqualTo(200);
    String terms = "{\"feeTiers\":[{\"maker\":\"0.0001\",\"taker\":\"0.0005\"}],\"band\":\"0.5\"}";
    Answer set = venue.call("PUT", "/v1/instruments/BTC-USD/terms", terms);
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(venue.get("/v1/instruments/BTC-USD").body().at("/terms/band").asText())
        .isEqualTo("0.5");
    venue.call("PUT", "/v1/instruments/BTC-USD/terms", terms.replace(",\"band\":\"0.5\"", ""));
    Answer limits =
        venue.call("PUT", "/v1/accounts/" + buyer + "/limits", Map.of("openOrders", 500));
    assertThat(limits.status()).as(limits.toString()).isEqualTo(200);
    assertThat(venue.get("/v1/accounts/" + buyer + "/limits").body().get("openOrders").asInt())
        .isEqualTo(500);
  }
}
