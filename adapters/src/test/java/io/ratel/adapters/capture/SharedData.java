package io.ratel.adapters.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recordings kept beside the repository; tests that read them are skipped where they are not. */
final class SharedData {
  private SharedData() {}

  static Path folder(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isRegularFile(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    Path folder = at.resolveSibling("shared").resolve("data").resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "skipped: there are no recordings in ../shared/data/" + name);
    return folder;
  }
}
