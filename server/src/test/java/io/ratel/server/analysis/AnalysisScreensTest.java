package io.ratel.server.analysis;

import static io.ratel.server.Chromium.picture;
import static io.ratel.server.Chromium.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.ratel.server.Chromium;
import io.ratel.server.VenueProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who wants to know what an option is worth, and what the account may lose. */
class AnalysisScreensTest {
  private static final String OPTION =
      "{\"type\":\"call\",\"strike\":65,\"spot\":60,\"rate\":0.08,\"years\":0.25,"
          + "\"volatility\":0.3}";

  @TempDir static Path directory;
  private static Chromium chromium;
  private static VenueProcess venue;

  @BeforeAll
  static void open() throws Exception {
    chromium = Chromium.open();
    venue = VenueProcess.up(directory.resolve("data"), "--demo");
  }

  @AfterAll
  static void close() {
    if (venue != null) {
      venue.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void theRiskOfTheAccountAndTheWorthOfAnOptionAreOnThePage() {
    Page page = chromium.page(venue, "BTC-USD", 1440, 900);
    page.getByTestId("try-demo").click();
    sees(page.getByTestId("ticket-send")).isVisible();
    page.getByTestId("palette-open").click();
    page.keyboard().type("Risk: what");
    page.keyboard().press("Enter");
    sees(page.getByTestId("risk-Exposure")).containsText(Pattern.compile("[1-9][\\d,]+ USD"));
    sees(page.getByTestId("risk-component")).hasCount(2);
    sees(page.getByTestId("risk-stress")).hasCount(8);
    picture(page, "risk");

    page.getByTestId("analysis-calculators").click();
    sees(page.getByTestId("figure-price")).hasText("2.13337");
    page.getByTestId("field-strike").fill("70");
    sees(page.getByTestId("figure-price")).hasText(Pattern.compile("0\\.97\\d+"));
    sees(page.getByTestId("curve").locator("canvas")).isVisible();
    page.getByTestId("why").locator("summary").click();
    sees(page.getByTestId("why")).containsText("Black");
    picture(page, "option");

    page.getByTestId("field-strike").fill("-1");
    sees(page.getByTestId("calculator")).containsText("must be a finite number above 0");
    page.getByTestId("function-search").fill("bond price");
    page.getByTestId("function-bonds-price").click();
    sees(page.getByTestId("figure-clean")).hasText("99.6872");
    picture(page, "bond");
    page.getByTestId("analysis-performance").click();
    page.getByTestId("palette-open").click();
    page.keyboard().type("account Managed");
    page.keyboard().press("Enter");
    sees(page.getByTestId("performance-annualSharpe")).hasText(Pattern.compile("−?\\d+\\.\\d\\d"));
    sees(page.getByTestId("performance-year").first()).containsText(Pattern.compile("20\\d\\d"));
    picture(page, "performance");
    page.getByTestId("analysis-close").click();
    sees(page.getByTestId("ticket-send")).isVisible();
    chromium.hadNothingToComplainOf(page, complaint -> complaint.contains("422"));
  }

  @Test
  void theCommandLineAnswersAsTheVenueDoes() throws Exception {
    venue.signIn("demo@ratel.local", "demo");
    JsonNode answer =
        venue
            .call(
                "POST",
                "/v1/quant/pricing/black-scholes",
                Map.of(
                    "type",
                    "call",
                    "strike",
                    65,
                    "spot",
                    60,
                    "rate",
                    0.08,
                    "years",
                    0.25,
                    "volatility",
                    0.3))
            .body();
    VenueProcess.Ran said =
        VenueProcess.run(
            List.of("quant", "pricing", "black-scholes", "--json", "-"), Map.of(), OPTION);
    assertThat(said.exitCode()).isZero();
    assertThat(said.output()).contains("\"inputsHash\":" + answer.get("inputsHash"));
    assertThat(answer.get("price").asDouble()).isCloseTo(2.133368, offset(1e-6));
    VenueProcess.Ran refused =
        VenueProcess.run(
            List.of("quant", "pricing", "black-scholes", "--json", "-"),
            Map.of(),
            OPTION.replace("65", "0"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).contains("strike must be a finite number above 0");
    VenueProcess.Ran batch =
        VenueProcess.run(
            List.of("quant", "pricing", "black-scholes", "--batch", "--json", "-"),
            Map.of(),
            "{\"items\":[" + OPTION + "," + OPTION.replace("65", "0") + "]}");
    assertThat(batch.exitCode()).isZero();
    assertThat(batch.output()).contains("\"price\":2.13336").contains("\"error\"");
  }
}
