package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue is killed while orders stream in: whatever was acknowledged is there, once. */
class KillTest {
  private static final int CLIENTS = 4;
  private static final int KILLS = 3;

  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> unanswered = new ConcurrentHashMap<>();

  @Test
  void acknowledgedOrdersSurviveKillsExactlyOnceInTheMachineAndInTheTables(@TempDir Path directory)
      throws Exception {
    Path data = directory.resolve("data");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      VenueProcess venue = VenueProcess.up(data, "--no-demo", "--secrets", secrets(directory));
      venue.signIn("op@example.org", "correct horse");
      fund(venue, "USD", "1000000", "usd");
      fund(venue, "BTC", "1000", "btc");
      streamUntilKilled(venue, kill, 300 + random.nextInt(500), random.nextLong());
    }
    assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(100);
    try (VenueProcess venue = VenueProcess.up(data, "--no-demo", "--secrets", secrets(directory))) {
      venue.signIn("op@example.org", "correct horse");
      resendUnanswered(venue);
      for (Map.Entry<String, String> order : acknowledged.entrySet()) {
        Answer answer = venue.get("/v1/orders/" + order.getValue());
        assertThat(answer.status()).as("order %s, seed %d", order, seed).isEqualTo(200);
        assertThat(answer.body().get("clientOrderId").asText()).isEqualTo(order.getKey());
      }
      try (Connection tables = tables(data)) {
        assertThat(
                rows(
                    tables,
                    "select client_order_id from projection.orders"
                        + " where client_order_id like 'k%'"))
            .as("seed %d", seed)
            .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
        assertThat(
                rows(
                    tables,
                    "select sum(total) from projection.balances group by asset"
                        + " having sum(total) <> 0"))
            .as("debits equal credits")
            .isEmpty();
        assertThat(
                rows(
                    tables,
                    "select sequence from projection.postings group by sequence, asset"
                        + " having sum(amount) <> 0"))
            .isEmpty();
      }
      assertThat(venue.stop()).isZero();
    }
    assertThat(replayed(data)).isEqualTo(stopped(data));
  }

  private static String secrets(Path directory) throws java.io.IOException {
    return Files.writeString(
            directory.resolve("secrets.yaml"),
            "operator:\n  email: op@example.org\n  password: correct horse\n")
        .toString();
  }

  private static void fund(VenueProcess venue, String asset, String amount, String key) {
    Answer accounts = venue.get("/v1/accounts");
    String account = accounts.body().get("items").get(0).get("id").asText();
    Answer answer =
        venue.call(
            "POST",
            "/v1/deposits",
            Map.of("accountId", account, "asset", asset, "amount", amount),
            Map.of("Idempotency-Key", key));
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  private void streamUntilKilled(VenueProcess venue, int round, int orders, long seed)
      throws InterruptedException {
    AtomicInteger answered = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int c = 0; c < CLIENTS; c++) {
      String prefix = "k" + round + "-" + c + "-";
      Random random = new Random(seed + c);
      clients.add(Thread.ofVirtual().start(() -> stream(venue, prefix, random, answered)));
    }
    while (answered.get() < orders) {
      assertThat(venue.isAlive()).as(venue.output()).isTrue();
      LockSupport.parkNanos(1_000_000);
    }
    venue.kill();
    for (Thread client : clients) {
      client.join();
    }
  }

  private void stream(VenueProcess venue, String prefix, Random random, AtomicInteger answered) {
    for (int i = 0; ; i++) {
      Map<String, String> order = new HashMap<>();
      order.put("clientOrderId", prefix + i);
      order.put("symbol", "BTC-USD");
      order.put("side", random.nextBoolean() ? "buy" : "sell");
      order.put("type", "limit");
      order.put("price", 99 + random.nextInt(3) + ".00");
      order.put("quantity", "0.0000" + (1 + random.nextInt(9)));
      unanswered.put(prefix + i, order);
      try {
        note(order, venue.call("POST", "/v1/orders", order));
        answered.incrementAndGet();
      } catch (UncheckedIOException e) {
        return; // killed while it had the order: nobody knows
      }
    }
  }

  private void note(Map<String, String> order, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    String key = order.get("clientOrderId");
    acknowledged.put(key, answer.body().get("id").asText());
    unanswered.remove(key);
  }

  private void resendUnanswered(VenueProcess venue) {
    assertThat(unanswered).isNotEmpty();
    for (Map<String, String> order : List.copyOf(unanswered.values())) {
      note(order, venue.call("POST", "/v1/orders", order));
    }
  }

  /** The embedded server's port is in the file it keeps while it runs. */
  private static Connection tables(Path data) throws Exception {
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
  }

  private static List<String> rows(Connection tables, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = tables.createStatement().executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static String replayed(Path data) throws Exception {
    VenueProcess.Ran ran =
        VenueProcess.run(List.of("replay", "--data", data.toString(), "--json"), Map.of());
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    JsonNode state = VenueProcess.JSON.readTree(ran.output());
    return state.get("sequence").asLong() + " " + state.get("stateHash").asText();
  }

  private static String stopped(Path data) throws Exception {
    String last = "";
    for (String line : Files.readAllLines(data.resolve("logs/ratel.jsonl"))) {
      JsonNode entry = VenueProcess.JSON.readTree(line);
      if (entry.get("message").asText().equals("the exchange stops")) {
        Map<String, String> pairs = new HashMap<>();
        entry
            .get("kvpList")
            .forEach(
                p -> p.properties().forEach(e -> pairs.put(e.getKey(), e.getValue().asText())));
        last = pairs.get("sequence") + " " + pairs.get("stateHash");
      }
    }
    return last;
  }
}
