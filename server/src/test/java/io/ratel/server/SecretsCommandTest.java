package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.server.VenueProcess.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets from the command line, each command a process of its own. */
final class SecretsCommandTest {
  @TempDir Path folder;

  private Ran secrets(String input, String... arguments) {
    List<String> line = new ArrayList<>(List.of("secrets"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    Ran ran = VenueProcess.run(line, Map.of(), input);
    assertThat(ran.output()).doesNotContainPattern("(?m)^\\s+at |Exception");
    return ran;
  }

  private static void says(Ran ran, int exitCode, String text) {
    assertThat(ran.output()).contains(text);
    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(exitCode);
  }

  @Test
  void aSecretIsKeptListedShownWhenAskedForAndSealedAnew() throws Exception {
    says(secrets("hunter2\n", "put", "user:7", "webhook"), 0, "Kept user:7/webhook, version 1.");
    Path keys = folder.resolve("data/master-keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
    Ran listed = secrets("", "list");
    says(listed, 0, "user:7 webhook version 1 key 1");
    assertThat(listed.output()).doesNotContain("hunter2");
    assertThat(secrets("", "get", "user:7", "webhook", "--reveal").output()).isEqualTo("hunter2");
    says(secrets("", "rotate"), 0, "Master key 2 seals from now on.");
    says(secrets("", "rewrap", "--retire"), 0, "Sealed 1 secrets anew, retired 1 keys.");
    assertThat(secrets("", "get", "user:7", "webhook", "--reveal").output()).isEqualTo("hunter2");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
    says(secrets("", "list"), 1, "must be readable by its owner alone");
  }

  @Test
  void theOperatorSignsInWithAPasswordThatSettingsNameAndTheStoreHolds() throws Exception {
    Path settings = folder.resolve("secrets.yaml");
    Files.writeString(
        settings, "operator: {email: op@example.org, password: 'stored:operator/password'}\n");
    Path data = folder.resolve("data");
    String[] up = {"--no-demo", "--secrets", settings.toString()};
    List<String> line = new ArrayList<>(List.of("up", "--stop-when-ready", "--port", "0"));
    line.addAll(List.of("--data", data.toString()));
    line.addAll(List.of(up));
    says(VenueProcess.run(line, Map.of()), 2, "there is no secret platform/operator/password");
    secrets("correct horse", "put", "platform", "operator/password");
    try (VenueProcess venue = VenueProcess.up(data, up)) {
      venue.signIn("op@example.org", "correct horse");
    }
  }

  @Test
  void theDatabasesOwnPasswordCannotBeInIt() throws Exception {
    Path settings = folder.resolve("secrets.yaml");
    Files.writeString(settings, "postgres: {password: 'stored:a'}\n");
    says(
        secrets("", "list", "--secrets", settings.toString()),
        2,
        "postgres.password must be a value");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsOpened() {
    says(secrets("", "get", "platform", "a"), 2, "only with --reveal");
    says(secrets("", "put", "platform", "a"), 2, "must have 1 to 65536 bytes");
    says(secrets("x", "put", "pool:7", "a"), 2, "was 'pool:7'");
    says(secrets("x", "put", "platform", "a b"), 2, "was 'a b'");
    says(secrets("x", "put", "platform", "a", "value"), 2, "value");
    says(secrets(""), 2, "list, put, get, rotate, rewrap");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
