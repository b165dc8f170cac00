package io.ratel.gateway.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuantTest {
  private static final String SMA = "/v1/quant/indicators/sma";
  private static final String ADX = "/v1/quant/indicators/adx";

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

  private static void refused(String path, String body, String field, String rule) {
    Response answer = ann.post(path, body);
    assertThat(answer.code()).as(body).isEqualTo("422 INVALID_INPUT");
    assertThat(answer.at("error.field")).as(body).isEqualTo(field);
    assertThat(answer.at("error.rule")).as(body).contains(rule);
  }

  @Test
  void computesAnIndicatorOfValues() {
    Response answer = ann.post(SMA, "{\"values\":[1,2,3,4.5],\"period\":3}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("values")).isEqualTo("[null,null,2.0,3.1666666666666665]");
    assertThat(answer.at("convention")).isEqualTo("The mean of the newest n values.");
    assertThat(answer.at("reference")).isNotBlank();
    assertThat(answer.at("inputsHash")).matches("[0-9a-f]{64}");
    String again = ann.post(SMA, "{\"period\":3,\"values\":[1,2,3,4.5]}").at("inputsHash");
    assertThat(again).isEqualTo(answer.at("inputsHash"));
    String other = ann.post(SMA, "{\"period\":2,\"values\":[1,2,3,4.5]}").at("inputsHash");
    assertThat(other).isNotEqualTo(answer.at("inputsHash"));
  }

  @Test
  void givesFurtherOutputsByName() {
    Response answer = ann.post("/v1/quant/indicators/bollinger", "{\"values\":[1,3],\"period\":2}");
    assertThat(answer.at("values")).isEqualTo("[null,2.0]");
    assertThat(answer.at("upper")).isEqualTo("[null,4.0]");
    assertThat(answer.at("lower")).isEqualTo("[null,0.0]");
  }

  @Test
  void takesBarsAsNumbersAndAsTheyAreListed() {
    String numbers =
        ann.post(
                "/v1/quant/indicators/true-range",
                "{\"bars\":[{\"open\":1,\"high\":2,\"low\":1,\"close\":2},"
                    + "{\"open\":2,\"high\":5,\"low\":4,\"close\":4,\"volume\":7}]}")
            .at("values");
    String listed =
        ann.post(
                "/v1/quant/indicators/true-range",
                "{\"bars\":[{\"time\":\"2026-01-02T03:04:00Z\",\"open\":\"1\",\"high\":\"2\","
                    + "\"low\":\"1.00\",\"close\":\"2\",\"volume\":\"0\",\"trades\":1},"
                    + "{\"time\":\"2026-01-02T03:05:00Z\",\"open\":\"2\",\"high\":\"5\","
                    + "\"low\":\"4\",\"close\":\"4\",\"volume\":\"7\",\"trades\":2}]}")
            .at("values");
    assertThat(numbers).isEqualTo("[null,3.0]");
    assertThat(listed).isEqualTo(numbers);
  }

  @Test
  void namesFieldValueAndRuleOfWhatItCannotTake() {
    refused(SMA, "{\"values\":[1,2],\"period\":0}", "period", "must be a whole number from 1");
    refused(SMA, "{\"values\":[1,2],\"perod\":3}", "perod", "must be a parameter of sma: period");
    refused(SMA, "{\"values\":[1,null]}", "values[1]", "must be a finite number");
    refused(SMA, "{\"values\":[1e999]}", "values[0]", "must be a finite number");
    refused(SMA, "{\"values\":7}", "values", "must be a list of at most 1,000,000");
    refused(SMA, "{\"values\":[1],\"period\":\"3\"}", "period", "must be a finite number");
    refused(SMA, "{\"period\":3}", "values", "must be present");
    refused(SMA, "{\"values\":[1],\"bars\":[]}", "values", "must not come together with bars");
    refused(ADX, "{\"values\":[1,2]}", "bars", "must be present: adx is made of bars");
    refused(ADX, "{\"bars\":[{\"open\":1}]}", "bars[0]", "must have open, high, low and close");
    refused(
        ADX,
        "{\"bars\":[{\"open\":1,\"high\":1,\"low\":2,\"close\":1}]}",
        "bars[0].high",
        "must not be less than the bar's low");
    refused(
        "/v1/quant/indicators/macd",
        "{\"values\":[1],\"fast\":30}",
        "fast",
        "must be less than slow, which is 26");
    assertThat(ann.post(SMA, "{\"values\":[1,").code()).isEqualTo("400 MALFORMED_JSON");
    assertThat(ann.post(SMA, "[1]").code()).isEqualTo("400 MALFORMED_JSON");
    assertThat(ann.post(SMA, "{} {}").code()).isEqualTo("400 MALFORMED_JSON");
    assertThat(ann.post("/v1/quant/indicators/nope", "{\"values\":[]}").code())
        .isEqualTo("404 UNKNOWN_FUNCTION");
    assertThat(venue.anyone().post(SMA, "{\"values\":[1]}").code())
        .isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void takesABodyThatIsLongerThanMostAndNoMoreThanThat() {
    String many = IntStream.range(0, 4_000).mapToObj(i -> "1.25").collect(Collectors.joining(","));
    Response answer = ann.post(SMA, "{\"values\":[" + many + "]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("values")).hasSize(4_000);
    String tooMany = "1".repeat(24 * 8_192);
    assertThat(ann.post(SMA, "{\"values\":[" + tooMany + "]}").code())
        .isEqualTo("413 BODY_TOO_LARGE");
  }

  @Test
  void takesAMillionValuesAndNotOneMore() {
    byte[] million =
        ("{\"values\":[" + "0,".repeat(999_999) + "0]}").getBytes(StandardCharsets.US_ASCII);
    byte[] more =
        ("{\"values\":[" + "0,".repeat(1_000_000) + "0]}").getBytes(StandardCharsets.US_ASCII);
    Indicators indicators = new Indicators(IndicatorCatalog.load());
    Object values = indicators.compute("sma", million).figures().get("values");
    assertThat(values)
        .isInstanceOfSatisfying(
            Numbers.class, column -> assertThat(column.values()).hasSize(1_000_000));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> indicators.compute("sma", more)))
        .hasMessageContaining("values must be a list of at most 1,000,000");
  }

  @Test
  void listsWhatThereIs() {
    Response list = venue.anyone().get("/v1/quant");
    assertThat(list.json().get("items").size()).isGreaterThanOrEqualTo(48);
    for (JsonNode function : list.json().get("items")) {
      if (function.get("name").asText().equals("macd")) {
        assertThat(function.get("outputs").toString())
            .isEqualTo("[\"values\",\"signal\",\"histogram\"]");
        assertThat(function.get("parameters").get(0).toString())
            .isEqualTo(
                "{\"name\":\"fast\",\"title\":\"Rows of the fast mean\",\"whole\":true,"
                    + "\"preset\":12.0,\"min\":1.0,\"max\":10000.0}");
        assertThat(function.get("pane").asText()).isEqualTo("own");
        assertThat(function.get("warmUp").asInt()).isEqualTo(25);
      }
    }
  }

  @Test
  void warmsAMarketsIndicatorUpWithEarlierBars() {
    long minute = Interval.MINUTE.nanos();
    long start = Interval.MINUTE.floor(FakeExchange.TIME_NS) - 600 * minute;
    double[] closes = new double[500];
    for (int i = 0; i < closes.length; i++) {
      long close = 10_000 + 100 * (i % 7) + i;
      closes[i] = close / 100.0;
      venue.markets.set(
          new Bar(
              FakeMarkets.BTC_USD,
              Interval.MINUTE,
              start + i * minute,
              close,
              close,
              close,
              close,
              1,
              1));
    }
    Response answer =
        venue.anyone().get("/v1/markets/BTC-USD/indicators/ema?interval=1m&limit=5&period=9");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("times")).hasSize(5);
    assertThat(answer.at("earlier")).isEqualTo("80");
    String body = Json.text(java.util.Map.of("values", closes, "period", 9));
    JsonNode all =
        Json.readObject(
                Json.bytes(
                    new Indicators(IndicatorCatalog.load())
                        .compute("ema", body.getBytes(StandardCharsets.UTF_8))))
            .get("values");
    for (int i = 0; i < 5; i++) {
      assertThat(answer.json().get("values").get(i).asDouble())
          .isCloseTo(all.get(495 + i).asDouble(), offset(1e-6));
    }
    String range =
        "/v1/markets/BTC-USD/indicators/macd?to=2020-01-01T00:00:00Z&fast=3&slow=9&signal=2";
    assertThat(venue.anyone().get(range).at("values")).isEqualTo("[]");
    for (String wrong : new String[] {"period=x", "periods=9", "period=9.5"}) {
      assertThat(venue.anyone().get("/v1/markets/BTC-USD/indicators/ema?" + wrong).code())
          .isEqualTo("422 INVALID_INPUT");
    }
    assertThat(venue.anyone().get("/v1/markets/BTC-USD/indicators/no").code())
        .isEqualTo("404 UNKNOWN_FUNCTION");
    assertThat(venue.anyone().get("/v1/markets/NOPE/indicators/ema").code())
        .isEqualTo("404 UNKNOWN_MARKET");
  }
}
