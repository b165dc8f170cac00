package io.ratel.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.identity.User;
import io.ratel.security.token.Bearer;
import io.ratel.security.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Response signIn(String email) {
    return venue
        .anyone()
        .post("/v1/sessions", "{\"email\":\"%s\",\"password\":\"secret\"}".formatted(email));
  }

  private TestClient with(String token) {
    return new TestClient(venue, Optional.of(token));
  }

  private Response renew(String outer) {
    return venue.anyone().post("/v1/tokens/inner", "{\"outerToken\":\"" + outer + "\"}");
  }

  /** A3. */
  @Test
  void opensTheDoorsWithAnInnerTokenAlone() {
    for (TokenKind kind : List.of(TokenKind.OUTER, TokenKind.DANGER, TokenKind.STREAM)) {
      String token = venue.token(kind, new Bearer(venue.ann.id(), "s", "loopback"));
      assertThat(with(token).get("/v1/me").code()).isEqualTo("401 UNAUTHENTICATED");
    }
    assertThat(renew(venue.token(venue.ann)).code()).isEqualTo("401 UNAUTHENTICATED");
  }

  /** A6. */
  @Test
  void renewsNothingAfterTheSignOut() {
    Response session = signIn("ann@example.test");
    venue.pass(Duration.ofMillis(5));
    assertThat(with(session.at("token")).delete("/v1/sessions").status()).isEqualTo(204);

    assertThat(with(session.at("token")).get("/v1/me").code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(renew(session.at("outerToken")).status()).isEqualTo(401);
    venue.pass(Duration.ofMillis(5));
    assertThat(signIn("ann@example.test").status()).isEqualTo(201);
  }

  /** A6: the last inner token of a session ends with it. */
  @Test
  void anInnerTokenEndsWithItsOuterOne() {
    Response session = signIn("ann@example.test");
    venue.pass(Duration.ofHours(12).minusMinutes(5));
    Response last = renew(session.at("outerToken"));

    assertThat(last.at("expiresAt")).isEqualTo("2026-01-02T15:04:06Z");
  }

  /**
   * A8: renewals do not consume the outer token, so a race has nobody to lose: each answer is a
   * token of the same session, and one sign-out ends them all.
   */
  @Test
  void aHundredRenewalsAtOnceAreHarmless() throws Exception {
    Response session = signIn("ann@example.test");
    Set<String> tokens = ConcurrentHashMap.newKeySet();
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> renewals = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        renewals.add(workers.submit(() -> tokens.add(renew(session.at("outerToken")).at("token"))));
      }
      for (Future<Boolean> renewal : renewals) {
        assertThat(renewal.get()).isTrue();
      }
    }
    assertThat(tokens).hasSize(100).doesNotContain("");
    with(session.at("token")).delete("/v1/sessions");
    for (String token : tokens) {
      assertThat(with(token).get("/v1/me").status()).isEqualTo(401);
    }
  }

  @Test
  void signsOutEverywhere() {
    Response phone = signIn("ann@example.test");
    Response desk = signIn("ann@example.test");
    Response bob = signIn("bob@example.test");
    assertThat(with(phone.at("token")).delete("/v1/sessions/all").status()).isEqualTo(204);

    assertThat(with(desk.at("token")).get("/v1/me").status()).isEqualTo(401);
    assertThat(renew(desk.at("outerToken")).status()).isEqualTo(401);
    assertThat(with(bob.at("token")).get("/v1/me").status()).isEqualTo(200);
  }

  /** A7: the holder of the outer token goes on; whoever has the inner one alone does not. */
  @Test
  void refusesAnInnerTokenOfAnotherNetwork() {
    Response session = signIn("ann@example.test");
    String elsewhere =
        venue.token(TokenKind.INNER, new Bearer(venue.ann.id(), "stolen", "198.51.100.9"));

    assertThat(with(elsewhere).get("/v1/me").code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(with(session.at("token")).get("/v1/me").status()).isEqualTo(200);
  }

  /** A13. */
  @Test
  void aForgedForwardedHeaderDoesNotDodgeTheBarrierOfAnAddress() {
    Response session = signIn("ann@example.test");
    venue.barriers.raise(Barrier.Kind.IP, "loopback");

    Response forged =
        with(session.at("token"))
            .send(venue.anyone().request("/v1/me").header("X-Forwarded-For", "198.51.100.9").GET());
    assertThat(forged.code()).isEqualTo("401 TOKEN_EXPIRED");
  }

  private static String barrier(User user) {
    return "{\"scope\":\"USER\",\"subject\":\"" + user.id() + "\"}";
  }

  private Response mint(TestClient client, String operation, String resource, String body)
      throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    return client.post(
        "/v1/tokens/danger",
        ("{\"operation\":\"%s\",\"resource\":\"%s\",\"bodySha256\":\"%s\","
                + "\"password\":\"secret\"}")
            .formatted(operation, resource, HexFormat.of().formatHex(hash)));
  }

  private static Response raise(TestClient client, String body, String dangerToken) {
    return client.post("/v1/barriers", body, "Danger-Token", dangerToken);
  }

  @Test
  void anOperatorCallsTheTokensOfAUserBackWithADangerToken() throws Exception {
    TestClient operator = with(signIn("op@example.test").at("token"));
    String body = barrier(venue.ann);
    String danger = mint(operator, "raiseBarrier", "/v1/barriers", body).at("token");
    TestClient ann = venue.as(venue.ann);

    assertThat(operator.post("/v1/barriers", body).code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
    assertThat(ann.get("/v1/me").status()).isEqualTo(200);
    assertThat(raise(operator, body, danger).status()).isEqualTo(201);
    assertThat(ann.get("/v1/me").code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(raise(ann, body, danger).status()).isEqualTo(401);
    assertThat(raise(venue.as(venue.bob), body, danger).status()).isEqualTo(403);
  }

  /** A5. */
  @Test
  void refusesADangerTokenForAnythingElseOrTwice() throws Exception {
    TestClient operator = with(signIn("op@example.test").at("token"));
    String body = barrier(venue.bob);
    String needed = "403 DANGER_TOKEN_NEEDED";
    String elsewhere = mint(operator, "raiseBarrier", "/v1/other", body).at("token");
    String otherwise = mint(operator, "withdraw", "/v1/barriers", body).at("token");
    String changed = mint(operator, "raiseBarrier", "/v1/barriers", body + " ").at("token");
    String right = mint(operator, "raiseBarrier", "/v1/barriers", body).at("token");
    String late = mint(operator, "raiseBarrier", "/v1/barriers", body).at("token");
    TestClient again = with(signIn("op@example.test").at("token"));

    assertThat(raise(operator, body, elsewhere).code()).isEqualTo(needed);
    assertThat(raise(operator, body, otherwise).code()).isEqualTo(needed);
    assertThat(raise(operator, body, changed).code()).isEqualTo(needed);
    assertThat(raise(operator, barrier(venue.ann), right).code()).isEqualTo(needed);
    assertThat(raise(again, body, right).code()).isEqualTo(needed);
    assertThat(raise(operator, body, right).status()).isEqualTo(201);
    assertThat(raise(operator, body, right).code()).isEqualTo(needed);
    venue.pass(Duration.ofMinutes(10).plusSeconds(5));
    assertThat(raise(operator, body, late).code()).isEqualTo(needed);
  }

  @Test
  void mintsADangerTokenAfterThePasswordAlone() {
    Response wrong =
        venue
            .as(venue.operator)
            .post(
                "/v1/tokens/danger",
                "{\"operation\":\"a\",\"resource\":\"/\",\"bodySha256\":\"%s\",\"password\":\"x\"}"
                    .formatted("0".repeat(64)));
    assertThat(wrong.code()).isEqualTo("401 INVALID_CREDENTIALS");
  }

  /** A12. */
  @Test
  void refusesWhatIsDangerousWhileBarriersMayBeUnknown() throws Exception {
    TestClient operator = with(signIn("op@example.test").at("token"));
    String body = barrier(venue.ann);
    String danger = mint(operator, "raiseBarrier", "/v1/barriers", body).at("token");
    venue.barriers.confirm(-Duration.ofSeconds(1).toNanos());

    assertThat(raise(operator, body, danger).code()).isEqualTo("503 NOT_READY");
    assertThat(operator.get("/v1/me").status()).isEqualTo(200);
  }
}
