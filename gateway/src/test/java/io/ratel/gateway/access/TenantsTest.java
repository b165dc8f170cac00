package io.ratel.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.permission.Audience;
import io.ratel.security.permission.Permissions;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two users who know each other's numbers. */
class TenantsTest {
  private static final String NOT_THERE = "918273645";

  private TestVenue venue;
  private TestClient ann;
  private TestClient bob;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
    bob = venue.as(venue.bob);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private void eachOperation(BiConsumer<String, JsonNode> what) {
    for (Map.Entry<String, JsonNode> path :
        venue.anyone().get("/openapi.json").json().get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        what.accept(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), verb.getValue());
      }
    }
  }

  private static Response ask(TestClient who, String route, String body) {
    String[] parts = route.split(" ", 2);
    HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
    return who.send(who.request(parts[1]).method(parts[0], sent));
  }

  /** The same answer but for its ray and the number that was asked for. */
  private static String without(Response answer, String id) {
    return answer.status()
        + answer
            .body()
            .replaceAll("\"rayId\":\"[^\"]*\"", "")
            .replace("'" + id + "'", "'ID'")
            .replace("\"" + id + "\"", "\"ID\"");
  }

  /**
   * A30: what is another's, and what is not there at all, are told apart by nothing: the answer is
   * the same, and so is the work it takes, which is what its time tells.
   */
  @Test
  void whatIsAnothersIsNotThere() {
    String order =
        ann.post(
                "/v1/orders",
                "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\","
                    + "\"price\":\"1\",\"quantity\":\"1\"}")
            .at("id");
    String key = ann.post("/v1/keys", "{\"name\":\"b\",\"scopes\":[\"trading\"]}").at("key.id");
    String pool = ann.post("/v1/pools", "{\"name\":\"Club\"}").at("id");
    List<String> differences = new ArrayList<>();
    List<String> met = new ArrayList<>();
    bob.get("/v1/me"); // who bob is, is looked up once
    eachOperation(
        (route, operation) -> {
          boolean private_ =
              Permissions.of(operation.path("operationId").asText())
                  .filter(rule -> rule.audience() == Audience.SIGNED_IN)
                  .isPresent();
          if (!private_ || !route.contains("{id}")) {
            return;
          }
          String mine =
              route.contains("/orders/")
                  ? order
                  : route.contains("/keys/")
                      ? key
                      : route.contains("/pools/") ? pool : Long.toString(TestVenue.ANN_ACCOUNT);
          String rest = route.replace("{userId}", "1").replace("{invitationId}", "1");
          venue.work.take();
          Response others = ask(bob, rest.replace("{id}", mine), "{}");
          List<String> othersWork = venue.work.take();
          Response nobodys = ask(bob, rest.replace("{id}", NOT_THERE), "{}");
          List<String> nobodysWork = venue.work.take();
          met.add(route);
          String one = without(others, mine);
          String other = without(nobodys, NOT_THERE);
          if (!one.equals(other) || others.status() < 400) {
            differences.add(route + ": " + one + " / " + other);
          }
          if (!othersWork.equals(nobodysWork)) {
            differences.add(route + ": " + othersWork + " / " + nobodysWork);
          }
        });
    assertThat(differences).isEmpty();
    assertThat(met).hasSizeGreaterThan(15);
  }

  /** A31: nobody gives himself a role, a pool or a slot by sending it along. */
  @Test
  void aFieldThatTheOperationDoesNotHaveIsRefused() {
    List<String> differences = new ArrayList<>();
    List<String> met = new ArrayList<>();
    TestClient operator = venue.as(venue.operator);
    eachOperation(
        (route, operation) -> {
          if (!operation.has("requestBody") || route.contains("/tokens/danger")) {
            return;
          }
          for (String field : List.of("slot", "isOperator", "owner")) {
            Response answer =
                ask(
                    operator,
                    route
                        .replace("{area}", "indicators")
                        .replace("{name}", "sma")
                        .replaceAll("\\{\\w+}", "7"),
                    "{\"" + field + "\":\"OPERATOR\"}");
            met.add(route);
            boolean refused =
                answer.code().equals("400 UNKNOWN_FIELD")
                    || answer.code().equals("422 INVALID_INPUT") // of a calculation
                    || answer.code().equals("403 DANGER_TOKEN_NEEDED");
            if (!refused) {
              differences.add(route + " with " + field + ": " + answer.code());
            }
          }
        });
    assertThat(differences).isEmpty();
    assertThat(met).hasSizeGreaterThan(40);
  }

  /** A37: neither another's account nor all of them. */
  @Test
  void aTopicOfAnothersAccountOrOfAllIsRefused() throws Exception {
    try (StreamClient client = new StreamClient(venue)) {
      client.send("{\"auth\":\"" + venue.token(venue.bob) + "\"}");
      assertThat(client.reply().at("/authenticated").asBoolean()).isTrue();
      for (String topic :
          List.of(
              "account.10.portfolio",
              "account.10.orders",
              "account.*.orders",
              "account.#.portfolio",
              "account..orders",
              "account.>.events",
              "*.*.*",
              "account.10")) {
        client.send("{\"subscribe\":[\"" + topic + "\"],\"id\":1}");
        assertThat(client.reply().at("/error/code").asText())
            .as(topic)
            .isIn("UNKNOWN_ACCOUNT", "UNKNOWN_TOPIC");
      }
    }
  }
}
