package io.ratel.gateway.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The account has bitcoin, whose price went up and down by a tenth each hour for four days. */
@Timeout(120)
class RiskTest {
  private static final int HOURS = 97;
  private static final String RISK = "/v1/accounts/10/risk";

  private TestVenue venue;
  private TestClient ann;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
    venue.markets.mark("100.00");
    for (int i = 0; i < HOURS; i++) {
      long close = i % 2 == 0 ? 100_00 : 110_00;
      venue.markets.set(
          new Bar(
              FakeMarkets.BTC_USD,
              Interval.HOUR,
              Interval.HOUR.floor(FakeExchange.TIME_NS) + (i - HOURS) * Interval.HOUR.nanos(),
              close,
              close,
              close,
              close,
              1,
              1));
    }
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private double bitcoin() {
    return ann.get("/v1/balances?accountId=10")
        .json()
        .get("items")
        .valueStream()
        .filter(balance -> balance.get("asset").asText().equals("BTC"))
        .mapToDouble(balance -> Double.parseDouble(balance.get("total").asText()))
        .sum();
  }

  private static double number(JsonNode json, String name) {
    assertThat(json.at("/" + name).isNumber()).as(name).isTrue();
    return json.at("/" + name).doubleValue();
  }

  @Test
  void tellsWhatAnAccountMayLoseInADay() {
    double exposure = bitcoin() * 100;
    Response answer = ann.get(RISK);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode risk = answer.json();
    assertThat(number(risk, "exposure")).isCloseTo(exposure, offset(1e-6));
    assertThat(number(risk, "observations")).isEqualTo(96);
    assertThat(answer.at("bar")).isEqualTo("PT1H");
    // Returns of +10 % and −1/11, 48 of each.
    double mean = (0.1 - 1 / 11.0) / 2;
    double variance = 48 * (Math.pow(0.1 - mean, 2) + Math.pow(1 / 11.0 + mean, 2)) / 95;
    double day = exposure * Math.sqrt(24);
    assertThat(number(risk, "deviation")).isCloseTo(day * Math.sqrt(variance), offset(1e-6 * day));
    assertThat(number(risk, "gaussianVar"))
        .isCloseTo(2.3263478740 * day * Math.sqrt(variance), offset(1e-6 * day));
    assertThat(number(risk, "historicalVar")).isCloseTo(day / 11, offset(1e-6 * day));
    assertThat(number(risk, "historicalShortfall")).isCloseTo(day / 11, offset(1e-6 * day));
    assertThat(risk.get("components")).hasSize(1);
    assertThat(number(risk, "components/0/share")).isCloseTo(1, offset(1e-9));
    assertThat(number(risk, "stresses/3/shock")).isEqualTo(-0.1);
    assertThat(number(risk, "stresses/3/profit")).isCloseTo(-0.1 * exposure, offset(1e-6));
    assertThat(answer.at("convention")).contains("Losses are positive");
    assertThat(answer.at("reference")).contains("Jorion");
    assertThat(answer.at("inputsHash")).matches("[0-9a-f]{64}");
    double lower = number(ann.get(RISK + "?confidence=0.95").json(), "gaussianVar");
    assertThat(lower / number(risk, "gaussianVar")).isCloseTo(1.6448536 / 2.3263479, offset(1e-6));
  }

  @Test
  void refusesAConfidenceThatIsNoneAndAnotherUsersAccount() {
    for (String confidence : new String[] {"1", "0.2", "-0.9", "x", "0.99999999"}) {
      assertThat(ann.get(RISK + "?confidence=" + confidence).code()).isEqualTo("400 INVALID_FIELD");
    }
    assertThat(venue.as(venue.bob).get(RISK).code()).isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(venue.anyone().get(RISK).code()).isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void isToldAgainWithEachFillAndEachTick() {
    try (StreamClient client = new StreamClient(venue)) {
      client.ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}");
      client.ask("{\"subscribe\":[\"risk\"],\"id\":1}");
      JsonNode first = client.update();
      assertThat(first.get("topic").asText()).isEqualTo("risk");
      assertThat(first.get("kind").asText()).isEqualTo("snapshot");
      double before = number(first, "data/exposure");
      assertThat(before).isCloseTo(bitcoin() * 100, offset(1e-6));

      venue.markets.mark("200.00");
      venue.markets.add(
          new Trade(FakeMarkets.BTC_USD, "9", 200_00, 1, Side.BUY, FakeExchange.TIME_NS, 0));
      JsonNode ticked = client.update();
      assertThat(ticked.get("kind").asText()).isEqualTo("delta");
      assertThat(number(ticked, "data/exposure")).isCloseTo(2 * before, offset(1e-6));
      assertThat(number(ticked, "data/gaussianVar"))
          .isCloseTo(2 * number(first, "data/gaussianVar"), offset(1e-6));

      ann.post(
          "/v1/orders",
          "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"market\",\"quantity\":\"0.5\"}");
      JsonNode filled = client.update();
      while (number(filled, "data/exposure") == 2 * before) {
        filled = client.update();
      }
      assertThat(number(filled, "data/exposure")).isCloseTo(2 * before + 100, offset(1e-6));
    }
  }

  @Test
  void saysThatNothingIsKnownOfAMarketWithoutAPast() {
    try (TestVenue young = new TestVenue()) {
      young.markets.mark("100.00");
      JsonNode risk = young.as(young.ann).get(RISK).json();
      assertThat(risk.get("observations").asInt()).isZero();
      assertThat(risk.get("gaussianVar").isNull()).isTrue();
      assertThat(number(risk, "exposure")).isPositive();
    }
  }
}
