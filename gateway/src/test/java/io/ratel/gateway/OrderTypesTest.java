package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.order.Algo;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders beyond limit and market: what the door takes, what it makes of it, what it refuses. */
class OrderTypesTest {
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

  /** An order of 0.01 BTC to buy, with single quotes for double ones. */
  private static Response place(String type, String more) {
    return ann.post("/v1/orders", body(type, more));
  }

  private static String body(String type, String more) {
    return "{'symbol':'BTC-USD','side':'buy','quantity':'0.01','type':'%s'%s}"
        .formatted(type, more.isEmpty() ? "" : "," + more)
        .replace('\'', '"');
  }

  private static OrderConditions sent() {
    return ((Command.PlaceOrder) venue.exchange.newest()).conditions();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "limit|'price':'1.00','triggerPrice':'2.00'|INVALID_TRIGGER|triggerPrice",
        "market|'triggerPrice':'2.00'|INVALID_TRIGGER|triggerPrice",
        "stop||INVALID_TRIGGER|triggerPrice",
        "stop|'triggerPrice':'2.005'|INVALID_TRIGGER|triggerPrice",
        "stop|'triggerPrice':'0'|INVALID_TRIGGER|triggerPrice",
        "stop|'triggerPrice':'-1'|INVALID_TRIGGER|triggerPrice",
        "stop|'triggerPrice':'2.00','price':'1.00'|INVALID_PRICE|price",
        "stopLimit|'triggerPrice':'2.00'|INVALID_PRICE|price",
        "marketIfTouched|'price':'1.00'|INVALID_PRICE|price",
        "limitIfTouched|'price':'1.00'|INVALID_TRIGGER|triggerPrice",
        "trailingStop||INVALID_TRAIL|trail",
        "trailingStop|'trail':'1.00','trailPercent':'1'|INVALID_TRAIL|trail",
        "trailingStop|'trail':'1.005'|INVALID_TRAIL|trail",
        "trailingStop|'trail':'0'|INVALID_TRAIL|trail",
        "trailingStop|'trailPercent':'0.00001'|INVALID_TRAIL|trailPercent",
        "trailingStop|'trailPercent':'-1'|INVALID_TRAIL|trailPercent",
        "trailingStop|'trailPercent':'NaN'|INVALID_TRAIL|trailPercent",
        "limit|'price':'1.00','trail':'1.00'|INVALID_TRAIL|trail",
        "stop|'triggerPrice':'2.00','trailPercent':'1'|INVALID_TRAIL|trailPercent",
        "limit|'price':'1.00','timeInForce':'GTD'|INVALID_EXPIRY|expiresAt",
        "limit|'price':'1.00','expiresAt':'2030-01-01T00:00:00Z'|INVALID_EXPIRY|expiresAt",
        "limit|'price':'1.00','timeInForce':'DAY','expiresAt':'2030-01-01T00:00:00Z'"
            + "|INVALID_EXPIRY|expiresAt",
        "market|'timeInForce':'DAY'|INVALID_TIME_IN_FORCE|timeInForce",
        "market|'timeInForce':'GTD','expiresAt':'2030-01-01T00:00:00Z'"
            + "|INVALID_TIME_IN_FORCE|timeInForce",
        "limit|'price':'1.00','displayQuantity':'0'|INVALID_DISPLAY|displayQuantity",
        "limit|'price':'1.00','displayQuantity':'0.00001'|INVALID_DISPLAY|displayQuantity",
        "limit|'price':'1.00','takeProfit':{'price':'0.001'}|INVALID_LINK|takeProfit.price",
        "limit|'price':'1.00','stopLoss':{'triggerPrice':'x'}|INVALID_LINK|stopLoss.triggerPrice",
        "limit|'price':'1.00','stopLoss':{'triggerPrice':'0.90','price':'-1'}"
            + "|INVALID_LINK|stopLoss.price",
        "market|'algo':{'type':'pov','endAt':'2030-01-01T00:00:00Z','participationPercent':'101'}"
            + "|INVALID_SCHEDULE|algo.participationPercent",
        "market|'algo':{'type':'vwap','endAt':'2030-01-01T00:00:00Z','weights':"
            + "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}|INVALID_SCHEDULE|algo.weights",
      })
  void refusesWhatDoesNotGoTogether(String type, String more, String code, String field) {
    Response response = place(type, more == null ? "" : more);

    assertThat(response.code()).isEqualTo("422 " + code);
    assertThat(response.at("error.field")).isEqualTo(field);
    assertThat(response.at("error.rule")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'timeInForce':'gtc'|INVALID_FIELD|timeInForce",
        "'triggerBy':'index'|INVALID_FIELD|triggerBy",
        "'postOnly':'true'|INVALID_FIELD|postOnly",
        "'reduceOnly':1|INVALID_FIELD|reduceOnly",
        "'hidden':null|INVALID_FIELD|hidden",
        "'selfTradePrevention':'cancelAll'|INVALID_FIELD|selfTradePrevention",
        "'positionEffect':'CLOSE'|INVALID_FIELD|positionEffect",
        "'expiresAt':'tomorrow'|INVALID_FIELD|expiresAt",
        "'expiresAt':1767323045|INVALID_FIELD|expiresAt",
        "'takeProfit':'2.00'|INVALID_FIELD|takeProfit",
        "'takeProfit':{}|MISSING_FIELD|takeProfit.price",
        "'takeProfit':{'price':2}|INVALID_FIELD|takeProfit.price",
        "'takeProfit':{'price':'2.00','size':'1'}|UNKNOWN_FIELD|takeProfit.size",
        "'stopLoss':{'price':'2.00'}|MISSING_FIELD|stopLoss.triggerPrice",
        "'stopLoss':[]|INVALID_FIELD|stopLoss",
        "'algo':{'type':'iceberg','endAt':'2030-01-01T00:00:00Z'}|INVALID_FIELD|algo.type",
        "'algo':{'type':'twap'}|MISSING_FIELD|algo.endAt",
        "'algo':{'type':'twap','endAt':'2030-01-01T00:00:00Z','intervalMs':0}"
            + "|INVALID_FIELD|algo.intervalMs",
        "'algo':{'type':'twap','endAt':'2030-01-01T00:00:00Z','weights':[1,-1]}"
            + "|INVALID_FIELD|algo.weights[1]",
        "'algo':{'type':'twap','endAt':'2030-01-01T00:00:00Z','weights':[1.5]}"
            + "|INVALID_FIELD|algo.weights[0]",
      })
  void namesThePlaceOfWhatIsMalformed(String more, String code, String field) {
    Response response = place("limit", "'price':'1.00'," + more);

    assertThat(response.code()).isEqualTo("400 " + code);
    assertThat(response.at("error.field")).isEqualTo(field);
    assertThat(response.at("error.rule")).isNotEmpty();
  }

  @Test
  void placesAStopThatWaits() {
    Response stop =
        place("stopLimit", "'price':'100.00','triggerPrice':'99.00','triggerBy':'mark'");

    assertThat(stop.status()).isEqualTo(201);
    assertThat(stop.at("status")).isEqualTo("pending");
    assertThat(stop.at("triggerPrice")).isEqualTo("99.00");
    assertThat(stop.at("triggerBy")).isEqualTo("mark");
    assertThat(stop.at("timeInForce")).isEqualTo("GTC");
    assertThat(stop.at("origin")).isEqualTo("client");
    assertThat(stop.json().has("trail")).isFalse();
    assertThat(sent().trigger()).isEqualTo(9900);
    assertThat(sent().flags()).isEqualTo(OrderTerms.BY_MARK);
    Response again = ann.get("/v1/orders/" + stop.at("id"));
    assertThat(again.at("triggerPrice")).isEqualTo("99.00");
    assertThat(again.at("status")).isEqualTo("pending");
    Response moved = ann.patch("/v1/orders/" + stop.at("id"), "{\"triggerPrice\":\"98.50\"}");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.at("triggerPrice")).isEqualTo("98.50");
    assertThat(moved.at("price")).isEqualTo("100.00");
    assertThat(ann.get("/v1/orders/" + stop.at("id")).at("triggerPrice")).isEqualTo("98.50");
    assertThat(ann.patch("/v1/orders/" + stop.at("id"), "{\"triggerPrice\":\"0\"}").code())
        .isEqualTo("422 INVALID_TRIGGER");
    assertThat(ann.get("/v1/orders?status=open").at("items")).contains(stop.at("id"));
  }

  @Test
  void placesATrailingStopByDistanceOrByPercent() {
    Response near = place("trailingStop", "'trail':'1.50'");
    assertThat(near.at("trail")).isEqualTo("1.50");
    assertThat(sent().trail()).isEqualTo(150);
    Response percent = place("trailingStop", "'trailPercent':'2.5','triggerPrice':'90.00'");
    assertThat(percent.at("trailPercent")).isEqualTo("2.5");
    assertThat(percent.at("triggerPrice")).isEqualTo("90.00");
    assertThat(percent.json().has("trail")).isFalse();
    assertThat(sent().trail()).isEqualTo(25_000);
    assertThat(sent().flags()).isEqualTo(OrderTerms.TRAIL_PPM);
  }

  @Test
  void takesEveryConditionOfALimitOrder() {
    Response order =
        place(
            "limit",
            "'price':'99.00','timeInForce':'GTD','expiresAt':'2030-01-01T00:00:00Z',"
                + "'postOnly':true,'reduceOnly':true,'hidden':false,'displayQuantity':'0.005',"
                + "'selfTradePrevention':'cancelOldest','positionEffect':'close',"
                + "'takeProfit':{'price':'110.00'},"
                + "'stopLoss':{'triggerPrice':'90.00','price':'89.00'}");

    assertThat(order.status()).isEqualTo(201);
    assertThat(order.at("expiresAt")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(order.at("postOnly")).isEqualTo("true");
    assertThat(order.at("reduceOnly")).isEqualTo("true");
    assertThat(order.json().has("hidden")).isFalse();
    assertThat(order.at("displayQuantity")).isEqualTo("0.0050");
    assertThat(order.at("selfTradePrevention")).isEqualTo("cancelOldest");
    assertThat(order.at("positionEffect")).isEqualTo("close");
    assertThat(order.at("takeProfit.price")).isEqualTo("110.00");
    assertThat(order.at("stopLoss.triggerPrice")).isEqualTo("90.00");
    assertThat(order.at("stopLoss.price")).isEqualTo("89.00");
    assertThat(order.at("groupId")).isEqualTo(order.at("id"));
    OrderConditions sent = sent();
    assertThat(sent.flags()).isEqualTo(OrderTerms.POST_ONLY | OrderTerms.REDUCE_ONLY);
    assertThat(sent.display()).isEqualTo(50);
    assertThat(sent.selfTrade()).isEqualTo(SelfTradePrevention.CANCEL_OLDEST);
    assertThat(sent.effect()).isEqualTo(PositionEffect.CLOSE);
    assertThat(sent.takeProfit()).isEqualTo(110_00);
    assertThat(sent.stopLoss()).isEqualTo(90_00);
    assertThat(sent.stopLossLimit()).isEqualTo(89_00);
    assertThat(sent.expiryNs()).isEqualTo(1_893_456_000_000_000_000L);
  }

  @Test
  void takesAnOrderThatCancelsItsOther() {
    Response order =
        place("limit", "'price':'99.00','oneCancelsOther':true,'stopLoss':{'triggerPrice':'105'}");
    assertThat(order.at("oneCancelsOther")).isEqualTo("true");
    assertThat(sent().flags()).isEqualTo(OrderConditions.ONE_CANCELS_OTHER);
  }

  @Test
  void worksAnOrderOverTime() {
    Response order =
        place(
            "market",
            "'algo':{'type':'vwap','startAt':'2026-02-01T00:00:00Z',"
                + "'endAt':'2026-02-01T01:00:00Z','intervalMs':60000,"
                + "'participationPercent':'12.5','weights':[3,1,2]}");
    assertThat(order.status()).isEqualTo(201);
    assertThat(order.at("algo.type")).isEqualTo("vwap");
    assertThat(order.at("algo.endAt")).isEqualTo("2026-02-01T01:00:00Z");
    assertThat(order.at("algo.intervalMs")).isEqualTo("60000");
    assertThat(order.at("algo.participationPercent")).isEqualTo("12.5");
    OrderConditions.Split split = sent().split().orElseThrow();
    assertThat(split.algo()).isEqualTo(Algo.VWAP);
    assertThat(split.intervalNs()).isEqualTo(60_000_000_000L);
    assertThat(split.participationPpm()).isEqualTo(125_000);
    assertThat(split.weights()).isEqualTo(List.of(3, 1, 2));
  }

  @Test
  void knowsEveryTypeByItsName() {
    for (OrderType type : OrderType.values()) {
      String more =
          (type.isPriced() ? "'price':'1.00'," : "")
              + (type == OrderType.TRAILING_STOP
                  ? "'trail':'1.00'"
                  : type.waits()
                      ? "'triggerPrice':'1.00'"
                      : "'clientOrderId':'" + type.label() + "'");
      assertThat(place(type.label(), more).at("type")).isEqualTo(type.label());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ORDER_QUANTITY_LIMIT|limit is 0.0007, and with this order it would be 0.0009|quantity",
        "ORDER_NOTIONAL_LIMIT|limit is 0.00000007 USD, and with this order it would be|quantity",
        "POSITION_LIMIT|limit is 0.00000007 USD|quantity",
        "DAILY_LOSS_LIMIT|limit is 0.00000007 USD|accountId",
        "ORDER_RATE_LIMIT|limit is 7, and with this order it would be 9|accountId",
        "OPEN_ORDERS_LIMIT|limit is 7, and with this order it would be 9|accountId",
        "TRAILING_STOPS_LIMIT|limit is 7, and with this order it would be 9|symbol",
        "PRICE_OUT_OF_COLLAR|limit is 0.07, and with this order it would be 0.09|price",
        "PRICE_OUT_OF_BAND|limit is 0.07, and with this order it would be 0.09|price",
        "INSUFFICIENT_MARGIN|needs 0.00000009 USD, and 0.00000007 USD of margin is free|quantity",
      })
  void tellsTheLimitAndWhatTheOrderWouldMakeOfIt(RejectReason reason, String said, String field) {
    venue.exchange.refuseAll(reason);
    try {
      Response response = place("limit", "'price':'1.00'");
      assertThat(response.code()).isEqualTo("422 " + reason.name());
      assertThat(response.at("error.message")).contains(said);
      assertThat(response.at("error.field")).isEqualTo(field);
      assertThat(response.at("error.rule")).isEqualTo(reason.rule());
    } finally {
      venue.exchange.refuseAll(RejectReason.NONE);
    }
  }

  @Test
  void listsEveryRefusalOfTheExchangeAmongTheErrors() {
    String errors = ann.get("/v1/errors").body();
    for (RejectReason reason : RejectReason.values()) {
      if (reason != RejectReason.NONE) {
        assertThat(errors).contains("\"" + reason.name() + "\"");
      }
    }
  }

  @Test
  void cancelsBySide() {
    ann.delete("/v1/orders");
    place("limit", "'price':'1.00'");
    place("limit", "'price':'1.01'");
    assertThat(ann.delete("/v1/orders?side=sell").body()).isEqualTo("{\"canceled\":0}");
    assertThat(ann.delete("/v1/orders?side=both").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(ann.delete("/v1/orders?side=buy").body()).isEqualTo("{\"canceled\":2}");
  }
}
