package io.ratel.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.DangerousClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.audit.Act;
import io.ratel.security.audit.AuditRecord;
import io.ratel.security.audit.Outcome;
import io.ratel.security.pool.PoolRole;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static Response put(TestClient client, String path, String body) {
    return client.send(client.request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Response kill(boolean engaged) {
    return put(
        venue.as(venue.operator), "/v1/kill-switches/venue/all", "{\"engaged\":" + engaged + "}");
  }

  private Response deposit(TestClient client, String amount) {
    return client.post(
        "/v1/deposits",
        "{\"accountId\":\"10\",\"asset\":\"USD\",\"amount\":\"" + amount + "\"}",
        "Idempotency-Key",
        "key-" + amount);
  }

  /** Nothing leaves the log, so what a user may have deleted must not come in. */
  @Test
  void whoAUserIsStaysOutOfTheLog() {
    DangerousClient operator =
        new DangerousClient(venue.as(venue.operator), "\"password\":\"secret\"");
    String eve =
        "{\"email\":\"eve@example.test\",\"password\":\"long enough\",\"name\":\"Eve E.\"}";
    Response made = operator.post("createUser", "/v1/users", eve);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Act act = venue.audit.newest();

    assertThat(act.operation()).isEqualTo("createUser");
    assertThat(act.toString())
        .contains("\"id\":\"" + made.at("id") + "\"")
        .doesNotContain("eve@", "Eve E.", "long enough");
  }

  /** A secret that is shown once is shown to its owner, and to no reader of the log. */
  @Test
  void whatIsShownOnceStaysOutOfTheLog() {
    DangerousClient operator =
        new DangerousClient(venue.as(venue.operator), "\"password\":\"secret\"");
    Response service =
        operator.post("createUser", "/v1/users", "{\"kind\":\"SERVICE\",\"name\":\"Bot\"}");
    assertThat(service.status()).as(service.body()).isEqualTo(201);
    Response key =
        operator.post(
            "createServiceKey",
            "/v1/users/" + service.at("id") + "/keys",
            "{\"name\":\"bot\",\"scopes\":[\"trading\"]}");
    assertThat(key.status()).as(key.body()).isEqualTo(201);
    assertThat(venue.audit.newest().operation()).isEqualTo("createServiceKey");
    assertThat(venue.audit.newest().after()).contains(key.at("id"));
    assertThat(venue.audit.newest().toString()).doesNotContain(key.at("secret"));
  }

  /** Power over a pool is power, whoever has it. */
  @Test
  void whatOwnersDoToTheirPoolsIsWritten() {
    TestClient ann = venue.as(venue.ann);
    Response pool = ann.post("/v1/pools", "{\"name\":\"Eve's club\"}");
    long poolId = Long.parseLong(pool.at("id"));
    String path = "/v1/pools/" + poolId;
    Response invited = ann.post(path + "/invitations", "{\"role\":\"MODERATOR\"}");
    assertThat(invited.status()).isEqualTo(201);
    assertThat(venue.audit.newest().operation()).isEqualTo("inviteToPool");
    assertThat(venue.audit.newest().after()).contains("MODERATOR");
    assertThat(venue.audit.newest().toString()).doesNotContain(invited.at("code"));

    venue.pools.put(poolId, venue.bob.id(), PoolRole.ASSOCIATE);
    String member = path + "/members/" + venue.bob.id();
    assertThat(ann.get(member).at("role")).isEqualTo("ASSOCIATE");
    assertThat(ann.patch(member, "{\"role\":\"MODERATOR\"}").status()).isEqualTo(200);
    Act raised = venue.audit.newest();
    assertThat(raised.operation()).isEqualTo("setPoolRole");
    assertThat(raised.who()).isEqualTo(venue.ann.id());
    assertThat(raised.before()).contains("\"role\":\"ASSOCIATE\"");
    assertThat(raised.after()).contains("\"role\":\"MODERATOR\"").doesNotContain("bob@");

    HttpRequest.Builder leave = ann.request(member).DELETE();
    assertThat(ann.send(leave).status()).isEqualTo(204);
    assertThat(venue.audit.newest().operation()).isEqualTo("removePoolMember");
    assertThat(venue.audit.records.toString()).doesNotContain("Eve's club");
  }

  @Test
  void anOperatorsActIsWrittenWithWhoWhatAndWhence() {
    Response opened =
        put(venue.as(venue.operator), "/v1/instruments/BTC-USD/state", "{\"state\":\"auction\"}");
    assertThat(opened.status()).isEqualTo(200);
    Act act = venue.audit.newest();

    assertThat(act.operation()).isEqualTo("setState");
    assertThat(act.resource()).isEqualTo("/v1/instruments/BTC-USD/state");
    assertThat(act.who()).isEqualTo(venue.operator.id());
    assertThat(act.credential()).startsWith("session ");
    assertThat(act.outcome()).isEqualTo(Outcome.DONE);
    assertThat(act.request()).isEqualTo("{\"symbol\":\"BTC-USD\",\"state\":\"auction\"}");
    assertThat(act.before()).contains("\"symbol\":\"BTC-USD\"", "\"state\":\"");
    assertThat(act.after()).contains("\"symbol\":\"BTC-USD\"", "\"state\":\"");
    assertThat(act.rayId()).isEqualTo(opened.headers().firstValue("X-Ray-Id").orElseThrow());
    assertThat(act.address()).isEqualTo("127.0.0.1");
    assertThat(act.at()).isEqualTo(venue.now.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void depositsAndLimitsAreWrittenWhenAnOperatorSetsThemAndNotWhenTheirUserDoes() {
    assertThat(deposit(venue.as(venue.ann), "1").status()).isEqualTo(201);
    String limits = "/v1/accounts/10/limits";
    assertThat(put(venue.as(venue.ann), limits, "{\"openOrders\":5}").status()).isEqualTo(200);
    assertThat(venue.audit.records).isEmpty();

    assertThat(deposit(venue.as(venue.operator), "2").status()).isEqualTo(201);
    assertThat(venue.audit.newest().after()).contains("\"amount\":\"2.00000000\"");
    assertThat(put(venue.as(venue.operator), limits, "{\"openOrders\":7}").status()).isEqualTo(200);
    assertThat(venue.audit.newest().operation()).isEqualTo("setLimits");
    assertThat(venue.audit.newest().before()).contains("\"accountId\":\"10\"");
  }

  @Test
  void whatWasRefusedHadNoEffectAndIsNotWritten() {
    assertThat(put(venue.as(venue.ann), "/v1/kill-switches/venue/all", "{\"engaged\":true}").code())
        .isEqualTo("403 FORBIDDEN");
    assertThat(put(venue.as(venue.operator), "/v1/kill-switches/venue/all", "{}").code())
        .isEqualTo("400 MISSING_FIELD");
    assertThat(venue.audit.records).isEmpty();
  }

  @Test
  void signInsAndFailuresAreWrittenWithoutAddressOrPassword() {
    for (String email : List.of("ann@example.test", "nobody@example.test")) {
      for (String password : List.of("secret", "wrong")) {
        venue
            .anyone()
            .post(
                "/v1/sessions", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
      }
    }
    List<Act> acts = venue.audit.records.stream().map(AuditRecord::act).toList();

    assertThat(acts)
        .extracting(Act::who, Act::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(venue.ann.id(), Outcome.DONE),
            org.assertj.core.groups.Tuple.tuple(venue.ann.id(), Outcome.REFUSED),
            org.assertj.core.groups.Tuple.tuple(0L, Outcome.REFUSED),
            org.assertj.core.groups.Tuple.tuple(0L, Outcome.REFUSED));
    assertThat(acts.toString()).doesNotContain("example.test", "wrong", "secret");
  }

  @Test
  void anActThatCannotBeWrittenIsNotAcknowledged() {
    venue.audit.away = true;
    Response response = kill(true);

    assertThat(response.code()).isEqualTo("503 AUDIT_UNAVAILABLE");
    assertThat(response.at("error.message")).contains("it may have been done");
    assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(200);
  }

  @Test
  void operatorsReadItNewestFirstWithFiltersAndPages() {
    for (int i = 0; i < 5; i++) {
      kill(i % 2 == 0);
      venue.pass(Duration.ofSeconds(1));
    }
    deposit(venue.as(venue.operator), "3");
    TestClient operator = venue.as(venue.operator);

    Response first = operator.get("/v1/audit?operation=setKillSwitch&limit=2");
    assertThat(first.at("items.0.id")).isEqualTo("5");
    assertThat(first.at("items.0.hash")).hasSize(64);
    assertThat(first.at("next")).isEqualTo("4");
    Response second = operator.get("/v1/audit?operation=setKillSwitch&limit=3&cursor=4");
    assertThat(second.json().get("items")).hasSize(3);
    assertThat(second.json().get("next").isNull()).isTrue();
    assertThat(operator.get("/v1/audit?who=" + venue.ann.id()).json().get("items")).isEmpty();
    String from = TestVenue.NOW.plusSeconds(1).toString();
    String to = TestVenue.NOW.plusSeconds(3).toString();
    assertThat(operator.get("/v1/audit?from=" + from + "&to=" + to).json().get("items")).hasSize(2);
    assertThat(operator.get("/v1/audit?from=" + to + "&to=" + from).code())
        .isEqualTo("400 INVALID_FIELD");
    assertThat(operator.get("/v1/audit?who=me").code()).isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void theVerificationNamesTheFirstBreak() {
    kill(true);
    kill(false);
    TestClient operator = venue.as(venue.operator);
    Response intact = operator.get("/v1/audit/verification");
    assertThat(intact.at("intact")).isEqualTo("true");
    assertThat(intact.at("newest")).isEqualTo(venue.audit.records.getLast().link().toString());

    venue.audit.records.removeFirst();
    Response broken = operator.get("/v1/audit/verification");
    assertThat(broken.at("intact")).isEqualTo("false");
    assertThat(broken.at("broken")).isEqualTo("1");
    assertThat(broken.at("fault")).contains("record 1 is missing");
  }
}
