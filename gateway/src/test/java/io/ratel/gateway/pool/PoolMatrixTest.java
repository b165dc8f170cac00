package io.ratel.gateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.Users;
import io.ratel.security.permission.Audience;
import io.ratel.security.permission.Permissions;
import io.ratel.security.permission.Rule;
import io.ratel.security.pool.PoolRole;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Platform role × pool role × operation: each operation that names an account or a pool is asked
 * for the pool's by everybody, and the answer compared with the table (A29).
 */
class PoolMatrixTest {
  /** What these say of a pool, or of accounts that are told apart, is a question of its own. */
  private static final Set<String> ELSEWHERE = Set.of("openAccount", "transfer", "signOut");

  private TestVenue venue;
  private String pool;
  private String account;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    Response made = venue.as(venue.ann).post("/v1/pools", "{\"name\":\"Club\"}");
    pool = made.at("id");
    account = made.at("accountId");
    venue.users.addAccount(venue.operator.id(), new Users.Account(30, "Main"));
    venue.fund(30, FakeExchange.USD.id(), 10_00000000L);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  /** A request that reaches the question who may: every field that is needed, none that is bad. */
  private static final Map<String, String> BODIES =
      Map.of(
          "placeOrder",
          "{\"accountId\":\"A\",\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\","
              + "\"price\":\"1\",\"quantity\":\"9999\"}",
          "replaceOrder",
          "{\"accountId\":\"A\",\"price\":\"2\"}",
          "deposit",
          "{\"accountId\":\"A\",\"asset\":\"USD\",\"amount\":\"1\"}",
          "withdraw",
          "{\"accountId\":\"A\",\"asset\":\"USD\",\"amount\":\"1\"}",
          "cancelAllAfter",
          "{\"timeoutMs\":0}",
          "renamePool",
          "{\"name\":\"Club\"}",
          "setPoolRole",
          "{\"role\":\"ASSOCIATE\"}",
          "moveUnits",
          "{\"accountId\":\"OWN\",\"asset\":\"USD\",\"amount\":\"1\"}");

  @Test
  void everyRoleMayDoWhatTheTableSays() {
    List<String> differences = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (User user : List.of(venue.bob, venue.operator)) {
      for (Optional<PoolRole> role :
          List.of(
              Optional.<PoolRole>empty(),
              Optional.of(PoolRole.ASSOCIATE),
              Optional.of(PoolRole.MODERATOR),
              Optional.of(PoolRole.OWNER))) {
        ask(user, role, differences, met);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(met)
        .containsAll(
            Permissions.all().stream()
                .filter(rule -> rule.member().isPresent())
                .map(Rule::operation)
                .filter(name -> !name.equals("stream") && !name.equals("deletePool"))
                .toList());
  }

  private void ask(User user, Optional<PoolRole> role, List<String> differences, Set<String> met) {
    for (Map.Entry<String, JsonNode> path :
        venue.anyone().get("/openapi.json").json().get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        String name = verb.getValue().path("operationId").asText();
        Optional<String> at = target(path.getKey(), verb.getValue(), name);
        Optional<Rule> rule = Permissions.of(name);
        if (at.isEmpty() || rule.isEmpty() || ELSEWHERE.contains(name)) {
          continue;
        }
        if (rule.get().audience() != Audience.SIGNED_IN || name.equals("deletePool")) {
          continue; // the other matrix asks operators' doors; the danger token is asked for first
        }
        met.add(name);
        become(user, role);
        TestClient client = new TestClient(venue, Optional.of(venue.token(user)));
        String body =
            BODIES
                .getOrDefault(name, "{}")
                .replace("\"A\"", "\"" + account + "\"")
                .replace("OWN", Long.toString(venue.users.accountIds(user.id()).getFirst()));
        String method = verb.getKey().toUpperCase(Locale.ROOT);
        Response answer =
            client.send(
                client.request(at.get()).method(method, HttpRequest.BodyPublishers.ofString(body)));
        String found = standing(answer);
        String expected = expected(rule.get(), user, role, path.getKey().contains("/pools/"));
        if (!found.equals(expected)) {
          differences.add(
              "%s for %s, %s of the pool: %s (%s), not %s"
                  .formatted(name, user.role(), role, found, answer.code(), expected));
        }
      }
    }
  }

  private void become(User user, Optional<PoolRole> role) {
    long id = Long.parseLong(pool);
    venue.pools.remove(id, user.id());
    role.ifPresent(is -> venue.pools.put(id, user.id(), is));
    venue.pools.put(id, venue.ann.id(), PoolRole.OWNER);
    venue.pass(Duration.ofSeconds(1));
    venue.barriers.raise(Barrier.Kind.IP, "192.0.2.1");
  }

  /** The path with the pool's numbers in it; empty when the operation is about neither. */
  private Optional<String> target(String path, JsonNode operation, String name) {
    if (path.startsWith("/v1/pools/{id}")) {
      return Optional.of(
          path.replace("{id}", pool)
              .replace("{userId}", Long.toString(venue.ann.id()))
              .replace("{invitationId}", "77"));
    }
    if (path.startsWith("/v1/accounts/{id}")) {
      return Optional.of(path.replace("{id}", account));
    }
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals("accountId")) {
        return Optional.of(path.replace("{id}", "77") + "?accountId=" + account);
      }
    }
    return BODIES.containsKey(name) ? Optional.of(path.replace("{id}", "77")) : Optional.empty();
  }

  private static String standing(Response answer) {
    return switch (answer.at("error.code")) {
      case "UNKNOWN_ACCOUNT", "UNKNOWN_POOL" -> "not there";
      case "FORBIDDEN" -> "forbidden";
      case "UNAUTHENTICATED", "TOKEN_EXPIRED", "UNKNOWN_ROUTE", "INTERNAL" -> answer.code();
      default -> "may";
    };
  }

  /** Operators may look at any account and set it; in pools they are nobody. */
  private static final Set<String> OPERATORS =
      Set.of(
          "getAccount",
          "configureAccount",
          "getLimits",
          "setLimits",
          "listMargin",
          "listAccountEvents",
          "reportTrades",
          "deposit",
          "withdraw");

  private static String expected(Rule rule, User user, Optional<PoolRole> role, boolean pools) {
    if (user.role() == Role.OPERATOR && !pools && OPERATORS.contains(rule.operation())) {
      return "may";
    }
    if (role.isEmpty()) {
      return "not there";
    }
    boolean self = rule.operation().equals("removePoolMember") && role.get() != PoolRole.OWNER;
    return rule.admits(role.get()) && !self ? "may" : "forbidden";
  }
}
