package io.ratel.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources of this build are: {@code ratel.root}, or the parent of the module. */
public final class Repository {
  private Repository() {}

  public static Path root() {
    String named = System.getProperty("ratel.root");
    Path root =
        named != null && !named.isBlank()
            ? Path.of(named)
            : Path.of("").toAbsolutePath().getParent();
    if (!Files.isRegularFile(root.resolve("mvnw"))) {
      throw new IllegalStateException(
          "ratel.root must be the folder that holds mvnw, was '" + root + "'");
    }
    return root.toAbsolutePath().normalize();
  }

  /** The built page. */
  static Path page() {
    return root().resolve("web/dist");
  }
}
