package io.ratel.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.DangerousClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.gateway.venue.trust.AuthenticatorApp;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
  private static final String TOTP = "/v1/factors/totp";
  private TestVenue venue;
  private TestClient ann;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    ann = with(signIn());
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Response signIn() {
    return venue
        .anyone()
        .post("/v1/sessions", "{\"email\":\"ann@example.test\",\"password\":\"secret\"}");
  }

  private TestClient with(Response session) {
    return new TestClient(venue, Optional.of(session.at("token")));
  }

  private DangerousClient byPassword() {
    return new DangerousClient(ann, "\"password\":\"secret\"");
  }

  private String code(String secret) {
    return AuthenticatorApp.code(secret, venue.now);
  }

  /** Sets one up; the secret, and the recovery codes as JSON. */
  private String[] enrol() {
    Response made = byPassword().post("beginTotp", TOTP, "");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String secret = made.at("secret");
    Response confirmed = ann.post(TOTP + "/confirmation", "{\"code\":\"" + code(secret) + "\"}");
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
    venue.pass(Duration.ofSeconds(30));
    return new String[] {secret, confirmed.at("codes")};
  }

  private Response prove(String challenge, String code) {
    return venue
        .anyone()
        .post(
            "/v1/sessions/factor",
            "{\"challenge\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
  }

  @Test
  void aUserWithoutAFactorSignsInInOneStep() {
    assertThat(signIn().status()).isEqualTo(201);
    assertThat(ann.get("/v1/factors").at("since")).isEqualTo("null");
  }

  @Test
  void aUserWithAFactorSignsInInTwoSteps() {
    String secret = enrol()[0];
    Response first = signIn();
    assertThat(first.code()).isEqualTo("401 SECOND_FACTOR_REQUIRED");
    assertThat(first.at("error.field")).isEqualTo("challenge");
    String challenge = first.at("error.value");

    assertThat(prove(challenge, "000000").code()).isEqualTo("401 INVALID_CREDENTIALS");
    String code = code(secret);
    Response second = prove(challenge, code);
    assertThat(second.status()).isEqualTo(201);
    assertThat(with(second).get("/v1/me").at("email")).isEqualTo("ann@example.test");
    assertThat(prove(challenge, code).code()).as("the challenge again").startsWith("401");
    assertThat(prove(signIn().at("error.value"), code).code())
        .as("the code again")
        .startsWith("401");
  }

  @Test
  void aChallengeIsOverAfterFiveMinutesAndNobodyMakesOneUp() {
    String secret = enrol()[0];
    String challenge = signIn().at("error.value");
    assertThat(prove("A".repeat(43), code(secret)).code()).isEqualTo("401 INVALID_CREDENTIALS");
    venue.pass(Duration.ofMinutes(5));

    assertThat(prove(challenge, code(secret)).code()).isEqualTo("401 INVALID_CREDENTIALS");
  }

  @Test
  void aRecoveryCodeOpensOnce() {
    String[] made = enrol();
    String recovery = made[1].substring(2, 21);

    assertThat(prove(signIn().at("error.value"), recovery).status()).isEqualTo(201);
    assertThat(prove(signIn().at("error.value"), recovery).status()).isEqualTo(401);
    assertThat(ann.get("/v1/factors").at("recoveryCodesLeft")).isEqualTo("9");
  }

  @Test
  void whatIsDangerousNeedsTheFactorOfWhoHasOne() {
    String secret = enrol()[0];
    assertThat(byPassword().delete("removeTotp", TOTP).code())
        .isEqualTo("401 SECOND_FACTOR_REQUIRED");
    DangerousClient byCode = new DangerousClient(ann, "\"code\":\"" + code(secret) + "\"");

    assertThat(byCode.delete("removeTotp", TOTP).status()).isEqualTo(204);
    assertThat(signIn().status()).isEqualTo(201);
  }

  @Test
  void aFactorIsNeitherSetUpNorReplacedByATokenAlone() {
    assertThat(ann.post(TOTP, "").code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
    String secret = enrol()[0];
    DangerousClient byCode = new DangerousClient(ann, "\"code\":\"" + code(secret) + "\"");

    assertThat(byCode.post("beginTotp", TOTP, "").code()).isEqualTo("409 FACTOR_EXISTS");
    assertThat(ann.delete(TOTP).code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
  }

  @Test
  void aWrongFirstCodeTurnsNothingOn() {
    byPassword().post("beginTotp", TOTP, "");

    assertThat(ann.post(TOTP + "/confirmation", "{\"code\":\"123\"}").code())
        .isEqualTo("422 INVALID_CODE");
    assertThat(signIn().status()).isEqualTo(201);
  }

  @Test
  void theSessionsOfAUserAreListedAndEndedByItAlone() {
    Response other = signIn();
    Response list = ann.get("/v1/sessions");
    assertThat(list.json().get("items")).hasSize(2);
    assertThat(list.at("items.0.address")).isEqualTo("127.0.0.1");
    assertThat(list.at("items.0.method")).isEqualTo("password");
    String id = id(with(other));

    assertThat(venue.as(venue.bob).delete("/v1/sessions/" + id).code())
        .isEqualTo("404 UNKNOWN_SESSION");
    assertThat(ann.delete("/v1/sessions/" + id).status()).isEqualTo(204);
    assertThat(with(other).get("/v1/me").code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(ann.get("/v1/me").status()).isEqualTo(200);
    assertThat(ann.get("/v1/sessions").json().get("items")).hasSize(1);
  }

  private static String id(TestClient client) {
    for (JsonNode each : client.get("/v1/sessions").json().get("items")) {
      if (each.get("current").asBoolean()) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError("no session is the current one");
  }
}
