package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.VenueProcess.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles in processes of their own: any of them may die and come back. */
class FleetTest {
  @Test
  void rolesInSeparateProcessesServeOneVenueAndOutliveEachOther(@TempDir Path directory)
      throws Exception {
    try (EmbeddedPostgresServer database =
        EmbeddedPostgresServer.start(directory.resolve("postgres"))) {
      Path config = config(directory, database.jdbcUrl());
      VenueProcess exchange = role(directory, "exchange", config);
      VenueProcess projector = role(directory, "projector", config);
      try (VenueProcess api = role(directory, "api,ingest", config)) {
        api.signIn("op@example.org", "correct horse");
        fund(api);
        String first = place(api, "first");

        projector.kill();
        String second = place(api, "second");
        projector = role(directory, "projector", config);
        awaitOrder(api, second);

        exchange.kill();
        exchange = role(directory, "exchange", config);
        String third = placeUntilAnswered(api, "third");
        awaitOrder(api, third);
        assertThat(api.get("/v1/orders/" + first).status()).isEqualTo(200);
        assertThat(api.get("/v1/markets/BTC-USD/book").body().get("bids").get(0).get(1).asText())
            .isEqualTo("0.00003");
        Answer compared = api.get("/v1/reconciliation"); // with the log of the other process
        assertThat(compared.body().get("breakCount").asInt(-1)).as("%s", compared).isZero();
        assertThat(api.stop()).isZero();
      } finally {
        projector.close();
        exchange.close();
      }
      assertThat(projector.await()).isZero();
      assertThat(exchange.await()).isZero();
    }
  }

  @Test
  void aNodeThatOnlyStreamsRelaysMarketsAndKnowsItsUsers(@TempDir Path directory) throws Exception {
    try (EmbeddedPostgresServer database =
        EmbeddedPostgresServer.start(directory.resolve("postgres"))) {
      int apiPort = VenueProcess.freePort();
      Path config = config(directory, database.jdbcUrl());
      Files.writeString(
          config,
          "endpoints: { api: \"http://127.0.0.1:" + apiPort + "\" }\n",
          StandardOpenOption.APPEND);
      VenueProcess venue = role(directory, "exchange,projector", config);
      VenueProcess api = api(directory, apiPort, config);
      try (VenueProcess streams = role(directory, "stream", config);
          StreamSocket socket = new StreamSocket(streams)) {
        assertThat(directory.resolve("stream/token-key.pem")).doesNotExist();
        api.signIn("op@example.org", "correct horse");
        fund(api);
        socket.ask("{\"auth\":\"" + api.token + "\"}");
        String topics = "{\"subscribe\":[\"market.BTC-USD.book\",\"orders\"],\"id\":1}";
        assertThat(socket.ask(topics).has("subscribed")).isTrue();
        String first = place(api, "first");
        awaitOnBoth(socket, first, "0.00001");
        try (StreamSocket source = new StreamSocket(api)) {
          assertThat(source.ask("{\"auth\":\"" + api.token + "\"}").at("/error/code").asText())
              .isEqualTo("FORBIDDEN");
        }

        api.kill();
        awaitStatus(streams, 503);
        api = api(directory, apiPort, config);
        awaitStatus(streams, 200);
        api.signIn("op@example.org", "correct horse");
        awaitOnBoth(socket, place(api, "second"), "0.00002");
      } finally {
        api.close();
        venue.close();
      }
    }
  }

  private static VenueProcess api(Path directory, int port, Path config) {
    return VenueProcess.roles(
        "api,ingest", directory.resolve("api"), port, "--config", config.toString());
  }

  private static void fund(VenueProcess api) {
    String account = api.get("/v1/accounts").body().get("items").get(0).get("id").asText();
    Answer deposit =
        api.call(
            "POST", "/v1/deposits", Map.of("accountId", account, "asset", "USD", "amount", "1000"));
    assertThat(deposit.status()).as(deposit.toString()).isBetween(200, 201);
  }

  /** The order comes on the account's topic, and its quantity in the book. */
  private static void awaitOnBoth(StreamSocket socket, String order, String quantity) {
    boolean[] seen = new boolean[2];
    socket.update(
        update -> {
          boolean book = update.get("topic").asText().endsWith("book");
          seen[0] |= book && update.at("/data/bids/0/1").asText().equals(quantity);
          seen[1] |= !book && update.get("data").findValuesAsText("id").contains(order);
          return seen[0] && seen[1];
        });
  }

  private static void awaitStatus(VenueProcess node, int status) {
    for (int attempt = 0; attempt < 300; attempt++) {
      if (node.get("/readyz").status() == status) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("the node never answered " + status + ": " + node.output());
  }

  private static Path config(Path directory, String url) throws Exception {
    int base = VenueProcess.freePort() / 10 * 10;
    return Files.writeString(
        directory.resolve("fleet.yaml"),
        """
        log: { host: 127.0.0.1, portBase: %d }
        postgres: { url: "%s", user: postgres, password: postgres }
        demo: { enabled: false }
        operator: { email: op@example.org, password: correct horse }
        """
            .formatted(base, url));
  }

  private static VenueProcess role(Path directory, String names, Path config) {
    String folder = names.replace(',', '-');
    return VenueProcess.roles(names, directory.resolve(folder), "--config", config.toString());
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

  private static String place(VenueProcess api, String key) {
    Answer answer = api.call("POST", "/v1/orders", order(key));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.body().get("id").asText();
  }

  /** 503 means that nobody knows: the same order is sent again, as the answer says. */
  private static String placeUntilAnswered(VenueProcess api, String key) {
    for (int attempt = 0; attempt < 100; attempt++) {
      Answer answer = api.call("POST", "/v1/orders", order(key));
      if (answer.status() < 300) {
        return answer.body().get("id").asText();
      }
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      LockSupport.parkNanos(200_000_000);
    }
    throw new AssertionError("the exchange never answered: " + api.output());
  }

  private static void awaitOrder(VenueProcess api, String id) {
    for (int attempt = 0; attempt < 300; attempt++) {
      if (api.get("/v1/orders/" + id).status() == 200) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("order " + id + " never reached the tables: " + api.output());
  }
}
