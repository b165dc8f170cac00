package io.ratel.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A real browser before a venue's page, and what a person does there again and again. */
public final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static final double PATIENCE_MS = 30_000;
  private static final Pattern FUNDS = Pattern.compile("(Available|Free)[1-9][\\d,.]+");
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

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; without one the tests are left out, without the page they fail. */
  public static Chromium open() {
    Assumptions.assumeTrue(
        Files.isExecutable(EXECUTABLE),
        "no Chromium at " + EXECUTABLE + ": apt-get install chromium");
    assertThat(Repository.page().resolve("index.html"))
        .as("build the page first: npm --prefix web ci && npm --prefix web run build")
        .exists();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS)));
  }

  /** A page of a screen of this size that shows a market. */
  public Page page(VenueProcess venue, String symbol, int width, int height) {
    complaints.clear();
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate("http://127.0.0.1:" + venue.port + "/?symbol=" + symbol);
    return page;
  }

  /** Closes the page, whose browser must not have complained of anything else. */
  public void hadNothingToComplainOf(Page page, Predicate<String> expected) {
    assertThat(complaints).filteredOn(expected.negate()).isEmpty();
    page.close();
  }

  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Repository.root().resolve("server/target/screenshots/" + name + ".png")));
  }

  public static LocatorAssertions sees(Locator locator) {
    return assertThat(locator);
  }

  /** Signs in, and waits for the funds to be shown. */
  public static void signIn(Page page, String email, String password) {
    page.getByTestId("sign-in-email").fill(email);
    page.getByTestId("sign-in-password").fill(password);
    page.getByTestId("sign-in-submit").click();
    sees(page.getByTestId("ticket-preview")).containsText(FUNDS);
  }

  /** Sends the ticket, and waits until its order has this status. */
  static void send(Page page, String status) {
    page.getByTestId("ticket-send").click();
    sees(page.getByTestId("ticket-result")).hasAttribute("data-status", status);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
