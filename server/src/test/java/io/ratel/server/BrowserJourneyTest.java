package io.ratel.server;

import static io.ratel.server.Chromium.picture;
import static io.ratel.server.Chromium.sees;
import static io.ratel.server.Chromium.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the terminal, in a real browser before a real venue. */
class BrowserJourneyTest {
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

  private static Page page(VenueProcess venue, int width, int height) {
    return chromium.page(venue, "BTC-USD", width, height);
  }

  private static void signIn(Page page) {
    Chromium.signIn(page, "demo@ratel.local", "demo");
  }

  private static void write(Page page, String type, String price, String size) {
    page.getByTestId("ticket-type").selectOption(type);
    if (!price.isEmpty()) {
      page.getByTestId("ticket-price").fill(price);
    }
    page.getByTestId("ticket-quantity").fill(size);
  }

  /** Waits until what is shown there has changed. */
  private static void moves(Locator locator) {
    String before = locator.innerText();
    sees(locator).not().hasText(before);
  }

  private static void isAsWideAsItsScreen(Page page) {
    for (String element : List.of("html", "#blotter-list")) {
      assertThat(page.locator(element).evaluate("e => e.scrollWidth <= e.clientWidth"))
          .as("nothing is beyond the edge of " + element)
          .isEqualTo(true);
    }
  }

  @Test
  void aTraderSignsInBuysSeesTheFillAndCancelsARestingOrder() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("trader"), "--demo")) {
      Page page = page(venue, 1440, 900);
      signIn(page);
      page.locator("[data-symbol=ETH-USD]").click();
      page.waitForURL(Pattern.compile("symbol=ETH-USD").asPredicate());
      page.goBack();
      sees(page.getByTestId("chart").locator("canvas").first()).isVisible();
      moves(page.getByLabel("Bids").locator("[data-price]").first());
      moves(page.getByLabel("Offers").locator("[data-price]").first());
      moves(page.locator("[data-symbol=BTC-USD]"));
      picture(page, "live");

      write(page, "market", "", "0.01");
      send(page, "filled");
      page.getByTestId("tab-fills").click();
      sees(page.getByTestId("fill-row").first()).containsText("0.01");
      picture(page, "filled");
      page.getByTestId("tab-balances").click();
      sees(page.locator("[data-asset=BTC]")).containsText("10.01");
      picture(page, "balances");

      write(page, "limit", "1.00", "0.01");
      send(page, "open");
      page.getByTestId("tab-orders").click();
      sees(page.getByTestId("order-row")).hasCount(1);
      picture(page, "resting");
      page.getByTestId("order-cancel").click();
      page.mouse().move(1, 1); // a row does not leave from under the pointer
      sees(page.getByTestId("order-row")).hasCount(0);
      chromium.hadNothingToComplainOf(page, complaint -> false);
    }
  }

  @Test
  void anOrderThatBreaksARuleIsRefusedInTheRulesWords() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("rules"), "--demo")) {
      Page page = page(venue, 1440, 900);
      signIn(page);
      write(page, "limit", "100.005", "0.01");
      page.getByTestId("ticket-send").click();
      sees(page.getByTestId("ticket")).containsText("Price must be a multiple of 0.01");
      sees(page.getByTestId("ticket-result")).hasAttribute("data-step", "none");
      write(page, "limit", "90000.00", "5000");
      page.getByTestId("ticket-send").click();
      sees(page.getByTestId("ticket-result")).hasAttribute("data-step", "refused");
      sees(page.getByTestId("ticket-result")).containsText("must not need more than is available");
      sees(page.getByTestId("ticket-result").locator("code"))
          .hasText(Pattern.compile("[0-9a-f]{32}"));
      picture(page, "refused");
      page.reload();
      sees(page.getByTestId("ticket-send")).isVisible();
      sees(page.getByTestId("order-row")).hasCount(0);
      chromium.hadNothingToComplainOf(page, complaint -> complaint.contains("422"));
    }
  }

  @Test
  void aKilledVenueShowsAsGoneAndComesBackWithoutAReload() {
    Path data = directory.resolve("killed");
    VenueProcess venue = VenueProcess.up(data, "--demo");
    Page page = page(venue, 1440, 900);
    signIn(page);
    write(page, "limit", "1.00", "0.01");
    send(page, "open");
    page.evaluate("window.sinceTheFirstLoad = true");
    venue.kill();
    sees(page.getByTestId("connection"))
        .hasAttribute("data-link", Pattern.compile("reconnecting|offline"));
    sees(page.locator("html")).hasAttribute("data-stale", "true");
    sees(page.getByTestId("book")).containsText(Pattern.compile("\\d+ s old"));
    picture(page, "gone");
    try (VenueProcess back = VenueProcess.upAt(venue.port, data, "--demo")) {
      sees(page.getByTestId("connection")).hasAttribute("data-link", "connected");
      sees(page.locator("html")).hasAttribute("data-stale", "false");
      moves(page.getByLabel("Bids").locator("[data-price]").first());
      sees(page.getByTestId("order-row")).hasCount(1);
      write(page, "market", "", "0.01");
      send(page, "filled");
      picture(page, "back");
      assertThat(page.evaluate("window.sinceTheFirstLoad")).as("no reload").isEqualTo(true);
      assertThat(back.isAlive()).isTrue();
      chromium.hadNothingToComplainOf(
          page, complaint -> complaint.matches("(?s).*(Failed to load resource|WebSocket).*"));
    }
  }

  @Test
  void aPhoneShowsOnePanelAtATimeAndTradesFromIt() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("phone"), "--demo")) {
      Page page = page(venue, 360, 740);
      for (String panel : List.of("markets", "chart", "book", "orders", "trade")) {
        page.getByTestId("panel-" + panel).click();
        isAsWideAsItsScreen(page);
        picture(page, "phone-" + panel);
      }
      signIn(page);
      picture(page, "phone-ticket");
      write(page, "market", "", "0.01");
      send(page, "filled");
      isAsWideAsItsScreen(page);
      picture(page, "phone-filled");
      page.getByTestId("panel-orders").click();
      page.getByTestId("tab-fills").click();
      sees(page.getByTestId("fill-row").first()).containsText("0.01");
      isAsWideAsItsScreen(page);
      picture(page, "phone-fills");
      page.getByTestId("panel-book").click();
      moves(page.getByLabel("Bids").locator("[data-price]").first());
      picture(page, "phone-book");
      chromium.hadNothingToComplainOf(page, complaint -> false);
    }
  }
}
