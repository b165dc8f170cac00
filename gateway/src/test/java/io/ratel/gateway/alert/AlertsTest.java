package io.ratel.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsTest {
  private static final String UP =
      "{\"type\":\"crosses\",\"field\":{\"name\":\"last\"},\"direction\":\"up\",\"value\":\"100\"}";

  private TestVenue venue;
  private TestClient ann;
  private TestClient bob;
  private int trades;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
    bob = venue.as(venue.bob);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static String body(String condition, String more) {
    return "{\"symbol\":\"BTC-USD\",\"condition\":" + condition + more + "}";
  }

  private void trade(long price) {
    long time = FakeExchange.TIME_NS + ++trades * 1_000_000_000L;
    venue.markets.add(
        new Trade(
            FakeMarkets.BTC_USD, Integer.toString(trades), price, 10_000, Side.BUY, time, time));
  }

  private StreamClient listening() {
    StreamClient client = new StreamClient(venue);
    client.ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}");
    client.ask("{\"subscribe\":[\"alerts\"],\"id\":1}");
    return client;
  }

  @Test
  void isMadeListedChangedPausedAndDeletedByItsUserAlone() {
    Response made = ann.post("/v1/alerts", body(UP, ",\"name\":\"Breakout\""));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("symbol")).isEqualTo("BTC-USD");
    assertThat(made.at("words")).isEqualTo("last crosses 100 upwards");
    assertThat(made.at("state")).isEqualTo("active");
    assertThat(made.at("repeat")).isEqualTo("always");
    assertThat(made.at("cooldownMs")).isEqualTo("60000");
    assertThat(made.at("condition.value")).isEqualTo("100.0");
    String path = "/v1/alerts/" + made.at("id");

    assertThat(ann.get("/v1/alerts").at("items.0.name")).isEqualTo("Breakout");
    assertThat(bob.get("/v1/alerts").at("items")).isEqualTo("[]");
    assertThat(bob.get(path).code()).isEqualTo("404 UNKNOWN_ALERT");
    assertThat(bob.patch(path, "{\"paused\":true}").code()).isEqualTo("404 UNKNOWN_ALERT");
    assertThat(bob.get(path + "/events").code()).isEqualTo("404 UNKNOWN_ALERT");
    assertThat(bob.delete(path).code()).isEqualTo("404 UNKNOWN_ALERT");
    assertThat(venue.anyone().get("/v1/alerts").code()).isEqualTo("401 UNAUTHENTICATED");

    Response paused = ann.patch(path, "{\"paused\":true,\"cooldownMs\":5000}");
    assertThat(paused.at("state")).isEqualTo("paused");
    assertThat(paused.at("cooldownMs")).isEqualTo("5000");
    assertThat(paused.at("name")).isEqualTo("Breakout");
    assertThat(ann.delete(path).status()).isEqualTo(204);
    assertThat(ann.get(path).code()).isEqualTo("404 UNKNOWN_ALERT");
    assertThat(ann.get("/v1/alerts/x").code()).isEqualTo("404 UNKNOWN_ALERT");
  }

  @Test
  void whatFiresIsHeardOnTheUsersTopicAndListed() {
    try (StreamClient annsSocket = listening();
        StreamClient bobsSocket = new StreamClient(venue)) {
      bobsSocket.ask("{\"auth\":\"" + venue.token(venue.bob) + "\"}");
      bobsSocket.ask("{\"subscribe\":[\"alerts\"],\"id\":1}");
      assertThat(annsSocket.update().get("data").toString()).isEqualTo("[]");
      assertThat(bobsSocket.update().get("data").toString()).isEqualTo("[]");
      String id = ann.post("/v1/alerts", body(UP, ",\"name\":\"Breakout\"")).at("id");
      trade(99_00);
      trade(101_00);

      JsonNode delta = annsSocket.update();
      assertThat(delta.get("kind").asText()).isEqualTo("delta");
      JsonNode firing = delta.at("/data/0");
      assertThat(firing.get("alertId").asText()).isEqualTo(id);
      assertThat(firing.get("name").asText()).isEqualTo("Breakout");
      assertThat(firing.get("words").asText()).isEqualTo("last crosses 100 upwards");
      assertThat(firing.get("value").asDouble()).isEqualTo(101);
      assertThat(firing.get("time").asText()).isEqualTo("2026-01-02T03:04:07.123456789Z");
      JsonNode listed = ann.get("/v1/alerts/" + id + "/events").json().at("/items/0");
      assertThat(listed).isEqualTo(firing);
      assertThat(ann.get("/v1/alerts/" + id).at("lastFiredAt"))
          .isEqualTo(firing.get("time").asText());
      assertThat(bobsSocket.isQuiet()).isTrue();
    }
    assertThat(venue.faults).isEmpty();
  }

  @Test
  void pagesWhatFired() {
    try (StreamClient socket = listening()) {
      socket.update();
      String id = ann.post("/v1/alerts", body(UP, ",\"cooldownMs\":1000")).at("id");
      for (int i = 0; i < 3; i++) {
        trade(99_00);
        trade(101_00 + i);
        socket.update();
      }
      Response first = ann.get("/v1/alerts/" + id + "/events?limit=2");
      assertThat(first.json().get("items")).hasSize(2);
      assertThat(first.at("items.0.value")).isEqualTo("101.02");
      Response second = ann.get("/v1/alerts/" + id + "/events?limit=2&cursor=" + first.at("next"));
      assertThat(second.json().get("items")).hasSize(1);
      assertThat(second.json().get("next").isNull()).isTrue();
    }
  }

  @Test
  void anothersTopicIsNone() {
    try (StreamClient client = listening()) {
      client.update();
      String bobs = "user." + venue.bob.id() + ".alerts";
      assertThat(
              client.ask("{\"subscribe\":[\"" + bobs + "\"],\"id\":2}").at("/error/code").asText())
          .isEqualTo("UNKNOWN_TOPIC");
    }
    try (StreamClient nobody = new StreamClient(venue)) {
      assertThat(nobody.ask("{\"subscribe\":[\"alerts\"],\"id\":1}").at("/error/code").asText())
          .isEqualTo("UNAUTHENTICATED");
    }
  }

  @Test
  void namesFieldValueAndRuleOfAConditionThatIsNone() {
    Response refused =
        ann.post(
            "/v1/alerts",
            body("{\"type\":\"above\",\"field\":{\"name\":\"price\"},\"value\":1}", ""));
    assertThat(refused.code()).isEqualTo("422 INVALID_CONDITION");
    assertThat(refused.at("error.field")).isEqualTo("condition.field.name");
    assertThat(refused.at("error.value")).isEqualTo("price");
    assertThat(refused.at("error.rule")).startsWith("must be one of bid, ask, last");
    assertThat(ann.post("/v1/alerts", body("7", "")).code()).isEqualTo("400 INVALID_FIELD");
    assertThat(ann.post("/v1/alerts", body(UP, ",\"cooldownMs\":10")).code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(ann.post("/v1/alerts", "{\"symbol\":\"NOPE\",\"condition\":" + UP + "}").code())
        .isEqualTo("404 UNKNOWN_MARKET");
  }

  @Test
  void aUserHasAsManyAsTheLicenseAllows() {
    for (int i = 0; i < 20; i++) {
      assertThat(ann.post("/v1/alerts", body(UP, "")).status()).isEqualTo(201);
    }
    assertThat(ann.post("/v1/alerts", body(UP, "")).code()).isEqualTo("422 TOO_MANY_ALERTS");
    assertThat(bob.post("/v1/alerts", body(UP, "")).status()).isEqualTo(201);
  }

  @Test
  void oneWhoseTimeIsOverHasEnded() {
    String id =
        ann.post("/v1/alerts", body(UP, ",\"expiresAt\":\"2026-01-02T03:05:00Z\"")).at("id");
    assertThat(ann.get("/v1/alerts/" + id).at("state")).isEqualTo("active");
    venue.pass(java.time.Duration.ofMinutes(1));
    assertThat(ann.get("/v1/alerts/" + id).at("state")).isEqualTo("ended");
  }
}
