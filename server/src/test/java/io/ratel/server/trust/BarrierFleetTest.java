package io.ratel.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** One barrier, three processes. */
class BarrierFleetTest {
  private static final String PASSWORD = "correct horse";
  private static final int SIGN_IN_AGAIN = 4401;
  private static final long SECOND_NS = 1_000_000_000L;

  @TempDir Path folder;

  /**
   * A9: a second after the acknowledgement no node accepts the token, and its sockets are closed.
   */
  @Test
  void aBarrierStandsOnEveryNodeWithinASecond(TestReporter figures) throws Exception {
    List<VenueProcess> nodes = new ArrayList<>();
    try (EmbeddedPostgresServer database =
            EmbeddedPostgresServer.start(folder.resolve("postgres"));
        HttpClient http = HttpClient.newHttpClient()) {
      Path config = config(database.jdbcUrl());
      VenueProcess exchange = role("exchange,projector", "exchange", config);
      try {
        for (String name : List.of("api1", "api2", "api3")) {
          nodes.add(role("api,ingest,stream", name, config));
        }
        VenueProcess first = nodes.getFirst();
        first.signIn("op@example.org", PASSWORD);
        String user = first.get("/v1/me").body().get("userId").asText();
        List<Ear> ears = new ArrayList<>();
        for (VenueProcess node : nodes) {
          node.token = first.token;
          assertThat(node.get("/v1/me").status()).as("one set of keys").isEqualTo(200);
          ears.add(Ear.open(http, node));
        }

        raise(first, user);
        long raisedNs = System.nanoTime();
        long lastNs = raisedNs;
        for (VenueProcess node : nodes) {
          while (node.get("/v1/me").status() == 200 && System.nanoTime() - raisedNs < SECOND_NS) {
            lastNs = System.nanoTime();
          }
        }
        figures.publishEntry(
            "ms from the acknowledgement to the last request that was accepted",
            Long.toString(TimeUnit.NANOSECONDS.toMillis(lastNs - raisedNs)));
        LockSupport.parkNanos(SECOND_NS - (System.nanoTime() - raisedNs));
        for (VenueProcess node : nodes) {
          assertThat(node.get("/v1/me").status()).isEqualTo(401);
        }
        for (Ear ear : ears) {
          assertThat(ear.closed).isCompletedWithValue(SIGN_IN_AGAIN);
        }
      } finally {
        nodes.forEach(VenueProcess::close);
        exchange.close();
      }
    }
  }

  /** A socket that is signed in, and hears with which code it is closed. */
  private static final class Ear implements WebSocket.Listener {
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    static Ear open(HttpClient http, VenueProcess node) throws Exception {
      Ear ear = new Ear();
      URI uri = URI.create("ws://127.0.0.1:" + node.port + "/v1/stream");
      WebSocket socket = http.newWebSocketBuilder().buildAsync(uri, ear).join();
      socket.sendText("{\"auth\":\"" + node.token + "\"}", true).join();
      assertThat(ear.heard.get(10, TimeUnit.SECONDS)).contains("\"authenticated\":true");
      return ear;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      heard.complete(data.toString());
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }

  /** Every node after the first has the master keys of the first. */
  private VenueProcess role(String names, String node, Path config) throws Exception {
    Path own = Files.createDirectories(folder.resolve(node));
    Path keys = folder.resolve("api1/master-keys");
    if (Files.exists(keys)) {
      Files.copy(keys, own.resolve("master-keys"), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return VenueProcess.roles(names, own, "--config", config.toString());
  }

  private Path config(String url) throws Exception {
    int base = VenueProcess.freePort() / 10 * 10;
    return Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        log: { host: 127.0.0.1, portBase: %d }
        postgres: { url: "%s", user: postgres, password: postgres }
        demo: { enabled: false }
        operator: { email: op@example.org, password: %s }
        """
            .formatted(base, url, PASSWORD));
  }

  private static void raise(VenueProcess node, String user) throws Exception {
    String body = "{\"scope\":\"USER\",\"subject\":\"" + user + "\"}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    Answer danger =
        node.call(
            "POST",
            "/v1/tokens/danger",
            Map.of(
                "operation",
                "raiseBarrier",
                "resource",
                "/v1/barriers",
                "bodySha256",
                HexFormat.of().formatHex(hash),
                "password",
                PASSWORD));
    Map<String, String> header = Map.of("Danger-Token", danger.body().get("token").asText());
    Answer raised = node.call("POST", "/v1/barriers", body, header);
    assertThat(raised.status()).as(raised.toString()).isEqualTo(201);
  }
}
