package io.ratel.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import io.ratel.server.VenueProcess.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that know each other by certificates. */
class SecureFleetTest {
  private static final String PASSWORD = "correct horse";

  @TempDir Path folder;

  private static void ratel(String... line) {
    Ran ran = VenueProcess.run(List.of(line), Map.of());
    assertThat(ran.exitCode()).as(ran.output()).isZero();
  }

  @Test // A28
  void aNodeEnrolsRelaysOverMutualTlsAndIsCutWithinAMinuteOfItsRevocation() throws Exception {
    int fleetPort = VenueProcess.freePort();
    try (EmbeddedPostgresServer database =
        EmbeddedPostgresServer.start(folder.resolve("postgres"))) {
      Path config = config(database.jdbcUrl());
      Path apiConfig = with(config, "api.yaml", "fleet: { port: " + fleetPort + " }\n");
      String data = folder.resolve("api").toString();
      String letter = folder.resolve("s1.invitation").toString();
      ratel("ca", "init", "--data", data);
      ratel("ca", "invite", "node", "s1", "--host", "127.0.0.1", "--out", letter, "--data", data);
      VenueProcess venue = role("exchange,projector", config);
      try (VenueProcess api = role("api,ingest", apiConfig)) {
        Path own = folder.resolve("stream");
        ratel(
            "ca",
            "enrol",
            "--at",
            "http://127.0.0.1:" + api.port,
            "--invitation",
            letter,
            "--data",
            own.toString());
        Path streamConfig =
            with(
                config,
                "stream.yaml",
                "endpoints: { api: \"https://127.0.0.1:"
                    + fleetPort
                    + "\" }\nfleet: { authority: \"http://127.0.0.1:"
                    + api.port
                    + "\" }\n");
        try (VenueProcess streams = role("stream", streamConfig)) {
          awaitStatus(streams, 200);
          api.signIn("op@example.org", PASSWORD);
          revoke(api, "s1");
          long revokedNs = System.nanoTime();
          awaitStatus(streams, 503);
          assertThat(System.nanoTime() - revokedNs).isLessThan(60_000_000_000L);
        }
      } finally {
        venue.close();
      }
    }
  }

  private VenueProcess role(String names, Path config) {
    return VenueProcess.roles(
        names, folder.resolve(names.split(",", -1)[0]), "--config", config.toString());
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

  private Path with(Path config, String name, String more) throws Exception {
    Path copy = Files.copy(config, folder.resolve(name));
    return Files.writeString(copy, more, StandardOpenOption.APPEND);
  }

  private static void revoke(VenueProcess api, String name) throws Exception {
    for (JsonNode one : api.get("/v1/certificates").body().get("items")) {
      if (one.get("name").asText().equals(name)) {
        String path = "/v1/certificates/" + one.get("serial").asText() + "/revocation";
        String body = "{\"reason\":\"keyCompromise\"}";
        String hash =
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(body.getBytes(StandardCharsets.UTF_8)));
        Answer danger =
            api.call(
                "POST",
                "/v1/tokens/danger",
                Map.of(
                    "operation",
                    "revokeCertificate",
                    "resource",
                    path,
                    "bodySha256",
                    hash,
                    "password",
                    PASSWORD));
        Map<String, String> header = Map.of("Danger-Token", danger.body().get("token").asText());
        assertThat(api.call("POST", path, body, header).status()).isEqualTo(200);
        return;
      }
    }
    throw new AssertionError(name + " has no certificate");
  }

  private static void awaitStatus(VenueProcess node, int status) {
    for (int attempt = 0; attempt < 600; attempt++) {
      if (node.get("/readyz").status() == status) {
        return;
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("the node never answered " + status + ": " + node.output());
  }
}
