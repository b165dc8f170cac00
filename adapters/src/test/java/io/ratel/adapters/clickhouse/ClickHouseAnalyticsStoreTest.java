package io.ratel.adapters.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ratel.adapters.AnalyticsStoreContract;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fleet's store, against a server of its own. */
final class ClickHouseAnalyticsStoreTest extends AnalyticsStoreContract {
  private static final AtomicLong TIME = new AtomicLong(START);
  private static final AtomicLong DATABASES = new AtomicLong();
  private static final InstantSource CLOCK = () -> Instant.ofEpochSecond(0, TIME.addAndGet(1_000));

  @TempDir static Path folder;

  private static @Nullable ClickHouseServer server;
  private @Nullable ClickHouseAnalyticsStore store;

  @BeforeAll
  static void startServer() throws IOException {
    assumeTrue(ClickHouseServer.exists(), "clickhouse-server is not installed");
    server = ClickHouseServer.start(folder);
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    store =
        ClickHouseAnalyticsStore.open(
            running().config("ratel_" + DATABASES.incrementAndGet()), CLOCK);
  }

  @AfterEach
  void close() {
    store().close();
  }

  private static ClickHouseServer running() {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return server;
  }

  @Override
  protected AnalyticsStore store() {
    if (store == null) {
      throw new IllegalStateException("no store");
    }
    return store;
  }

  @Test
  void aServerThatIsNotThereOrRefusesIsSaidToBe() {
    ClickHouseConfig nobody =
        new ClickHouseConfig(URI.create("http://127.0.0.1:1"), "u", "p", "ratel");
    ClickHouseConfig stranger = new ClickHouseConfig(running().uri(), "u", "hunter2", "ratel");

    assertThatThrownBy(() -> ClickHouseAnalyticsStore.open(nobody, CLOCK))
        .isInstanceOf(AnalyticsStoreException.class)
        .hasMessageContaining("http://127.0.0.1:1");
    assertThatThrownBy(() -> ClickHouseAnalyticsStore.open(stranger, CLOCK))
        .isInstanceOf(AnalyticsStoreException.class)
        .hasMessageNotContaining("hunter2");
    assertThat(store().series(SeriesKind.FACTOR)).isEmpty();
  }

  @Test
  void aWrongAddressIsRefusedBeforeItIsUsed() {
    assertThatThrownBy(() -> new ClickHouseConfig(URI.create("http://h:1/?a=b"), "u", "p", "ratel"))
        .hasMessageContaining("http://h:1/?a=b");
    assertThatThrownBy(() -> new ClickHouseConfig(URI.create("http://h:1"), "u", "p", "a; drop"))
        .hasMessageContaining("a; drop");
  }

  @Test
  void sizesAreTheOnesOfTheParts() {
    SeriesKey key = new SeriesKey(SeriesKind.FACTOR, "ratel", "value", "10");
    store().append(List.of(new Observation(key, START, 1, START)));

    assertThat(((ClickHouseAnalyticsStore) store()).tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.table()).isEqualTo("factor_values");
              assertThat(table.rows()).isEqualTo(1);
              assertThat(table.bytes()).isPositive();
              assertThat(table.approximate()).isTrue();
              assertThat(table.fromNs()).hasValue(START);
              assertThat(table.toNs()).hasValue(START + DAY);
            });
  }
}
