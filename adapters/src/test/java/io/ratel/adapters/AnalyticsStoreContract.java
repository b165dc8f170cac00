package io.ratel.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.marketdata.series.SeriesSummary;
import io.ratel.marketdata.snapshot.Aggregate;
import io.ratel.marketdata.snapshot.Binning;
import io.ratel.marketdata.snapshot.Sampled;
import io.ratel.marketdata.snapshot.SnapshotRetention;
import io.ratel.marketdata.snapshot.Snapshots;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of daily bars and series does. */
public abstract class AnalyticsStoreContract {
  protected static final long DAY = Interval.DAY.nanos();
  protected static final long START = 18_700 * DAY;
  private static final Market BTC = new Market(Symbol.of("COINBASE:BTC-USD"), 2, 8);
  private static final SeriesKey FUNDS = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "DFF", "US");
  private static final SeriesKey MOMENTUM =
      new SeriesKey(SeriesKind.FACTOR, "ratel", "momentum-12-1", "COINBASE:BTC-USD");

  /** Opened once for each test; empty. */
  protected abstract AnalyticsStore store();

  private static Bar day(int number, long close) {
    return new Bar(BTC, Interval.DAY, START + number * DAY, 100, close + 9, 90, close, 7, 3);
  }

  private static Observation value(SeriesKey key, int day, double value, int known) {
    return new Observation(key, START + day * DAY, value, START + known * DAY);
  }

  private List<Double> known(SeriesKey key, int asOf, int limit) {
    return store().observations(key, 0, Long.MAX_VALUE, START + asOf * DAY, limit).stream()
        .map(Observation::value)
        .toList();
  }

  @Test
  void daysComeBackExactlyAndTheLastWordCounts() {
    Bar whole = day(1, 120);
    Bar extreme =
        new Bar(BTC, Interval.DAY, START, Long.MAX_VALUE, Long.MAX_VALUE, 1, 2, 1L << 60, 9);
    store().appendDailyBars(List.of(extreme, day(1, 110)));
    store().appendDailyBars(List.of(whole, day(2, 130)));

    assertThat(store().dailyBars(BTC.symbol(), START, START + 2 * DAY, 10))
        .containsExactly(extreme, whole);
    assertThat(store().dailyBars(BTC.symbol(), 0, Long.MAX_VALUE, 2))
        .containsExactly(whole, day(2, 130));
    assertThat(store().dailyBars(Symbol.of("ACME"), 0, Long.MAX_VALUE, 2)).isEmpty();
  }

  @Test
  void onlyDaysAreDays() {
    Bar minute = new Bar(BTC, Interval.MINUTE, START, 1, 1, 1, 1, 1, 1);

    assertThatThrownBy(() -> store().appendDailyBars(List.of(minute)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1m");
  }

  /** A number that was revised is, as of the day before the revision, what it was then. */
  @Test
  void aRevisionHidesNothing() {
    store().append(List.of(value(FUNDS, 0, 5.25, 1), value(FUNDS, 1, 5.5, 2)));
    store().append(List.of(value(FUNDS, 0, 5.26, 9)));

    assertThat(known(FUNDS, 0, 10)).isEmpty();
    assertThat(known(FUNDS, 1, 10)).containsExactly(5.25);
    assertThat(known(FUNDS, 8, 10)).containsExactly(5.25, 5.5);
    assertThat(known(FUNDS, 9, 10)).containsExactly(5.26, 5.5);
    assertThat(known(FUNDS, 9, 1)).containsExactly(5.5);
  }

  @Test
  void sayingItAgainChangesNothing() {
    List<Observation> values = List.of(value(MOMENTUM, 0, 0.1, 1), value(MOMENTUM, 1, -1e-300, 1));
    store().append(values);
    store().append(values);

    assertThat(store().observations(MOMENTUM, 0, Long.MAX_VALUE, Long.MAX_VALUE, 10))
        .isEqualTo(values);
    assertThat(store().series(SeriesKind.FACTOR))
        .containsExactly(new SeriesSummary(MOMENTUM, 2, START, START + DAY));
  }

  @Test
  void kindsAndSubjectsAreApart() {
    SeriesKey other = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "DFF", "-");
    SeriesKey worth = new SeriesKey(SeriesKind.PORTFOLIO, "FRED", "DFF", "US");
    store().append(List.of(value(FUNDS, 0, 1, 0), value(other, 0, 2, 0), value(worth, 0, 3, 0)));

    assertThat(known(FUNDS, 1, 9)).containsExactly(1.0);
    assertThat(known(other, 1, 9)).containsExactly(2.0);
    assertThat(known(worth, 1, 9)).containsExactly(3.0);
    assertThat(store().series(SeriesKind.OBSERVATION)).hasSize(2);
    assertThat(store().series(SeriesKind.PERFORMANCE)).isEmpty();
  }

  @Test
  void manyValuesAreReadInOrder() {
    List<Observation> values = new ArrayList<>();
    LongStream.range(0, 20_000)
        .forEach(i -> values.add(new Observation(FUNDS, START + i * 1_000, i, START)));
    store().append(values.reversed());

    assertThat(store().observations(FUNDS, START, START + 20_000_000, START, 100_000))
        .isEqualTo(values);
    assertThat(store().observations(FUNDS, START + 5_000, START + 8_000, START, 9))
        .isEqualTo(values.subList(5, 8));
  }

  @Test
  void whatIsOlderThanItsMonthsIsDropped() {
    int cut = 300;
    int monthOfCut = cut - LocalDate.ofEpochDay(18_700 + cut).getDayOfMonth() + 1;
    store().append(List.of(value(FUNDS, 0, 1, 0), value(FUNDS, 400, 2, 400)));
    store().append(List.of(value(FUNDS, monthOfCut - 1, 4, 0), value(FUNDS, monthOfCut, 5, 0)));
    store().append(List.of(value(MOMENTUM, 0, 3, 0)));
    store().dropBefore(SeriesKind.OBSERVATION, START + cut * DAY);

    assertThat(known(FUNDS, 500, 9))
        .as("the month of the moment is whole")
        .containsExactly(5.0, 2.0);
    assertThat(known(MOMENTUM, 500, 9)).containsExactly(3.0);
  }

  @Test
  void seriesAreFoundByWhatIsOldInThem() {
    store().append(List.of(value(FUNDS, 0, 1, 0), value(FUNDS, 3, 2, 3), value(MOMENTUM, 0, 1, 0)));
    SeriesKey other = new SeriesKey(SeriesKind.OBSERVATION, "FRED", "M2", "US");
    store().append(List.of(value(other, 3, 1, 3)));

    assertThat(store().keysBefore(SeriesKind.OBSERVATION, START)).isEmpty();
    assertThat(store().keysBefore(SeriesKind.OBSERVATION, START + 3 * DAY)).containsExactly(FUNDS);
    assertThat(store().keysBefore(SeriesKind.OBSERVATION, Long.MAX_VALUE))
        .containsExactlyInAnyOrder(FUNDS, other);
  }

  /** Two months of hours, of which the first is too old: its days are there, its hours are not. */
  @Test
  void hoursAreDaysBeforeTheyAreDropped() {
    SeriesKey hours = new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, "market", "volume", "A:BTC-USD");
    SeriesKey days = new SeriesKey(SeriesKind.SNAPSHOT_DAILY, "market", "volume", "A:BTC-USD");
    long march = LocalDate.of(2021, 3, 1).toEpochDay() * DAY;
    long hour = DAY / 24;
    List<Observation> values = new ArrayList<>();
    for (long time = march + hour; time <= march + 60 * DAY; time += hour) {
      values.add(new Observation(hours, time, 2, time));
    }
    store().append(values);
    SnapshotRetention keep =
        new SnapshotRetention(
            Duration.ofDays(20),
            Duration.ofDays(3_660),
            Duration.ofDays(3_660),
            Duration.ofDays(3_660),
            Duration.ofDays(3_660),
            Duration.ofDays(3_660));
    for (int day = 60; day < 63; day++) {
      Snapshots snapshots = new Snapshots(store(), new NoMarkets(), Map::of, Optional.of(keep));
      snapshots.register(
          new Sampled(
              SeriesKind.SNAPSHOT_HOURLY,
              Binning.MARKET,
              "volume",
              "",
              "base",
              Aggregate.SUM,
              _ -> Map.of()));
      snapshots.run(march + day * DAY + DAY / 2);
    }

    List<Observation> made = store().observations(days, 0, Long.MAX_VALUE, Long.MAX_VALUE, 99);
    assertThat(made).extracting(Observation::timeNs).startsWith(march + DAY).hasSize(60);
    assertThat(made).allMatch(day -> day.value() == 48);
    assertThat(store().observations(hours, 0, Long.MAX_VALUE, Long.MAX_VALUE, 9_999))
        .extracting(Observation::timeNs)
        .startsWith(march + 31 * DAY)
        .hasSize(29 * 24 + 1);
  }
}
