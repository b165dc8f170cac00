package io.ratel.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.DangerousClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.identity.User;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {
  private TestVenue venue;
  private TestClient operator;
  private DangerousClient proven;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    operator = venue.as(venue.operator);
    proven = byPassword(venue.operator);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private DangerousClient byPassword(User user) {
    return new DangerousClient(venue.as(user), "\"password\":\"secret\"");
  }

  private Response signIn(String email, String password) {
    return venue
        .anyone()
        .post("/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private static String path(User user, String what) {
    return "/v1/users/" + user.id() + what;
  }

  private Response put(String path, String body) {
    return operator.send(operator.request(path).PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void usersAreListedPageByPageToOperatorsAlone() {
    Response first = operator.get("/v1/users?limit=2");
    assertThat(first.at("items.1.email")).isEqualTo("bob@example.test");
    assertThat(first.body()).doesNotContain("password", "argon2");
    Response second = operator.get("/v1/users?limit=2&cursor=" + first.at("next"));

    assertThat(second.at("items.0.role")).isEqualTo("OPERATOR");
    assertThat(second.at("next")).isEqualTo("null");
    assertThat(venue.as(venue.ann).get("/v1/users").code()).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void aPersonIsAddedAndSignsIn() {
    String eve = "{\"email\":\"Eve@Example.test\",\"password\":\"long enough\"}";
    assertThat(operator.post("/v1/users", eve).code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
    Response made = proven.post("createUser", "/v1/users", eve);
    assertThat(made.status()).as(made.body()).isEqualTo(201);

    Response session = signIn("eve@example.test", "long enough");
    assertThat(session.at("userId")).isEqualTo(made.at("id"));
    assertThat(session.at("accountId")).isNotEqualTo("null");
    assertThat(proven.post("createUser", "/v1/users", eve).code()).isEqualTo("409 ADDRESS_TAKEN");
    String weak = "{\"email\":\"f@example.test\",\"password\":\"short\"}";
    Response refused = proven.post("createUser", "/v1/users", weak);
    assertThat(refused.code()).isEqualTo("400 INVALID_FIELD");
    assertThat(refused.body()).doesNotContain("short\"");
  }

  @Test
  void aChangedPasswordSignsTheOtherSessionsOut() {
    String elsewhere = signIn("ann@example.test", "secret").at("token");
    String here = signIn("ann@example.test", "secret").at("token");
    TestClient client = new TestClient(venue, Optional.of(here));
    DangerousClient ann = new DangerousClient(client, "\"password\":\"secret\"");
    String path = "/v1/me/password";
    assertThat(ann.put("changePassword", path, "{\"password\":\"short\"}").code())
        .isEqualTo("400 INVALID_FIELD");
    Response changed = ann.put("changePassword", path, "{\"password\":\"long enough\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);

    assertThat(client.get("/v1/me").status()).isEqualTo(200);
    assertThat(new TestClient(venue, Optional.of(elsewhere)).get("/v1/me").code())
        .isEqualTo("401 TOKEN_EXPIRED");
    assertThat(signIn("ann@example.test", "secret").code()).isEqualTo("401 INVALID_CREDENTIALS");
    assertThat(signIn("ann@example.test", "long enough").status()).isEqualTo(201);
  }

  @Test
  void anOperatorGivesAnotherPasswordToWhoHasLostIt() {
    TestClient ann = venue.as(venue.ann);
    String path = path(venue.ann, "/password");
    String body = "{\"password\":\"long enough\"}";
    assertThat(byPassword(venue.bob).put("resetPassword", path, body).code())
        .isEqualTo("403 FORBIDDEN");
    assertThat(proven.put("resetPassword", path, body).status()).isEqualTo(204);

    assertThat(ann.get("/v1/me").code()).isEqualTo("401 TOKEN_EXPIRED");
    venue.pass(Duration.ofMillis(5)); // the barrier is of the moment before
    assertThat(signIn("ann@example.test", "long enough").status()).isEqualTo(201);
    assertThat(proven.put("resetPassword", "/v1/users/99/password", body).code())
        .isEqualTo("404 UNKNOWN_USER");
  }

  @Test
  void aServiceHasKeysAndCannotSignIn() {
    Response made =
        proven.post("createUser", "/v1/users", "{\"kind\":\"SERVICE\",\"name\":\"Hedger\"}");
    assertThat(made.at("kind")).isEqualTo("SERVICE");
    String keys = "/v1/users/" + made.at("id") + "/keys";
    Response key =
        proven.post("createServiceKey", keys, "{\"name\":\"k\",\"scopes\":[\"trading\"]}");
    TestClient service = new TestClient(venue, Optional.of(key.at("secret")));

    assertThat(service.get("/v1/me").at("name")).isEqualTo("Hedger");
    assertThat(service.get("/v1/users").code()).isEqualTo("403 FORBIDDEN");
    assertThat(
            proven.post("createServiceKey", keys, "{\"name\":\"k\",\"scopes\":[\"nodes\"]}").code())
        .isEqualTo("400 INVALID_FIELD");
    String anns = path(venue.ann, "/keys");
    assertThat(proven.post("createServiceKey", anns, "{\"name\":\"k\",\"scopes\":[]}").code())
        .as("a person makes its own")
        .isEqualTo("404 UNKNOWN_USER");
  }

  @Test
  void aSuspendedUserIsOutAtOnceAndInAgainWhenLet() {
    TestClient ann = venue.as(venue.ann);
    String key = ann.post("/v1/keys", "{\"name\":\"b\",\"scopes\":[\"trading\"]}").at("secret");
    TestClient byKey = new TestClient(venue, Optional.of(key));
    assertThat(byKey.get("/v1/accounts").status()).isEqualTo(200);
    String state = path(venue.ann, "/state");
    Response suspended = proven.put("setUserState", state, "{\"state\":\"SUSPENDED\"}");
    assertThat(suspended.at("state")).isEqualTo("SUSPENDED");

    assertThat(ann.get("/v1/me").code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(byKey.get("/v1/accounts").code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(signIn("ann@example.test", "secret").code()).isEqualTo("401 INVALID_CREDENTIALS");
    proven.put("setUserState", state, "{\"state\":\"ACTIVE\"}");
    venue.pass(Duration.ofMillis(5)); // the barrier is of the moment before
    assertThat(signIn("ann@example.test", "secret").status()).isEqualTo(201);
  }

  @Test
  void anOperatorDoesNotLockItselfOut() {
    for (String what : new String[] {"/state", "/role"}) {
      String body = what.equals("/state") ? "{\"state\":\"SUSPENDED\"}" : "{\"role\":\"TRADER\"}";
      String operation = what.equals("/state") ? "setUserState" : "setUserRole";
      assertThat(proven.put(operation, path(venue.operator, what), body).code())
          .isEqualTo("403 FORBIDDEN");
    }
    assertThat(proven.delete("deleteUser", path(venue.operator, "")).code())
        .isEqualTo("403 FORBIDDEN");
  }

  /** A29, A31: nobody raises itself. */
  @Test
  void aRoleIsGivenByOperatorsAndCountsAtOnce() {
    DangerousClient ann = byPassword(venue.ann);
    String role = path(venue.ann, "/role");
    assertThat(ann.put("setUserRole", role, "{\"role\":\"OPERATOR\"}").code())
        .isEqualTo("403 FORBIDDEN");
    proven.put("setUserRole", role, "{\"role\":\"OPERATOR\"}");
    venue.pass(Duration.ofMillis(5));

    assertThat(venue.as(venue.ann).get("/v1/users").status()).isEqualTo(200);
  }

  @Test
  void aLicenseIsShownToItsUser() {
    assertThat(venue.as(venue.ann).get("/v1/me").at("license")).isEqualTo("FREE");
    Response set = put(path(venue.ann, "/license"), "{\"license\":\"PRO\"}");

    assertThat(set.status()).as(set.body()).isEqualTo(200);
    assertThat(venue.as(venue.ann).get("/v1/me").at("license")).isEqualTo("PRO");
    assertThat(put("/v1/users/999/license", "{\"license\":\"PRO\"}").code())
        .isEqualTo("404 UNKNOWN_USER");
    assertThat(put(path(venue.ann, "/license"), "{\"license\":\"GOLD\"}").code())
        .isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void aUserWithMoneyIsNotDeletedAndIsToldWhatIsLeft() {
    Response refused = byPassword(venue.ann).delete("deleteMe", "/v1/me");

    assertThat(refused.code()).isEqualTo("409 ACCOUNTS_NOT_EMPTY");
    assertThat(refused.at("error.message")).contains("USD in account 10", "BTC in account 10");
  }

  @Test
  void aUserWhoLeavesGetsAReceiptAndIsGone() {
    String eve = "{\"email\":\"eve@example.test\",\"password\":\"long enough\"}";
    Response made = proven.post("createUser", "/v1/users", eve);
    Response session = signIn("eve@example.test", "long enough");
    TestClient client = new TestClient(venue, Optional.of(session.at("token")));
    assertThat(client.delete("/v1/me").code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
    Response gone =
        new DangerousClient(client, "\"password\":\"long enough\"").delete("deleteMe", "/v1/me");

    assertThat(gone.status()).as(gone.body()).isEqualTo(200);
    assertThat(gone.at("userId")).isEqualTo(made.at("id"));
    assertThat(client.get("/v1/me").status()).isEqualTo(401);
    assertThat(signIn("eve@example.test", "long enough").status()).isEqualTo(401);
    Response receipt = operator.get("/v1/deletions/" + made.at("id"));
    assertThat(receipt.body()).isEqualTo(gone.body()).doesNotContain("eve");
  }

  @Test
  void nobodyJoinsAloneUnlessItIsOpenToAll() {
    String eve = "{\"email\":\"eve@example.test\",\"password\":\"long enough\"}";
    assertThat(venue.anyone().post("/v1/users/register", eve).code()).isEqualTo("404 NOT_OFFERED");
    try (TestVenue open = new TestVenue(URI.create("http://127.0.0.1:9"), true)) {
      assertThat(open.anyone().post("/v1/users/register", eve).status()).isEqualTo(201);
      String operator =
          "{\"email\":\"o@example.test\",\"password\":\"long enough\",\"role\":\"OPERATOR\"}";
      assertThat(open.anyone().post("/v1/users/register", operator).code())
          .as("A31")
          .isEqualTo("400 UNKNOWN_FIELD");
    }
  }

  /** What a visitor may see belongs to nobody, and nothing of it is kept: there is no session. */
  @Test
  void aVisitorReadsWhatIsPublicAndWritesNothing() {
    TestClient visitor = venue.anyone();
    for (String path : new String[] {"/v1/instruments", "/v1/markets/BTC-USD/book", "/v1/feeds"}) {
      Response seen = visitor.get(path);
      assertThat(seen.status()).as(path).isEqualTo(200);
      assertThat(seen.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(visitor.post("/v1/orders", "{}").code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(venue.identity.sessions.of(0, venue.now)).isEmpty();
  }
}
