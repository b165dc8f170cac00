package io.ratel.server.alert;

import static io.ratel.server.Chromium.picture;
import static io.ratel.server.Chromium.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.ratel.server.Chromium;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import io.ratel.server.VenueProcess.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertJourneyTest {
  @TempDir static Path directory;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Map<String, Object> lastAbove(int value) {
    return Map.of("type", "above", "field", Map.of("name", "last"), "value", value);
  }

  private static JsonNode firings(VenueProcess venue, String id) {
    return venue.get("/v1/alerts/" + id + "/events").body().get("items");
  }

  /** Asks until there is one; each question takes its time. */
  private static JsonNode firstFiring(VenueProcess venue, String id) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (firings(venue, id).isEmpty() && System.nanoTime() < deadline) {
      assertThat(venue.isAlive()).isTrue();
    }
    assertThat(firings(venue, id)).as("it fires").isNotEmpty();
    return firings(venue, id).get(0);
  }

  @Test
  void alertsGoOnAfterTheVenueWasKilledAndTellNothingTwice() {
    Path data = directory.resolve("killed");
    VenueProcess venue = VenueProcess.up(data, "--demo");
    venue.signIn("demo@ratel.local", "demo");
    Answer made =
        venue.call("POST", "/v1/alerts", Map.of("symbol", "BTC-USD", "condition", lastAbove(1)));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String above = made.body().get("id").asText();
    JsonNode firing = firstFiring(venue, above);
    assertThat(firing.get("words").asText()).isEqualTo("last above 1");
    venue.kill();
    try (VenueProcess back = VenueProcess.up(data, "--demo")) {
      back.signIn("demo@ratel.local", "demo");
      Map<String, Object> moves =
          Map.of(
              "type",
              "changes",
              "field",
              Map.of("name", "bid"),
              "percent",
              0.001,
              "withinMs",
              60_000);
      String later =
          back.call("POST", "/v1/alerts", Map.of("symbol", "BTC-USD", "condition", moves))
              .body()
              .get("id")
              .asText();
      firstFiring(back, later);
      assertThat(firings(back, above)).as("it was told before").hasSize(1);
      assertThat(back.get("/v1/alerts/" + above).body().get("state").asText()).isEqualTo("active");
    }
  }

  @Test
  void aTraderDrawsAnIndicatorMakesAnAlertOfTheChartsPriceAndSeesItFire() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("chart"), "--demo")) {
      Page page = chromium.page(venue, "BTC-USD", 1440, 900);
      Chromium.signIn(page, "demo@ratel.local", "demo");
      page.getByTestId("chart-indicators").click();
      page.getByTestId("indicator-filter").fill("bollinger");
      page.getByTestId("indicator-bollinger").click();
      page.getByTestId("parameter-period").fill("0");
      sees(page.getByTestId("indicators-dialog")).containsText("must be a whole number from 2");
      page.getByTestId("parameter-period").fill("10");
      page.waitForResponse(
          answer -> answer.url().contains("/indicators/bollinger") && answer.status() == 200,
          () -> page.getByTestId("indicator-add").click());
      page.keyboard().press("g"); // the same by keys alone
      page.keyboard().press("n");
      page.getByTestId("indicator-filter").fill("wilder");
      page.getByTestId("indicator-filter").fill("relative strength");
      page.keyboard().press("Tab");
      page.waitForResponse(
          answer -> answer.url().contains("/indicators/rsi") && answer.status() == 200,
          () -> {
            page.keyboard().press("Enter");
            page.getByTestId("indicator-add").press("Enter");
          });
      picture(page, "indicators");

      page.keyboard().press("a");
      assertThat(page.getByTestId("alert-value").inputValue()).matches("\\d+(\\.\\d+)?");
      page.getByTestId("alert-pattern").selectOption("above");
      page.getByTestId("alert-value").fill("x");
      page.getByTestId("alert-make").click();
      sees(page.getByTestId("alerts-dialog")).containsText("The value must be a number");
      page.getByTestId("alert-value").fill("1");
      page.getByTestId("alert-name").fill("Above one");
      page.getByTestId("alert-make").click();
      sees(page.getByTestId("alert-row")).containsText("Above one");
      sees(page.getByTestId("alert-notice")).containsText("Above one");
      sees(page.getByTestId("alert-firing").first()).containsText("Above one");
      picture(page, "alerts");
      page.getByTestId("alert-pause").click();
      sees(page.getByTestId("alert-state")).hasText("paused");
      page.keyboard().press("Escape");
      picture(page, "alert-toast");
      chromium.hadNothingToComplainOf(page, complaint -> false);
    }
  }

  @Test
  void aPhoneHasRoomForBoth() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("phone"), "--demo")) {
      Page page = chromium.page(venue, "BTC-USD", 360, 740);
      page.getByTestId("panel-trade").click();
      Chromium.signIn(page, "demo@ratel.local", "demo");
      page.getByTestId("panel-chart").click();
      for (String dialog : List.of("chart-indicators", "chart-alert")) {
        page.getByTestId(dialog).click();
        sees(page.getByText("Close", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(page.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth"))
            .isEqualTo(true);
        picture(page, "phone-" + dialog);
        page.keyboard().press("Escape");
      }
      picture(page, "phone-chart-controls");
      chromium.hadNothingToComplainOf(page, complaint -> false);
    }
  }

  @Test
  void theCommandLineAnswersAsTheRouteDoes() throws IOException {
    Path body =
        Files.writeString(directory.resolve("body.json"), "{\"values\":[1,2,4],\"period\":2}");
    Ran ran =
        VenueProcess.run(
            List.of("quant", "indicators", "sma", "--json", body.toString()), Map.of());
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    Path wrong =
        Files.writeString(directory.resolve("wrong.json"), "{\"values\":[1],\"period\":0}");
    Ran refused =
        VenueProcess.run(
            List.of("quant", "indicators", "sma", "--json", wrong.toString()), Map.of());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).contains("INVALID_INPUT", "\"field\":\"period\"");
    Ran unknown =
        VenueProcess.run(List.of("quant", "weather", "sma", "--json", body.toString()), Map.of());
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.output()).contains("UNKNOWN_FUNCTION", "weather/sma");
    try (VenueProcess venue = VenueProcess.up(directory.resolve("route"), "--demo")) {
      venue.signIn("demo@ratel.local", "demo");
      Answer answer =
          venue.call(
              "POST", "/v1/quant/indicators/sma", Map.of("values", List.of(1, 2, 4), "period", 2));
      assertThat(VenueProcess.JSON.readTree(ran.output())).isEqualTo(answer.body());
    }
  }
}
