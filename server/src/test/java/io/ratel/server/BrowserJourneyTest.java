package io.ratel.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the terminal, in a real browser before a real venue. */
class BrowserJourneyTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MS = 30_000;
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir static Path directory;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void open() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM + ": apt-get install chromium");
    Path page = root().resolve("web/dist/index.html");
    assertThat(page)
        .as("build the page first: npm --prefix web ci && npm --prefix web run build")
        .exists();
    System.setProperty("ratel.page", page.getParent().toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      playwright.close();
    }
  }

  private static Path root() {
    String root = System.getProperty("ratel.root");
    return root != null ? Path.of(root) : Path.of("").toAbsolutePath().getParent();
  }

  private Page page(VenueProcess venue, int width, int height) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    page.setDefaultTimeout(PATIENCE_MS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate("http://127.0.0.1:" + venue.port + "/?symbol=BTC-USD");
    return page;
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(root().resolve("server/target/screenshots/" + name + ".png")));
  }

  private static LocatorAssertions sees(Locator locator) {
    return assertThat(locator);
  }

  @Test
  void aTraderSignsInBuysSeesTheFillAndCancelsARestingOrder() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("trader"), "--demo")) {
      Page page = page(venue, 1440, 900);
      page.getByTestId("sign-in-email").fill("demo@ratel.local");
      page.getByTestId("sign-in-password").fill("demo");
      page.getByTestId("sign-in-submit").click();
      sees(page.getByTestId("chart").locator("canvas").first()).isVisible();
      sees(page.getByTestId("book")).containsText(Pattern.compile("\\d"));

      page.getByTestId("ticket-type").selectOption("market");
      page.getByTestId("ticket-quantity").fill("0.01");
      page.getByTestId("ticket-send").click();
      sees(page.getByTestId("ticket-result")).hasAttribute("data-status", "filled");
      page.getByTestId("tab-fills").click();
      sees(page.getByTestId("fill-row").first()).containsText("0.01");
      picture(page, "filled");
      page.getByTestId("tab-balances").click();
      sees(page.getByTestId("blotter")).containsText("10.01");

      page.getByTestId("ticket-type").selectOption("limit");
      page.getByTestId("ticket-price").fill("1.00");
      page.getByTestId("ticket-quantity").fill("0.01");
      page.getByTestId("ticket-send").click();
      sees(page.getByTestId("ticket-result")).hasAttribute("data-status", "open");
      page.getByTestId("tab-orders").click();
      sees(page.getByTestId("order-row")).hasCount(1);
      picture(page, "resting");
      page.getByTestId("order-cancel").click();
      page.mouse().move(1, 1); // a row does not leave from under the pointer
      sees(page.getByTestId("order-row")).hasCount(0);
      assertThat(complaints).isEmpty();
      page.close();
    }
  }

  @Test
  void aKilledVenueShowsAsGoneAndComesBackWithoutAReload() {
    Path data = directory.resolve("killed");
    Page page;
    int port;
    try (VenueProcess venue = VenueProcess.up(data, "--demo")) {
      port = venue.port;
      page = page(venue, 1440, 900);
      sees(page.getByTestId("connection")).hasAttribute("data-link", "connected");
      sees(page.getByTestId("book")).containsText(Pattern.compile("\\d"));
      venue.kill();
    }
    sees(page.getByTestId("connection"))
        .hasAttribute(
            "data-link",
            Pattern.compile("reconnecting|offline"),
            new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
    picture(page, "gone");
    try (VenueProcess back = VenueProcess.upAt(port, data, "--demo")) {
      assertThat(back.isAlive()).isTrue();
      sees(page.getByTestId("connection"))
          .hasAttribute(
              "data-link",
              "connected",
              new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
      sees(page.getByTestId("book")).containsText(Pattern.compile("\\d"));
      picture(page, "back");
    }
    page.close();
  }

  @Test
  void aPhoneShowsOnePanelAtATime() {
    try (VenueProcess venue = VenueProcess.up(directory.resolve("phone"), "--demo")) {
      Page page = page(venue, 360, 740);
      sees(page.getByTestId("chart").locator("canvas").first()).isVisible();
      picture(page, "phone-chart");
      page.getByText("Book", new Page.GetByTextOptions().setExact(true)).last().click();
      sees(page.getByTestId("book")).containsText(Pattern.compile("\\d"));
      picture(page, "phone-book");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
      assertThat(complaints).isEmpty();
      page.close();
    }
  }
}
