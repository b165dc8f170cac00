package io.ratel.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import io.ratel.server.VenueProcess.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a venue knows of trust is in its data directory, and comes back with a copy of it. */
class RestoreTest {
  @TempDir Path folder;

  private static String secrets(Path data, String input, String... line) {
    List<String> all = new ArrayList<>(List.of("secrets"));
    all.addAll(List.of(line));
    all.addAll(List.of("--data", data.toString()));
    Ran ran = VenueProcess.run(all, Map.of(), input);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(
          each -> {
            try {
              Files.copy(
                  each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static int asked(VenueProcess venue, String token) {
    venue.token = token;
    return venue.get("/v1/me").status();
  }

  @Test
  void aRestartAndARestoredCopyLoseNoKeyNoSecretAndNoBarrier() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    Files.writeString(
        data.resolve("config.yaml"),
        "operator: { email: op@example.org, password: correct horse }\n");
    String good;
    String calledBack;
    String keys;
    String apiKey;
    try (VenueProcess venue = VenueProcess.up(data, "--no-demo")) {
      venue.signIn("op@example.org", "correct horse");
      calledBack = venue.token;
      assertThat(venue.call("DELETE", "/v1/sessions", "").status()).isBetween(200, 204);
      venue.token = "";
      venue.signIn("op@example.org", "correct horse");
      good = venue.token;
      Answer made =
          venue.call("POST", "/v1/keys", Map.of("name", "bot", "scopes", List.of("trading")));
      apiKey = made.body().get("secret").asText();
      keys = venue.get("/.well-known/jwks.json").body().toString();
      assertThat(asked(venue, calledBack)).isEqualTo(401);
    }
    secrets(data, "a secret", "put", "user:7", "webhook");

    Path restored = folder.resolve("restored");
    copy(data, restored);
    for (Path place : List.of(data, restored)) {
      try (VenueProcess venue = VenueProcess.up(place, "--no-demo")) {
        assertThat(asked(venue, good)).as("a token of before").isEqualTo(200);
        assertThat(asked(venue, calledBack)).as("a barrier of before").isEqualTo(401);
        assertThat(asked(venue, apiKey)).as("an API key of before").isEqualTo(200);
        assertThat(venue.get("/.well-known/jwks.json").body().toString()).isEqualTo(keys);
      }
      assertThat(secrets(place, "", "get", "user:7", "webhook", "--reveal")).contains("a secret");
    }
  }
}
