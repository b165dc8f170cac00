package io.ratel.benchmarks.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.benchmarks.load.Samples;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.VenueProcess;
import io.ratel.security.digest.Sha256;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How long a token outlives a barrier: an exchange, and three processes with doors of their own,
 * each asked with the same token until it refuses it.
 */
final class BarrierReach implements Measurement {
  private static final int ROUNDS = 20;
  private static final String EMAIL = "op@example.org";
  private static final String PASSWORD = "correct horse battery";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<String> rows() {
    return List.of("trust.barrier");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path folder = place.folder("barrier");
    List<VenueProcess> processes = new ArrayList<>();
    try (EmbeddedPostgresServer database =
            EmbeddedPostgresServer.start(folder.resolve("postgres"));
        HttpClient http = HttpClient.newHttpClient()) {
      String config = config(folder, database.jdbcUrl()).toString();
      Path first = Files.createDirectories(folder.resolve("exchange"));
      processes.add(VenueProcess.roles(place, first, "exchange,projector", "--config", config));
      List<URI> doors = new ArrayList<>();
      for (int node = 1; node <= 3; node++) {
        Path data = Files.createDirectories(folder.resolve("api" + node));
        Path keys = folder.resolve("api1/master-keys");
        if (node > 1) {
          Files.copy(keys, data.resolve("master-keys"), StandardCopyOption.COPY_ATTRIBUTES);
        }
        VenueProcess process =
            VenueProcess.roles(place, data, "api,ingest,stream", "--config", config);
        processes.add(process);
        doors.add(process.address());
      }
      long[] reached = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        reached[round] = reach(http, doors);
      }
      out.accept(new Row("trust.barrier", "ms", Figures.of(Samples.of(reached), 1e6), ROUNDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      processes.reversed().forEach(VenueProcess::close);
    }
    place.delete(folder);
  }

  private static Path config(Path folder, String url) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort() / 10 * 10;
    }
    return Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        log: { host: 127.0.0.1, portBase: %d }
        postgres: { url: "%s", user: postgres, password: postgres }
        demo: { enabled: false }
        operator: { email: %s, password: %s }
        """
            .formatted(port, url, EMAIL, PASSWORD));
  }

  /** From the acknowledgement to the end of the last request that was served, nanoseconds. */
  private static long reach(HttpClient http, List<URI> doors)
      throws IOException, InterruptedException {
    URI first = doors.getFirst();
    String token = signIn(http, first);
    String user = JSON.readTree(ask(http, first, token).body()).get("userId").asText();
    AtomicLong lastNs = new AtomicLong();
    List<Thread> askers = new ArrayList<>();
    for (URI door : doors) {
      if (ask(http, door, token).statusCode() != 200) {
        throw new IOException("a token is not good at " + door);
      }
      askers.add(Thread.ofVirtual().start(() -> untilRefused(http, door, token, lastNs)));
    }
    raise(http, first, token, user);
    long raisedNs = System.nanoTime();
    for (Thread asker : askers) {
      if (!asker.join(PATIENCE)) {
        throw new IOException("a token was good for " + PATIENCE + " after its barrier");
      }
    }
    return Math.max(0, lastNs.get() - raisedNs);
  }

  private static void untilRefused(HttpClient http, URI door, String token, AtomicLong lastNs) {
    try {
      while (ask(http, door, token).statusCode() == 200) {
        lastNs.accumulateAndGet(System.nanoTime(), Math::max);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the door at " + door + " broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A token that is good: one made in the moment of the barrier before is not. */
  private static String signIn(HttpClient http, URI door) throws IOException, InterruptedException {
    ObjectNode credentials = JSON.createObjectNode().put("email", EMAIL).put("password", PASSWORD);
    while (true) {
      JsonNode session = done(post(http, door, "/v1/sessions", credentials.toString()));
      String token = session.get("token").asText();
      if (ask(http, door, token).statusCode() == 200) {
        return token;
      }
    }
  }

  private static void raise(HttpClient http, URI door, String token, String user)
      throws IOException, InterruptedException {
    String barrier = JSON.createObjectNode().put("scope", "USER").put("subject", user).toString();
    ObjectNode proof =
        JSON.createObjectNode()
            .put("operation", "raiseBarrier")
            .put("resource", "/v1/barriers")
            .put("bodySha256", HexFormat.of().formatHex(Sha256.of(barrier)))
            .put("password", PASSWORD);
    String bearer = "Bearer " + token;
    JsonNode danger =
        done(post(http, door, "/v1/tokens/danger", proof.toString(), "Authorization", bearer));
    done(
        post(
            http,
            door,
            "/v1/barriers",
            barrier,
            "Authorization",
            bearer,
            "Danger-Token",
            danger.get("token").asText()));
  }

  private static HttpResponse<String> ask(HttpClient http, URI door, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door.resolve("/v1/me"))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(
      HttpClient http, URI door, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode done(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IOException("the venue refused: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
