package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.VenueProcess.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is killed while it writes and stays away for a while: orders go on, since the log has
 * them, and the tables have each of them once when it is back. For a longer outage: {@code
 * -Dratel.outage.seconds=60}.
 */
class OutageTest {
  private static final int CLIENTS = 4;
  private static final int OUTAGE_SECONDS = Integer.getInteger("ratel.outage.seconds", 8);

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> others = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void ordersGoOnWithoutTheTablesAndAreInThemOnceAfterwards(@TempDir Path directory)
      throws Exception {
    Path tables = directory.resolve("postgres");
    int port = VenueProcess.freePort();
    EmbeddedPostgresServer database = EmbeddedPostgresServer.start(tables, port);
    Path config =
        Files.writeString(
            directory.resolve("venue.yaml"),
            """
            postgres: { url: "%s", user: postgres, password: postgres }
            demo: { enabled: false }
            operator: { email: op@example.org, password: correct horse }
            """
                .formatted(database.jdbcUrl()));
    try (VenueProcess venue =
        VenueProcess.up(directory.resolve("data"), "--config", config.toString())) {
      venue.signIn("op@example.org", "correct horse");
      fund(venue);
      List<Thread> clients = clients(venue);
      awaitOrders(venue, 200);
      kill(tables);
      database.close(); // gives up the folder; the server is gone
      int before = acknowledged.size();
      int moments = OUTAGE_SECONDS * 10;
      for (int i = 0; i < moments; i++) {
        LockSupport.parkNanos(100_000_000);
      }
      int during = acknowledged.size() - before;
      assertThat(venue.get("/v1/markets/BTC-USD/book").status()).isEqualTo(200);
      database = EmbeddedPostgresServer.start(tables, port);
      awaitOrders(venue, 200);
      over.set(true);
      for (Thread client : clients) {
        client.join();
      }
      assertThat(during).as("orders acknowledged without the tables").isGreaterThan(100);
      assertThat(others).as("answers other than 201").isEmpty();
      awaitTables(venue);
      assertTables(database);
    } finally {
      over.set(true);
      database.close();
    }
  }

  /** kill -9 of the server; its processes notice and end. */
  private static void kill(Path tables) throws Exception {
    long pid = Long.parseLong(Files.readAllLines(tables.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
  }

  private static void fund(VenueProcess venue) {
    String account = venue.get("/v1/accounts").body().get("items").get(0).get("id").asText();
    Answer answer =
        venue.call(
            "POST",
            "/v1/deposits",
            Map.of("accountId", account, "asset", "USD", "amount", "1000000"),
            Map.of("Idempotency-Key", "usd"));
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
  }

  private List<Thread> clients(VenueProcess venue) {
    List<Thread> clients = new ArrayList<>();
    for (int c = 0; c < CLIENTS; c++) {
      String prefix = "o" + c + "-";
      clients.add(Thread.ofVirtual().start(() -> send(venue, prefix)));
    }
    return clients;
  }

  private void send(VenueProcess venue, String prefix) {
    for (int i = 0; !over.get(); i++) {
      String key = prefix + i;
      try {
        Answer answer = venue.call("POST", "/v1/orders", order(key));
        if (answer.status() == 201) {
          acknowledged.add(key);
        } else {
          others.add(answer.status());
        }
      } catch (UncheckedIOException e) {
        others.add(0);
      }
    }
  }

  private static Map<String, String> order(String key) {
    return Map.of(
        "symbol",
        "BTC-USD",
        "side",
        "buy",
        "type",
        "limit",
        "price",
        "10.00",
        "quantity",
        "0.00001",
        "clientOrderId",
        key);
  }

  private void awaitOrders(VenueProcess venue, int more) {
    int from = acknowledged.size();
    for (int i = 0; acknowledged.size() < from + more; i++) {
      assertThat(i).as("answers %s, %s", others, venue.output()).isLessThan(6_000);
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Until the tables have the last acknowledged order. */
  private void awaitTables(VenueProcess venue) {
    String id = venue.call("POST", "/v1/orders", order("the-last")).body().get("id").asText();
    acknowledged.add("the-last");
    for (int i = 0; venue.get("/v1/orders/" + id).status() != 200; i++) {
      assertThat(i).as(venue.output()).isLessThan(600);
      LockSupport.parkNanos(100_000_000);
    }
  }

  private void assertTables(EmbeddedPostgresServer database) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres")) {
      assertThat(rows(connection, "select client_order_id from projection.orders"))
          .containsExactlyInAnyOrderElementsOf(acknowledged);
      assertThat(
              rows(
                  connection,
                  "select sum(total) from projection.balances group by asset"
                      + " having sum(total) <> 0"))
          .isEmpty();
    }
  }

  private static List<String> rows(Connection connection, String query) throws Exception {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = connection.createStatement().executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
