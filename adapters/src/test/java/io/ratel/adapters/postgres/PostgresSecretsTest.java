package io.ratel.adapters.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.ratel.security.secret.KeyFile;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SecretException;
import io.ratel.security.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSecretsTest {
  private static final Place PLACE = new Place(new Owner(Owner.Kind.USER, "7"), "webhook");

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;

  private final SecureRandom random = new SecureRandom();
  private KeyFile keys;
  private Secrets secrets;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory.resolve("postgres"));
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  @BeforeEach
  void nothingIsKept() {
    database
        .sql()
        .execute(
            "truncate platform.secrets, platform.secret_versions, platform.secret_keys cascade");
    keys = KeyFile.loadOrCreate(directory.resolve("master-keys"), random);
    secrets = new Secrets(new PostgresSecrets(database), keys, random);
  }

  private void put(String value) {
    secrets.put(PLACE, value.getBytes(US_ASCII));
  }

  private String read() {
    try (OpenedSecret opened = secrets.open(PLACE)) {
      return new String(opened.bytes(), US_ASCII);
    }
  }

  @Test // A18
  void anOldRowPutBackIntoTheTableIsRefusedAndItsVersionCannotBeTurnedBack() {
    put("old");
    database.sql().execute("create table old as select * from platform.secrets");
    try {
      put("new");
      assertThat(read()).isEqualTo("new");
      database.sql().execute("delete from platform.secrets");
      database.sql().execute("insert into platform.secrets select * from old");
      assertThatThrownBy(this::read).isInstanceOf(SecretException.class);
      database.sql().execute("update platform.secrets set version = 2");
      assertThatThrownBy(this::read).isInstanceOf(SecretException.class);
      for (String turnBack :
          new String[] {
            "update platform.secret_versions set newest = 1", "delete from platform.secret_versions"
          }) {
        assertThatThrownBy(() -> database.sql().execute(turnBack))
            .isInstanceOf(DataAccessException.class)
            .hasMessageContaining("only grows");
      }
    } finally {
      database.sql().execute("drop table old");
    }
  }

  @Test // A19
  void rewrappingChangesTheKeyAndNotTheValue() {
    put("value");
    keys.rotate();
    assertThat(secrets.rewrap()).isEqualTo(1);
    keys.retireOlder();
    assertThat(read()).isEqualTo("value");
    assertThat(secrets.rewrap()).isZero();
  }

  @Test
  void ofWritersAtOnceEachVersionHasOne() {
    AtomicInteger written = new AtomicInteger();
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> {
              try {
                put("value " + i);
                written.incrementAndGet();
              } catch (SecretException e) {
                assertThat(e.reason()).isEqualTo(SecretException.Reason.CONFLICT);
              }
            });
    assertThat(new PostgresSecrets(database).newest(PLACE)).isEqualTo(written.get());
    assertThat(read()).startsWith("value ");
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

  private static Path dump(String name) throws IOException {
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
