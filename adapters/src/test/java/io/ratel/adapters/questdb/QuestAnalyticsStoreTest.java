package io.ratel.adapters.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.AnalyticsStoreContract;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store. */
final class QuestAnalyticsStoreTest extends AnalyticsStoreContract {
  @TempDir Path folder;

  private QuestTickStore ticks;

  @BeforeEach
  void open() {
    ticks = QuestTickStore.open(folder);
  }

  @AfterEach
  void close() {
    ticks.close();
  }

  @Override
  protected AnalyticsStore store() {
    return ticks.analytics();
  }

  @Test
  void aRestartFindsTheSameValues() {
    SeriesKey key = new SeriesKey(SeriesKind.PERFORMANCE, "ratel", "sharpe", "10");
    List<Observation> values = List.of(new Observation(key, START, 1.5, START));
    store().append(values);
    close();
    open();

    assertThat(store().observations(key, 0, Long.MAX_VALUE, Long.MAX_VALUE, 1)).isEqualTo(values);
  }

  @Test
  void sizesAreTheOnesOfThePartitions() {
    SeriesKey key = new SeriesKey(SeriesKind.FACTOR, "ratel", "value", "10");
    store()
        .append(
            List.of(
                new Observation(key, START, 1, START),
                new Observation(key, START, 1, START),
                new Observation(key, START + 40 * DAY, 2, START)));

    assertThat(ticks.sizes().tables())
        .filteredOn(table -> table.table().equals("factor_values"))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.store()).isEqualTo("questdb");
              assertThat(table.rows()).isEqualTo(2);
              assertThat(table.bytes()).isPositive();
              assertThat(table.approximate()).isFalse();
              assertThat(table.fromNs().orElseThrow()).isBetween(START - 31 * DAY, START);
              assertThat(table.toNs().orElseThrow()).isBetween(START + 40 * DAY, START + 72 * DAY);
            });
    assertThat(ticks.sizes().tables())
        .extracting(table -> table.table())
        .contains("trades", "bars_1m", "gaps", "snapshots_hourly");
  }
}
