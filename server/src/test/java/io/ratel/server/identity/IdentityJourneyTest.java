package io.ratel.server.identity;

import static io.ratel.server.Chromium.picture;
import static io.ratel.server.Chromium.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.ratel.server.Chromium;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who secures the way in, in a real browser with a virtual device for passkeys. */
class IdentityJourneyTest {
  private static final Pattern SET = Pattern.compile("[A-Z2-7]{32}");
  private static final String OPERATOR = "op@example.test";
  private static final String PASSWORD = "correct horse";
  private static Chromium chromium;
  private static VenueProcess venue;
  @TempDir private Path folder;

  @BeforeAll
  static void open(@TempDir Path directory) {
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

  /** At the site's own name: an address is no site to a device. */
  private static Page page() {
    Page page = chromium.page(venue, "BTC-USD", 1440, 900);
    page.navigate("http://localhost:" + venue.port + "/?symbol=BTC-USD");
    return page;
  }

  /** A device that makes sure who uses it and keeps what it makes. */
  private static void plugIn(Page page) {
    CDPSession devtools = page.context().newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    JsonObject device = new JsonObject();
    device.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", device);
  }

  private static void press(Page page, String testid) {
    page.getByTestId(testid).click();
  }

  private static void fill(Page page, String testid, String text) {
    page.getByTestId(testid).fill(text);
  }

  private static void openSecurity(Page page, String part) {
    press(page, "security-open");
    press(page, "security-" + part);
  }

  private static void signOut(Page page) {
    press(page, "security-close");
    press(page, "sign-out");
  }

  private static String code(String secret, long stepsFromNow) {
    return AuthenticatorApp.code(secret, Instant.now().plusSeconds(30 * stepsFromNow));
  }

  @Test
  void aPasskeyIsMadeSignsInAndIsTakenAway() {
    Page page = page();
    plugIn(page);
    Chromium.signIn(page, "demo@ratel.local", "demo");
    openSecurity(page, "passkeys");
    fill(page, "passkey-name", "Test laptop");
    press(page, "passkey-add");
    fill(page, "passkey-add-secret", "wrong");
    press(page, "passkey-add-do");
    sees(page.getByTestId("passkey-add-failure")).containsText("not the password");
    fill(page, "passkey-add-secret", "demo");
    press(page, "passkey-add-do");
    sees(page.getByTestId("passkey-row")).containsText("Test laptop");
    picture(page, "passkeys");

    signOut(page);
    press(page, "sign-in-passkey");
    sees(page.getByTestId("ticket-send")).isVisible();
    openSecurity(page, "sessions");
    sees(page.getByTestId("session-row").first()).containsText("by passkey");
    picture(page, "sessions");
    press(page, "security-passkeys");
    sees(page.getByTestId("passkey-row")).containsText("used 20");
    press(page, "passkey-rename");
    fill(page, "passkey-new-name", "Old laptop");
    press(page, "passkey-rename-do");
    sees(page.getByTestId("passkey-row")).containsText("Old laptop");
    press(page, "passkey-delete");
    press(page, "passkey-delete-passkey");
    sees(page.getByTestId("passkey-row")).hasCount(0);

    signOut(page);
    press(page, "sign-in-passkey");
    sees(page.getByTestId("sign-in-failure")).containsText("not known here");
    chromium.hadNothingToComplainOf(page, complaint -> complaint.contains("401"));
  }

  @Test
  void aSecondFactorIsSetUpAskedForAndTurnedOff() throws IOException {
    venue.token = "";
    try (VenueProcess own = venueOfAnOperator()) {
      Page page = chromium.page(own, "BTC-USD", 1440, 900);
      enter(page);
      openSecurity(page, "factor");
      press(page, "totp-begin");
      fill(page, "totp-begin-secret", PASSWORD);
      press(page, "totp-begin-do");
      sees(page.getByTestId("totp-secret")).hasText(SET);
      String secret = page.getByTestId("totp-secret").innerText();
      assertThat(page.getByTestId("totp-qr").evaluate("e => e.naturalWidth > 0")).isEqualTo(true);
      picture(page, "totp-qr");
      fill(page, "totp-code", code(secret, -1));
      press(page, "totp-confirm");
      sees(page.getByTestId("recovery-codes").locator("li")).hasCount(10);
      String recovery = page.getByTestId("recovery-codes").locator("li").first().innerText();
      picture(page, "recovery-codes");

      signOut(page);
      enter(page);
      fill(page, "sign-in-code", "000000");
      press(page, "sign-in-prove");
      sees(page.getByTestId("sign-in-failure")).containsText("not the code of now");
      picture(page, "second-step");
      fill(page, "sign-in-code", code(secret, 0));
      press(page, "sign-in-prove");
      sees(page.getByTestId("sign-out")).isVisible();

      Answer byPasswordAlone =
          own.call("POST", "/v1/sessions", Map.of("email", OPERATOR, "password", PASSWORD));
      assertThat(byPasswordAlone.body().at("/error/code").asText())
          .isEqualTo("SECOND_FACTOR_REQUIRED");
      openSecurity(page, "factor");
      press(page, "totp-remove");
      fill(page, "totp-remove-secret", recovery);
      press(page, "totp-remove-do");
      sees(page.getByTestId("totp-begin")).isVisible();
      own.signIn(OPERATOR, PASSWORD);
      chromium.hadNothingToComplainOf(page, complaint -> complaint.contains("401"));
    }
  }

  @Test
  void anOperatorAddsSuspendsAndDeletesAUser() throws IOException {
    try (VenueProcess own = venueOfAnOperator()) {
      Page page = chromium.page(own, "BTC-USD", 1440, 900);
      enter(page);
      press(page, "operate-open");
      press(page, "operate-users");
      fill(page, "user-email", "eve@example.test");
      fill(page, "user-password", "long enough");
      press(page, "user-add");
      prove(page, "user-add");
      sees(page.getByTestId("user-row").last()).containsText("eve@example.test");
      page.getByTestId("user-row").last().locator("button").click();
      page.getByTestId("user-license").selectOption("PRO");
      press(page, "user-license-set");
      sees(page.getByTestId("user-row").last()).containsText("Pro");
      press(page, "user-state-set");
      prove(page, "user-state-set");
      sees(page.getByTestId("user-row").last()).containsText("Suspended");
      picture(page, "users");
      Answer refused =
          own.call(
              "POST",
              "/v1/sessions",
              Map.of("email", "eve@example.test", "password", "long enough"));
      assertThat(refused.status()).isEqualTo(401);
      press(page, "user-delete");
      prove(page, "user-delete");
      sees(page.getByTestId("users")).not().containsText("eve@example.test");
      chromium.hadNothingToComplainOf(page, complaint -> false);
    }
  }

  private static void enter(Page page) {
    fill(page, "sign-in-email", OPERATOR);
    fill(page, "sign-in-password", PASSWORD);
    press(page, "sign-in-submit");
  }

  private static void prove(Page page, String testid) {
    fill(page, testid + "-secret", PASSWORD);
    press(page, testid + "-do");
  }

  @Test
  void aPersonJoinsWithGoogleComesBackAndLeavesForGood() throws IOException {
    Path config = folder.resolve("config.yaml");
    Path data = folder.resolve("google");
    int port = VenueProcess.freePort();
    try (BrowserIssuer issuer = new BrowserIssuer()) {
      Files.writeString(
          config,
          """
          security:
            registration: open
            google: {issuer: "%s", clientId: ratel-test, clientSecret: shh}
            telegram: {botToken: "12345:not-a-secret"}
          """
              .formatted(issuer.uri()));
      try (VenueProcess own =
          VenueProcess.upAt(port, data, "--demo", "--config", config.toString())) {
        Page page = chromium.page(own, "BTC-USD", 1440, 900);
        page.navigate("http://localhost:" + port + "/?symbol=BTC-USD");
        sees(page.getByTestId("sign-in-telegram"))
            .hasAttribute("href", Pattern.compile("bot_id=12345&origin=http%3A%2F%2Flocalhost"));
        picture(page, "ways-in");
        press(page, "sign-in-google");
        sees(page.getByTestId("sign-out")).isVisible();
        assertThat(page.url()).doesNotContain("signed-in", "code=", "state=");
        openSecurity(page, "linked");
        sees(page.getByTestId("linked-row")).containsText("gwen@elsewhere.test");
        picture(page, "linked");
        press(page, "security-sessions");
        sees(page.getByTestId("session-row")).containsText("by Google");

        press(page, "security-leave");
        page.getByTestId("leave-sure").check();
        press(page, "leave");
        picture(page, "leave");
        press(page, "leave-do");
        sees(page.getByTestId("sign-in-google")).isVisible();
        chromium.hadNothingToComplainOf(page, complaint -> complaint.contains("401"));
      }
    }
  }

  private VenueProcess venueOfAnOperator() throws IOException {
    Path secrets = folder.resolve("secrets.yaml");
    Files.writeString(secrets, "operator: {email: " + OPERATOR + ", password: " + PASSWORD + "}\n");
    return VenueProcess.up(folder.resolve("own"), "--demo", "--secrets", secrets.toString());
  }
}
