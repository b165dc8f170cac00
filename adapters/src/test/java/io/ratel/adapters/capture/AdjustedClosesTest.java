package io.ratel.adapters.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.adjustment.AdjustedBars;
import io.ratel.marketdata.adjustment.Adjustment;
import io.ratel.marketdata.adjustment.PriceFactors;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closes without splits and dividends, against those that are published. */
final class AdjustedClosesTest {
  private static final Symbol AAPL = Symbol.of("LEAN:AAPL");
  private static final Symbol ACME = Symbol.of("LEAN:ACME");

  @TempDir Path folder;
  private QuestTickStore store;
  private AnalyticsStore series;
  private LiveMarkets markets;

  @BeforeEach
  void open() {
    store = QuestTickStore.open(folder.resolve("store"));
    series = store.analytics();
    markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
  }

  @AfterEach
  void close() {
    markets.close();
    store.close();
  }

  private ReplayReport play(Path... paths) throws Exception {
    try (Replay replay =
        Replay.start(
            ReplayPlan.of(List.of(paths)),
            markets,
            new ObservationIntake(series)::accept,
            Speed.MAX,
            ReplayClock.SYSTEM)) {
      return replay.finished().get();
    }
  }

  private double close(Symbol symbol, Adjustment adjustment, String date) {
    long dayNs = LocalDate.parse(date).toEpochDay() * Interval.DAY.nanos();
    Bar bar =
        new AdjustedBars(PriceFactors.read(series, symbol).orElseThrow(), adjustment)
            .read(markets, symbol, Interval.DAY, dayNs, dayNs + 1, 1)
            .getFirst();
    return Double.parseDouble(bar.market().formatPrice(bar.close()));
  }

  /** Splits of 2 for 1 in 2005, 7 for 1 in 2014 and 4 for 1 in 2020. */
  @Test
  void applesClosesAreThePublishedOnes() throws Exception {
    ReplayReport report =
        play(
            SharedData.folder("bars").resolve("aapl-daily.zip"),
            SharedData.folder("corporate-actions"));

    assertThat(report.rejected()).isZero();
    assertThat(close(AAPL, Adjustment.NONE, "2014-06-06")).isEqualTo(645.57);
    assertThat(close(AAPL, Adjustment.SPLIT, "2014-06-06")).isCloseTo(23.0561, within(1e-4));
    assertThat(close(AAPL, Adjustment.SPLIT, "2014-06-09")).isEqualTo(23.425);
    assertThat(close(AAPL, Adjustment.SPLIT, "2020-08-28")).isEqualTo(124.8075);
    assertThat(close(AAPL, Adjustment.SPLIT, "2021-03-31")).isEqualTo(122.15);
    double split = close(AAPL, Adjustment.SPLIT, "2021-02-04");
    double total = close(AAPL, Adjustment.TOTAL, "2021-02-04");
    assertThat(split - total)
        .as("the dividend of 0.205 that was paid the day after")
        .isCloseTo(0.205, within(1e-4));
    assertThat(close(AAPL, Adjustment.TOTAL, "1999-12-31"))
        .isCloseTo(
            close(AAPL, Adjustment.NONE, "1999-12-31") * 0.8613657 * 0.00892857, within(1e-8));
  }

  @Test
  void aFolderWithFactorsNeedsNothingElse() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(in.resolve("acme-daily.zip")))) {
      zip.putNextEntry(new ZipEntry("acme.csv"));
      zip.write(
          """
          20200108 00:00,1000000,1000000,1000000,1000000,10
          20200109 00:00,500000,500000,500000,500000,20
          """
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.writeString(in.resolve("acme-factors.csv"), "20200108,0.9,0.5,100\n20501231,1,1,0\n");
    Files.writeString(in.resolve("bad-factors.csv"), "20200108,nine,0.5,100\n");
    ReplayReport report = play(in);

    assertThat(report.rejected()).isEqualTo(1);
    assertThat(close(ACME, Adjustment.TOTAL, "2020-01-08")).isEqualTo(45);
    assertThat(close(ACME, Adjustment.SPLIT, "2020-01-08")).isEqualTo(50);
    assertThat(close(ACME, Adjustment.TOTAL, "2020-01-09")).isEqualTo(50);
    assertThat(PriceFactors.read(series, Symbol.of("LEAN:BAD"))).isEmpty();
  }
}
