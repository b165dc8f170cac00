package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private TestVenue venue;
  private TestClient anyone;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    anyone = venue.anyone();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Response signIn(String email, String password) {
    return anyone.post(
        "/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private TestClient with(String token) {
    return new TestClient(venue, Optional.of(token));
  }

  @Test
  void signsInAndOpensTheDoors() {
    Response session = signIn(" Ann@Example.test ", "secret");

    assertThat(session.status()).isEqualTo(201);
    assertThat(session.at("userId")).isEqualTo(Long.toString(venue.ann.id()));
    assertThat(session.at("accountId")).isEqualTo("10");
    assertThat(session.at("expiresAt")).isEqualTo("2026-01-02T03:19:06Z");
    Response accounts = with(session.at("token")).get("/v1/accounts");
    assertThat(accounts.at("items")).contains("\"10\"", "\"Main\"", "\"11\"", "\"Second\"");
  }

  @Test
  void answersAWrongPasswordAndAnUnknownUserAlike() {
    Response wrong = signIn("ann@example.test", "Secret");
    Response unknown = signIn("eve@example.test", "secret");

    assertThat(wrong.code()).isEqualTo("401 INVALID_CREDENTIALS");
    assertThat(unknown.code()).isEqualTo("401 INVALID_CREDENTIALS");
    assertThat(unknown.at("error.message")).isEqualTo(wrong.at("error.message"));
    assertThat(signIn("ann@example.test", "").code()).isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void neverRepeatsAPassword() {
    Response response =
        anyone.post("/v1/sessions", "{\"email\":\"ann@example.test\",\"password\":123456}");

    assertThat(response.code()).isEqualTo("400 INVALID_FIELD");
    assertThat(response.body()).doesNotContain("123456");
  }

  @Test
  void renewsWithTheOuterTokenAlone() {
    Response session = signIn("ann@example.test", "secret");
    venue.pass(Duration.ofHours(11));
    Response stale = with(session.at("token")).get("/v1/accounts");
    Response renewed = renew(session.at("outerToken"));

    assertThat(stale.code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(renewed.status()).isEqualTo(201);
    assertThat(renewed.at("outerToken")).isEqualTo(session.at("outerToken"));
    assertThat(with(renewed.at("token")).get("/v1/accounts").status()).isEqualTo(200);
    assertThat(renew(renewed.at("token")).code()).isEqualTo("401 UNAUTHENTICATED");
    venue.pass(Duration.ofHours(2));
    assertThat(renew(session.at("outerToken")).code()).isEqualTo("401 TOKEN_EXPIRED");
  }

  private Response renew(String outerToken) {
    return anyone.post("/v1/sessions/renew", "{\"outerToken\":\"" + outerToken + "\"}");
  }

  @Test
  void doesNotOpenTheDoorsWithAnOuterToken() {
    String outer = signIn("ann@example.test", "secret").at("outerToken");

    assertThat(with(outer).get("/v1/accounts").code()).isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void signsOut() {
    assertThat(venue.as(venue.ann).delete("/v1/sessions").status()).isEqualTo(204);
    assertThat(anyone.delete("/v1/sessions").code()).isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void asksForASignInAtEveryPrivateDoor() {
    for (String path : List.of("/v1/accounts", "/v1/balances", "/v1/orders", "/v1/trades")) {
      assertThat(anyone.get(path).code()).isEqualTo("401 UNAUTHENTICATED");
      assertThat(with("a.b.c").get(path).code()).isEqualTo("401 UNAUTHENTICATED");
    }
    for (String path : List.of("/v1/orders", "/v1/deposits", "/v1/withdrawals", "/v1/transfers")) {
      assertThat(anyone.post(path, "{}").code()).isEqualTo("401 UNAUTHENTICATED");
    }
    Response basic =
        anyone.send(anyone.request("/v1/accounts").header("Authorization", "Basic YTpi"));
    assertThat(basic.code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(basic.at("error.message")).contains("Bearer");
  }
}
