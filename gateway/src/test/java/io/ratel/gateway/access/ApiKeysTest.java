package io.ratel.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.permission.Audience;
import io.ratel.security.permission.Feature;
import io.ratel.security.permission.Permissions;
import io.ratel.security.permission.Rule;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API keys, and the table of permissions asked for every combination. */
class ApiKeysTest {
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Response make(User user, String scopes, String more) {
    return venue
        .as(user)
        .post("/v1/keys", "{\"name\":\"bot\",\"scopes\":[" + scopes + "]" + more + "}");
  }

  private TestClient with(String key) {
    return new TestClient(venue, Optional.of(key));
  }

  @Test
  void aKeyActsForItsUserAndIsShownOnce() {
    Response made = make(venue.ann, "\"trading\"", "");
    assertThat(made.status()).isEqualTo(201);
    String key = made.at("secret");

    assertThat(with(key).get("/v1/accounts").at("items.0.id")).isEqualTo("10");
    HttpRequest.Builder header = venue.anyone().request("/v1/accounts").header("X-API-Key", key);
    assertThat(venue.anyone().send(header.GET()).status()).isEqualTo(200);
    assertThat(venue.as(venue.ann).get("/v1/keys").body())
        .contains(made.at("key.prefix"))
        .doesNotContain(key);
    byte[] kept =
        venue.apiKeys.findByPrefix(made.at("key.prefix").substring(3)).orElseThrow().hash();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).hasSize(32).isNotEqualTo(key);
  }

  /** A34. */
  @Test
  void aKeyOfAPublicGroupIsRefusedAtAPrivateDoor() {
    String key = make(venue.ann, "\"markets\"", "").at("secret");

    assertThat(with(key).get("/v1/balances").code()).isEqualTo("403 FORBIDDEN");
    assertThat(with(key).get("/v1/instruments").status()).isEqualTo(200);
  }

  /** A34. */
  @Test
  void aScopeBeyondTheUsersOwnIsRefused() {
    assertThat(make(venue.ann, "\"nodes\"", "").code()).isEqualTo("403 FORBIDDEN");
    assertThat(make(venue.operator, "\"nodes\"", "").status()).isEqualTo(201);
    assertThat(make(venue.ann, "\"everything\"", "").code()).isEqualTo("400 INVALID_FIELD");
    String key = make(venue.ann, "\"trading\"", "").at("secret");
    Response byKey = with(key).post("/v1/keys", "{\"name\":\"b\",\"scopes\":[\"vaults\"]}");
    assertThat(byKey.code()).isEqualTo("403 FORBIDDEN");
  }

  /** A34: and the answer does not repeat it. */
  @Test
  void aKeyInTheUrlIsRefused() {
    String key = make(venue.ann, "\"trading\"", "").at("secret");
    Response response = venue.as(venue.ann).get("/v1/accounts?apiKey=" + key);

    assertThat(response.code()).isEqualTo("400 SECRET_IN_URL");
    assertThat(response.body()).doesNotContain(key);
  }

  @Test
  void aKeyWithAnotherSecretOrFromElsewhereIsRefused() {
    String key = make(venue.ann, "\"trading\"", "").at("secret");
    String other = make(venue.ann, "\"trading\"", "").at("secret");
    String mixed = key.substring(0, 20) + other.substring(20);
    String far = make(venue.ann, "\"trading\"", ",\"networks\":[\"192.0.2.0/24\"]").at("secret");
    String near = make(venue.ann, "\"trading\"", ",\"networks\":[\"127.0.0.0/8\"]").at("secret");

    assertThat(with(mixed).get("/v1/accounts").code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(with(far).get("/v1/accounts").code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(with(near).get("/v1/accounts").status()).isEqualTo(200);
    assertThat(make(venue.ann, "\"trading\"", ",\"networks\":[\"here\"]").code())
        .isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void aKeyEndsWhenItIsDeletedReplacedOrOver() {
    Response made = make(venue.ann, "\"trading\"", "");
    String path = "/v1/keys/" + made.at("key.id");
    Response next = venue.as(venue.ann).post(path + "/rotation", "{\"overlapMinutes\":5}");
    assertThat(with(made.at("secret")).get("/v1/accounts").status()).isEqualTo(200);
    venue.pass(Duration.ofMinutes(6));

    assertThat(with(made.at("secret")).get("/v1/accounts").status()).isEqualTo(401);
    assertThat(with(next.at("secret")).get("/v1/accounts").status()).isEqualTo(200);
    String nextPath = "/v1/keys/" + next.at("key.id");
    assertThat(venue.as(venue.ann).delete(nextPath).status()).isEqualTo(204);
    assertThat(with(next.at("secret")).get("/v1/accounts").status()).isEqualTo(401);
  }

  /** A30: another's key and none at all are the same answer. */
  @Test
  void anothersKeyIsNotThere() {
    Response made = make(venue.ann, "\"trading\"", "");
    Response others = venue.as(venue.bob).delete("/v1/keys/" + made.at("key.id"));
    Response nobodys = venue.as(venue.bob).delete("/v1/keys/99");

    assertThat(others.code()).isEqualTo("404 UNKNOWN_KEY").isEqualTo(nobodys.code());
    assertThat(others.at("error.rule")).isEqualTo(nobodys.at("error.rule"));
  }

  /** A29, A31: platform role and scope against every operation of the document. */
  @Test
  void everyOperationAdmitsWhomTheTableAdmits() {
    String trader = make(venue.ann, "\"trading\"", "").at("secret");
    String reader = make(venue.ann, "\"markets\"", "").at("secret");
    String operator = make(venue.operator, "\"nodes\"", "").at("secret");
    Set<String> met = new HashSet<>();
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        venue.anyone().get("/openapi.json").json().get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        String name = verb.getValue().path("operationId").asText();
        if (name.isEmpty() || verb.getValue().has("x-computed-by")) {
          continue; // a function's description: it is asked by the operation that is named there
        }
        Optional<Rule> rule = Permissions.of(name);
        if (rule.isEmpty()) {
          differences.add(name + " has no row");
          continue;
        }
        met.add(name);
        String method = verb.getKey().toUpperCase(java.util.Locale.ROOT);
        String at = path.getKey().replaceAll("\\{\\w+}", "7");
        if (name.startsWith("signOut")) {
          continue; // it would end what the next ones are asked with
        }
        check(differences, rule.get(), method, at, Optional.empty(), Optional.empty());
        check(differences, rule.get(), method, at, trader, Role.TRADER, Feature.TRADING);
        check(differences, rule.get(), method, at, reader, Role.TRADER, Feature.MARKETS);
        check(differences, rule.get(), method, at, operator, Role.OPERATOR, Feature.NODES);
        for (User user : List.of(venue.ann, venue.operator)) {
          check(
              differences,
              rule.get(),
              method,
              at,
              Optional.of(venue.token(user)),
              Optional.of(user.role()));
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(met).hasSize(Permissions.all().size());
  }

  private void check(
      List<String> differences,
      Rule rule,
      String method,
      String path,
      String key,
      Role role,
      Feature scope) {
    boolean expected = rule.admits(Optional.of(role), Optional.of(Set.of(scope)));
    compare(differences, rule, method, path, Optional.of(key), role + " " + scope, expected);
  }

  private void check(
      List<String> differences,
      Rule rule,
      String method,
      String path,
      Optional<String> token,
      Optional<Role> role) {
    boolean expected = rule.admits(role, Optional.empty());
    compare(differences, rule, method, path, token, role.toString(), expected);
  }

  private void compare(
      List<String> differences,
      Rule rule,
      String method,
      String path,
      Optional<String> token,
      String who,
      boolean expected) {
    TestClient client = new TestClient(venue, token);
    Response answer =
        client.send(client.request(path).method(method, HttpRequest.BodyPublishers.ofString("{}")));
    boolean refused =
        answer.code().equals("403 FORBIDDEN")
            || (rule.audience() != Audience.ANYONE && answer.status() == 401);
    if (refused == expected) {
      differences.add(rule.operation() + " for " + who + ": " + answer.code());
    }
  }
}
