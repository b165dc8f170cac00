package io.ratel.adapters.postgres.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.marketdata.snapshot.AccountHistory.Worth;
import io.ratel.model.market.Interval;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSamplesTest {
  private static final long HOUR = Interval.HOUR.nanos();
  private static final long NOON = 1_772_452_800_000_000_000L; // 2026-03-02T12:00:00Z

  @TempDir static Path directory;

  @Test
  void accountsHaveTheLastOfEachStepAndNothingBesides() {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(directory);
        Database database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 2)) {
      for (String row :
          new String[] {
            "7, '2026-03-02T11:00:00Z', 90, 80",
            "7, '2026-03-02T11:10:00Z', 100, 80",
            "7, '2026-03-02T12:00:00Z', 110, 85",
            "7, '2026-03-02T12:05:00Z', 120, 85",
            "9, '2026-03-02T12:05:00Z', 1, 1"
          }) {
        database
            .sql()
            .execute(
                "insert into platform.equity (account_id, time, equity, net_deposits, sequence)"
                    + " values ("
                    + row
                    + ", 1)");
      }
      PostgresSamples samples = new PostgresSamples(database);

      assertThat(samples.accounts(Long.MIN_VALUE, 10)).containsExactly(7L, 9L);
      assertThat(samples.accounts(7, 10)).containsExactly(9L);
      assertThat(samples.ends(7, HOUR, NOON - HOUR, NOON + HOUR))
          .containsExactly(new Worth(NOON, 110, 85), new Worth(NOON + HOUR, 120, 85));
      assertThat(samples.ends(7, 24 * HOUR, 0, NOON + 12 * HOUR))
          .containsExactly(new Worth(NOON + 12 * HOUR, 120, 85));
      assertThat(samples.holdings()).isEmpty();
      assertThat(samples.openInterest()).isEmpty();
      assertThat(samples.positions()).isEmpty();
    }
  }
}
