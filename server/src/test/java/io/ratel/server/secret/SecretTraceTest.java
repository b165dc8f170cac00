package io.ratel.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.secret.PostgresSecrets;
import io.ratel.security.secret.KeyFile;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTraceTest {
  private static final Place PLACE = new Place(new Owner(Owner.Kind.USER, "7"), "webhook");

  @TempDir Path directory;
  private final SecureRandom random = new SecureRandom();
  private EmbeddedPostgresServer server;
  private Database database;
  private Secrets secrets;

  @BeforeEach
  void start() {
    server = EmbeddedPostgresServer.start(directory.resolve("postgres"));
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
    KeyFile keys = KeyFile.loadOrCreate(directory.resolve("master-keys"), random);
    secrets = new Secrets(new PostgresSecrets(database), keys, random);
  }

  @AfterEach
  void stop() {
    database.close();
    server.close();
  }

  /**
   * What is live on the heap after use, and all that a TRACE log would say. What a test cannot see:
   * registers, swapped pages, and copies in freed memory until the collector reuses it.
   */
  @Test // A21
  void neitherTheHeapNorTheLogHoldsASecretThatWasClosed() throws IOException {
    byte[] mask = new byte[48];
    random.nextBytes(mask);
    byte[] masked = new byte[48];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = (byte) (mask[i] ^ ('a' + random.nextInt(26)));
    }
    Path log = directory.resolve("trace.log");
    try (TraceLog trace = TraceLog.to(log)) {
      byte[] value = unmasked(mask, masked);
      secrets.put(PLACE, value);
      try (OpenedSecret opened = secrets.open(PLACE)) {
        assertThat(Arrays.equals(opened.bytes(), value)).isTrue();
        Path during = dump("during.hprof");
        assertThat(occurrences(during, mask, masked)).as("the search finds it").isPositive();
        Files.delete(during);
      } finally {
        Arrays.fill(value, (byte) 0);
      }
    }
    Path after = dump("after.hprof");
    assertThat(occurrences(after, mask, masked)).isZero();
    Files.delete(after);
    assertThat(Files.size(log)).as("the log was written").isPositive();
    assertThat(occurrences(log, mask, masked)).isZero();
  }

  private static byte[] unmasked(byte[] mask, byte[] masked) {
    byte[] plain = new byte[mask.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (mask[i] ^ masked[i]);
    }
    return plain;
  }

  private Path dump(String name) throws IOException {
    Path file = directory.resolve(name);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    return file;
  }

  /** Counts without ever holding the marker in the clear. */
  private static int occurrences(Path file, byte[] mask, byte[] masked) throws IOException {
    int found = 0;
    byte[] window = new byte[1 << 20];
    int held = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read; (read = in.read(window, held, window.length - held)) > 0; ) {
        int end = held + read;
        for (int at = 0; at + mask.length <= end; at++) {
          int same = 0;
          while (same < mask.length && (window[at + same] ^ mask[same]) == masked[same]) {
            same++;
          }
          found += same == mask.length ? 1 : 0;
        }
        held = Math.min(end, mask.length - 1);
        System.arraycopy(window, end - held, window, 0, held);
      }
    }
    Arrays.fill(window, (byte) 0);
    return found;
  }
}
