package io.ratel.server.feed;

import static io.ratel.server.Chromium.picture;
import static io.ratel.server.Chromium.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ratel.server.Chromium;
import io.ratel.server.VenueProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who wants to know how far the prices on the screen can be relied on. */
class MarketDataScreensTest {
  private static final String VENUES = "COINBASE:BTC-USD";

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

  /** A whole book, a change of it, and a change that nobody can read. */
  private static Path recording() throws IOException {
    return Files.writeString(
        directory.resolve("COINBASE.ws.1.0"),
        """
        wss://ws-feed.pro.coinbase.com <-> 1677906300.0
        1677906300.1: {"type":"snapshot","product_id":"BTC-USD",\
        "bids":[["22000.01","0.5"]],"asks":[["22010.02","0.25"]]}
        1677906300.2: {"type":"l2update","product_id":"BTC-USD",\
        "changes":[["buy","22000.01","0.75"]],"time":"2023-03-04T05:06:07.123456Z"}
        1677906300.3: {"type":"l2update","product_id":"BTC-USD",\
        "changes":[["buy","cheap","0.75"]],"time":"2023-03-04T05:06:08.123456Z"}
        """);
  }

  @Test
  void aBookInDoubtLeadsToItsGapsAndToTheFeedThatLostIt() throws IOException {
    try (VenueProcess venue =
        VenueProcess.up(
            directory.resolve("data"),
            "--demo",
            "--replay",
            recording().toString(),
            "--speed",
            "max")) {
      venue.awaitOutput("Replay finished: 3 frames, 1 rejected");
      Page page = chromium.page(venue, VENUES, 1440, 900);
      Locator badge = page.getByTestId("book-relied");
      sees(badge).hasAttribute("data-relied", "unknown");
      sees(page.getByTestId("book")).containsText("COINBASE has not sent a whole book");

      badge.click();
      sees(page.getByTestId("gaps-market")).hasValue(VENUES);
      sees(page.getByTestId("gap-row")).hasCount(1);
      sees(page.getByTestId("gap-row"))
          .hasAttribute("data-cause", Pattern.compile("unreadable|lost"));
      sees(page.getByTestId("gap-row")).containsText("Not yet");
      picture(page, "gaps");

      page.getByTestId("data-feeds").click();
      page.getByTestId("feeds-filter").fill("coinbase");
      sees(page.getByTestId("feed-row")).hasCount(1);
      sees(page.getByTestId("feed-quality")).hasText(Pattern.compile("\\d+.*"));
      picture(page, "feeds");

      page.getByTestId("data-news").click();
      sees(page.getByTestId("news")).containsText("No headline has come in.");
      page.getByTestId("data-calendar").click();
      sees(page.getByTestId("due")).containsText("Nothing is known to be due.");
      page.getByTestId("data-series").click();
      sees(page.getByTestId("series")).containsText("Sign in to see the series");

      page.getByTestId("data-close").click();
      page.locator("[data-symbol=BTC-USD]").click();
      sees(badge).hasAttribute("data-relied", "good");
      assertThat(badge.getAttribute("title")).contains("from Ratel");
      chromium.hadNothingToComplainOf(page, complaint -> false);
    }
  }
}
