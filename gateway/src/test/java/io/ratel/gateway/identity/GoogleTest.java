package io.ratel.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.DangerousClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.token.TokenKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in with an issuer on this machine, by an honest browser and by others. */
class GoogleTest {
  private static final String CALLBACK = "/v1/sign-in/google/callback";
  private final AtomicReference<Instant> now = new AtomicReference<>(TestVenue.NOW);
  private TestIssuer issuer;
  private TestVenue venue;

  @BeforeEach
  void open() {
    issuer = new TestIssuer(now::get);
    venue = new TestVenue(issuer.uri(), true);
  }

  @AfterEach
  void close() {
    venue.close();
    issuer.close();
  }

  private void pass(Duration time) {
    venue.pass(time);
    now.set(venue.now);
  }

  /** A browser that has been sent to the issuer. */
  private record Departed(String cookie, URI away, String state) {
    static Departed of(Response begun, String location) {
      URI away = URI.create(location);
      String state = away.getQuery().replaceAll(".*[?&]state=([^&]+).*", "$1");
      return new Departed(cookieOf(begun), away, state);
    }
  }

  private static String cookieOf(Response response) {
    return response.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
  }

  private Departed depart() {
    Response begun = venue.anyone().get("/v1/sign-in/google");
    assertThat(begun.status()).isEqualTo(303);
    assertThat(begun.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax", "Path=/v1", "Max-Age=300");
    return Departed.of(begun, begun.headers().firstValue("Location").orElseThrow());
  }

  private Response back(String code, String state, String cookie) {
    TestClient anyone = venue.anyone();
    String query = "?code=" + code + "&state=" + state + "&scope=email%20openid&authuser=0";
    return anyone.send(anyone.request(CALLBACK + query).header("Cookie", cookie).GET());
  }

  private Response back(Departed browser) {
    return back(issuer.agree(browser.away()), browser.state(), browser.cookie());
  }

  private static String location(Response response) {
    assertThat(response.status()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  private Response take(Response returned) {
    return venue.anyone().post("/v1/sign-in/session", "", "Cookie", cookieOf(returned));
  }

  private void refused(Departed browser, String reason) {
    Response returned = back(browser);
    assertThat(location(returned)).isEqualTo("http://localhost:8080/?sign-in-failed=" + reason);
    assertThat(take(returned).code()).isEqualTo("401 INVALID_CREDENTIALS");
  }

  @Test
  void aNewPersonJoinsAndComesBackAsTheSameUserWithNoTokenInAUrl() {
    Response returned = back(depart());
    assertThat(location(returned)).isEqualTo("http://localhost:8080/?signed-in=google");
    assertThat(returned.headers().firstValue("Set-Cookie").orElse(""))
        .contains("SameSite=Strict", "HttpOnly");
    Response session = take(returned);
    assertThat(session.status()).as(session.body()).isEqualTo(201);
    assertThat(take(returned).code()).as("the session again").isEqualTo("401 INVALID_CREDENTIALS");
    TestClient ann = new TestClient(venue, Optional.of(session.at("token")));
    assertThat(ann.get("/v1/me").at("email")).isEqualTo("ann@elsewhere.test");
    assertThat(ann.get("/v1/accounts").json().get("items")).hasSize(1);

    issuer.claims.put("email", "other@elsewhere.test");
    assertThat(take(back(depart())).at("userId")).isEqualTo(session.at("userId"));
  }

  @Test
  void aCodeThatIsWrongOrWasUsedIsRefused() {
    Departed browser = depart();
    Response wrong = back("made-up", browser.state(), browser.cookie());
    assertThat(location(wrong)).endsWith("sign-in-failed=CODE");

    Departed first = depart();
    String code = issuer.agree(first.away());
    assertThat(location(back(code, first.state(), first.cookie()))).endsWith("signed-in=google");
    assertThat(location(back(code, first.state(), first.cookie())))
        .as("the state again")
        .endsWith("sign-in-failed=STATE");
    Departed second = depart();
    assertThat(location(back(code, second.state(), second.cookie())))
        .as("the code again")
        .endsWith("sign-in-failed=CODE");
  }

  @Test
  void aStateOfAnotherBrowserIsRefused() {
    Departed mine = depart();
    Departed theirs = depart();
    String code = issuer.agree(theirs.away());

    assertThat(location(back(code, theirs.state(), mine.cookie())))
        .endsWith("sign-in-failed=STATE");
    assertThat(location(back(issuer.agree(mine.away()), mine.state(), "other=cookie")))
        .endsWith("sign-in-failed=STATE");
  }

  @Test
  void aStateIsOverAfterFiveMinutes() {
    Departed browser = depart();
    String code = issuer.agree(browser.away());
    pass(Duration.ofMinutes(5));

    assertThat(location(back(code, browser.state(), browser.cookie())))
        .endsWith("sign-in-failed=STATE");
  }

  @Test
  void aCodeOfAnotherSignInDoesNotFitItsVerifier() {
    Departed mine = depart();
    Departed theirs = depart();
    String stolen = issuer.agree(theirs.away());

    assertThat(location(back(stolen, mine.state(), mine.cookie()))).endsWith("sign-in-failed=CODE");
  }

  /** A1 at an issuer: an unsigned token, and one that is signed with another algorithm's name. */
  @Test
  void aTokenThatIsNotSignedAsItMustBeIsRefused() {
    for (String algorithm : List.of("none", "HS256", "RS256", "ES384")) {
      issuer.algorithm = algorithm;
      refused(depart(), "TOKEN");
    }
  }

  @Test
  void aTokenForSomebodyElseOrAnotherSignInOrThatIsOverIsRefused() {
    long past = TestVenue.NOW.getEpochSecond() - 10;
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "aud", "another-client",
                "nonce", "another-nonce",
                "iss", "https://evil.test",
                "exp", past,
                "sub", "")
            .entrySet()) {
      Object before = issuer.claims.get(wrong.getKey());
      issuer.claims.put(wrong.getKey(), wrong.getValue());
      refused(depart(), "TOKEN");
      if (before == null) {
        issuer.claims.remove(wrong.getKey());
      } else {
        issuer.claims.put(wrong.getKey(), before);
      }
    }
    issuer.claims.put("aud", List.of("ratel-test", "another-client"));
    refused(depart(), "TOKEN");
  }

  @Test
  void anAddressThatWasNotVerifiedIsRefused() {
    issuer.claims.put("email_verified", false);
    refused(depart(), "UNVERIFIED");
  }

  @Test
  void aPresentUserIsFoundByItsLinkAndNeverByItsAddress() {
    issuer.claims.put("email", "ann@example.test");
    refused(depart(), "NO_USER");

    TestClient ann = venue.as(venue.ann);
    DangerousClient proven = new DangerousClient(ann, "\"password\":\"secret\"");
    Response begun = proven.post("linkGoogle", "/v1/identities/google", "");
    Departed browser = Departed.of(begun, begun.at("url"));
    assertThat(location(back(browser))).endsWith("/?linked=google");
    assertThat(ann.get("/v1/identities").at("items.0.label")).isEqualTo("ann@example.test");
    assertThat(take(back(depart())).at("userId")).isEqualTo(Long.toString(venue.ann.id()));

    DangerousClient bob = new DangerousClient(venue.as(venue.bob), "\"password\":\"secret\"");
    Response again = bob.post("linkGoogle", "/v1/identities/google", "");
    assertThat(location(back(Departed.of(again, again.at("url")))))
        .as("linked to another already")
        .endsWith("sign-in-failed=NOT_LINKED");
    String id = ann.get("/v1/identities").at("items.0.id");
    assertThat(bob.delete("unlinkIdentity", "/v1/identities/" + id).code())
        .isEqualTo("404 UNKNOWN_LINK");
    assertThat(proven.delete("unlinkIdentity", "/v1/identities/" + id).status()).isEqualTo(204);
    refused(depart(), "NO_USER");
  }

  @Test
  void aKeyThatIsRotatedIsFetchedAndNotMoreThanOnceInTenSeconds() {
    assertThat(location(back(depart()))).endsWith("signed-in=google");
    assertThat(issuer.keyFetches).hasValue(1);
    issuer.rotate();
    refused(depart(), "TOKEN");
    assertThat(issuer.keyFetches).as("asked a moment ago").hasValue(1);
    pass(Duration.ofSeconds(11));
    assertThat(location(back(depart()))).endsWith("signed-in=google");
    assertThat(issuer.keyFetches).hasValue(2);

    pass(Duration.ofSeconds(11));
    issuer.keys = TokenKeys.generate(); // which it does not publish
    refused(depart(), "TOKEN");
    refused(depart(), "TOKEN");
    assertThat(issuer.keyFetches).hasValue(3);
  }

  @Test
  void keysAreFetchedAnewAfterSixHours() {
    assertThat(location(back(depart()))).endsWith("signed-in=google");
    pass(Duration.ofHours(5));
    assertThat(location(back(depart()))).endsWith("signed-in=google");
    assertThat(issuer.keyFetches).hasValue(1);
    pass(Duration.ofHours(1).plusSeconds(1));
    assertThat(location(back(depart()))).endsWith("signed-in=google");
    assertThat(issuer.keyFetches).hasValue(2);
  }

  @Test
  void anIssuerThatIsAwayIsTold() {
    Departed browser = depart();
    String code = issuer.agree(browser.away());
    issuer.close();

    assertThat(location(back(code, browser.state(), browser.cookie())))
        .endsWith("sign-in-failed=UNREACHABLE");
    try (TestVenue lonely = new TestVenue()) {
      assertThat(lonely.anyone().get("/v1/sign-in/google").code()).isEqualTo("503 NOT_READY");
    }
  }
}
