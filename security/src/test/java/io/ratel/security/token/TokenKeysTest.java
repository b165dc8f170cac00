package io.ratel.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTest {
  @Test
  void keepsThePairInAFileOfTheOwnersAlone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("token-key.pem");

    TokenKeys first = TokenKeys.loadOrCreate(file);
    TokenKeys second = TokenKeys.loadOrCreate(file);

    assertThat(second).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(first.toString()).isEqualTo("TokenKeys[" + first.id() + "]");
  }

  @Test
  void refusesAFileThatOthersCanRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("token-key.pem");
    TokenKeys.loadOrCreate(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> TokenKeys.loadOrCreate(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("0600")
        .hasMessageContaining("rw-r--r--");
  }

  @Test
  void refusesAFileThatHoldsSomethingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("token-key.pem");
    Files.writeString(file, "not a key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> TokenKeys.loadOrCreate(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("P-256");
  }
}
