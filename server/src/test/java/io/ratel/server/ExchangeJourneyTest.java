package io.ratel.server;

import static io.ratel.server.Chromium.picture;
import static io.ratel.server.Chromium.sees;
import static io.ratel.server.Chromium.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ratel.server.VenueProcess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator at the terminal of a quiet venue, who also trades there, on margin as well. */
class ExchangeJourneyTest {
  private static final String EMAIL = "op@example.org";
  private static final String PASSWORD = "correct horse";
  private static final String FUTURE = "BTC-USD-SWAP";

  private static Chromium chromium;
  private static VenueProcess venue;
  private static String mine;
  private static String other;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    chromium = Chromium.open();
    Path config =
        Files.writeString(
            folder.resolve("venue.yaml"),
            """
            operator: { email: %s, password: %s }
            """
                .formatted(EMAIL, PASSWORD));
    venue = VenueProcess.up(folder.resolve("data"), "--no-demo", "--config", config.toString());
    venue.signIn(EMAIL, PASSWORD);
    done(venue.call("POST", "/v1/assets", Map.of("asset", FUTURE, "decimals", 8)));
    done(
        venue.call(
            "POST",
            "/v1/instruments",
            """
            {"symbol":"%1$s","kind":"perpetual","base":"%1$s","quote":"USD","tickSize":"0.5",
             "lotSize":"1","multiplier":"0.001","makerFee":"0.0002","takerFee":"0.0005"}"""
                .formatted(FUTURE)));
    mine = venue.get("/v1/accounts").body().at("/items/0/id").asText();
    other = done(venue.call("POST", "/v1/accounts", Map.of("name", "Other"))).get("id").asText();
    for (String account : List.of(mine, other)) {
      fund(account, "USD", "1000000");
      fund(account, "BTC", "100");
      done(venue.call("PATCH", "/v1/accounts/" + account, Map.of("marginMode", "cross")));
    }
    done(
        venue.call(
            "PUT",
            "/v1/instruments/" + FUTURE + "/terms",
            """
            {"feeTiers":[{"maker":"0.0002","taker":"0.0005"}],
             "margins":[{"initial":"0.1","maintenance":"0.05"}]}"""));
  }

  @AfterAll
  static void close() {
    chromium.close();
    assertThat(venue.stop()).isZero();
    assertThat(venue.output()).doesNotContainPattern("(?m)^\\s+at |Exception|WARN|ERROR");
  }

  @BeforeEach
  void nothingIsOpen() {
    for (String account : List.of(mine, other)) {
      done(venue.call("DELETE", "/v1/orders?accountId=" + account, ""));
    }
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    return answer.body();
  }

  private static void fund(String account, String asset, String amount) {
    done(
        venue.call(
            "POST",
            "/v1/deposits",
            Map.of("accountId", account, "asset", asset, "amount", amount)));
  }

  private static void limit(String account, String symbol, String side, String at, String size) {
    done(
        venue.call(
            "POST",
            "/v1/orders",
            Map.of(
                "accountId",
                account,
                "symbol",
                symbol,
                "side",
                side,
                "type",
                "limit",
                "price",
                at,
                "quantity",
                size)));
  }

  private static Page page(String symbol) {
    Page page = chromium.page(venue, symbol, 1440, 900);
    Chromium.signIn(page, EMAIL, PASSWORD);
    return page;
  }

  private static JsonNode order(Page page) {
    String id = page.getByTestId("ticket-result").getAttribute("data-order");
    return done(venue.get("/v1/orders/" + id));
  }

  private static void fill(Page page, String field, String text) {
    page.getByTestId(field).fill(text);
  }

  @Test
  void aStopWaitsIsChangedInPlaceAndCanceled() {
    limit(other, "BTC-USD", "sell", "100.00", "1");
    limit(mine, "BTC-USD", "buy", "100.00", "1");
    Page page = page("BTC-USD");
    page.getByTestId("ticket-type-stop").click();
    fill(page, "ticket-trigger", "110.00");
    fill(page, "ticket-quantity", "0.5");
    send(page, "pending");
    Locator row = page.getByTestId("order-row");
    sees(row).hasCount(1);
    sees(row).containsText("Stop");
    sees(row.getByTestId("order-distance")).containsText("+10.00 %");
    picture(page, "stop");

    row.focus();
    page.keyboard().press("e");
    fill(page, "order-change-trigger", "120.005");
    sees(page.getByTestId("order-changing")).containsText("Trigger must be a multiple of 0.01");
    fill(page, "order-change-trigger", "120.00");
    fill(page, "order-change-quantity", "0.4");
    picture(page, "stop-changing");
    page.getByTestId("order-change-send").click();
    sees(page.getByTestId("order-change-result")).containsText("Changed");
    sees(row.getByTestId("order-distance")).containsText("+20.00 %");
    assertThat(order(page).get("triggerPrice").asText()).isEqualTo("120.00");
    assertThat(order(page).get("quantity").asText()).isEqualTo("0.40000");

    row.getByTestId("order-cancel").click();
    page.mouse().move(1, 1); // a row does not leave from under the pointer
    sees(row).hasCount(0);
    assertThat(order(page).get("status").asText()).isEqualTo("canceled");
    chromium.hadNothingToComplainOf(page, complaint -> false);
  }

  @Test
  void aBracketBringsItsLegsAndTakesThemWithIt() {
    Page page = page("BTC-USD");
    fill(page, "ticket-price", "90.00");
    fill(page, "ticket-quantity", "0.5");
    page.getByTestId("ticket-advanced").click();
    page.getByTestId("ticket-exits").selectOption("bracket");
    fill(page, "ticket-take-profit", "89.00");
    sees(page.getByTestId("ticket")).containsText("Take profit must be above 90.");
    fill(page, "ticket-take-profit", "110.00");
    fill(page, "ticket-stop-loss", "80.00");
    picture(page, "bracket-ticket");
    send(page, "open");
    Locator rows = page.getByTestId("order-row");
    sees(rows).hasCount(3);
    sees(rows.getByText("Take profit")).hasCount(1);
    sees(rows.getByText("Stop loss")).hasCount(1);
    picture(page, "bracket");
    assertThat(order(page).at("/takeProfit/price").asText()).isEqualTo("110.00");
    assertThat(order(page).at("/stopLoss/triggerPrice").asText()).isEqualTo("80.00");
    rows.filter(new Locator.FilterOptions().setHasText("90.00"))
        .getByTestId("order-cancel")
        .click();
    page.mouse().move(1, 1);
    sees(rows).hasCount(0);
    chromium.hadNothingToComplainOf(page, complaint -> false);
  }

  @Test
  void anOperatorHaltsAMarketAndOpensItAgain() {
    Page page = page("ETH-USD");
    page.getByTestId("operate-open").click();
    Locator market = page.locator("[data-market=ETH-USD]");
    market.click();
    sees(market.getByTestId("state")).hasAttribute("data-state", "open");
    page.getByTestId("state-halt").click();
    page.getByTestId("state-set").click();
    picture(page, "operate-halting");
    page.getByTestId("state-set-confirm").click();
    sees(market.getByTestId("state")).hasAttribute("data-state", "halt");
    sees(page.getByTestId("state-set-done")).containsText("ETH-USD is now: Halt");
    picture(page, "operate-halted");

    page.getByTestId("operate-close").click();
    sees(page.getByTestId("ticket-state")).containsText("Halt");
    fill(page, "ticket-price", "10.00");
    fill(page, "ticket-quantity", "1");
    page.getByTestId("ticket-send").click();
    sees(page.getByTestId("ticket-result")).containsText("must be in a trading state");

    page.getByTestId("operate-open").click();
    market.click();
    page.getByTestId("state-open").click();
    page.getByTestId("state-set").click();
    sees(market.getByTestId("state")).hasAttribute("data-state", "open");
    JsonNode now = done(venue.get("/v1/instruments/ETH-USD"));
    assertThat(now.get("state").asText()).isEqualTo("open");
    page.getByTestId("operate-close").click();
    send(page, "open");
    chromium.hadNothingToComplainOf(page, complaint -> complaint.contains("422"));
  }

  @Test
  void aFutureTradedOnMarginShowsWhatItUsesAndWhereItWouldBeLiquidated() {
    limit(other, FUTURE, "sell", "1000.0", "5000");
    Page page = page(FUTURE);
    page.getByTestId("ticket-type-market").click();
    fill(page, "ticket-quantity", "4000");
    // 4,000 thousandths at 1,000: a tenth of 4,000 as margin, and the fee.
    sees(page.getByTestId("ticket-preview")).containsText("400.00");
    sees(page.getByTestId("ticket-preview")).containsText("402.00 USD");
    send(page, "filled");
    page.getByTestId("tab-margin").click();
    sees(page.getByTestId("margin-used")).hasText("400.00");
    sees(page.getByTestId("margin-maintenance")).hasText("200.00");
    sees(page.getByTestId("margin-bar")).hasAttribute("data-standing", "healthy");
    Locator position = page.locator("[data-testid=margin-position][data-position=" + FUTURE + "]");
    sees(position).containsText("Long");
    sees(position).containsText("4,000");
    picture(page, "margin");
    JsonNode sheet = done(venue.get("/v1/accounts/" + mine + "/margin"));
    assertThat(sheet.findValuesAsText("initialMargin")).contains("400.00000000");
    done(venue.call("DELETE", "/v1/orders?accountId=" + other, ""));
    limit(other, FUTURE, "buy", "990.0", "4000");
    page.getByTestId("tab-positions").click();
    Locator held = page.locator("[data-testid=position-row][data-position=" + FUTURE + "]");
    held.getByTestId("position-close").click();
    page.getByTestId("position-close-confirm").click();
    sees(page.getByTestId("position-closing")).hasAttribute("data-status", "filled");
    sees(held).hasAttribute("data-flat", "true");
    chromium.hadNothingToComplainOf(page, complaint -> false);
  }
}
