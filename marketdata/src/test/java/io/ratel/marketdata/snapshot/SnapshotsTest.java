package io.ratel.marketdata.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MemoryTickStore;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.series.MemorySeries;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sampled on the hour, made into days, healed and dropped. */
final class SnapshotsTest {
  private static final long HOUR = Sampled.HOUR_NS;
  private static final long DAY = Sampled.DAY_NS;
  private static final long SECOND = 1_000_000_000L;
  private static final long MIDNIGHT = 20_000 * DAY; // 4 October 2024
  private static final Market COINBASE = new Market(Symbol.of("COINBASE:BTC-USD"), 2, 4);
  private static final Market KRAKEN = new Market(Symbol.of("KRAKEN:BTC-USD"), 1, 4);
  private static final Market OWN = new Market(Symbol.of("BTC-USD"), 2, 4);
  private static final Map<String, Integer> BOTH = Map.of("COINBASE", 100, "KRAKEN", 60);

  private final MemoryTickStore ticks = new MemoryTickStore();
  private final MemorySeries series = new MemorySeries();
  private LiveMarkets markets = LiveMarkets.start(ticks, LiveMarkets.Limits.DEFAULT);

  @AfterEach
  void close() {
    markets.close();
  }

  private void restart() {
    markets.close();
    markets = LiveMarkets.start(ticks, LiveMarkets.Limits.DEFAULT);
  }

  private Snapshots snapshots(Optional<SnapshotRetention> retention) {
    Snapshots snapshots = new Snapshots(series, markets, () -> BOTH, retention);
    MarketSamples.of(markets).forEach(snapshots::register);
    return snapshots;
  }

  private static SeriesKey hourly(String source, String name, String subject) {
    return new SeriesKey(SeriesKind.SNAPSHOT_HOURLY, source, name, subject);
  }

  private static SeriesKey daily(String source, String name, String subject) {
    return new SeriesKey(SeriesKind.SNAPSHOT_DAILY, source, name, subject);
  }

  /** An hour's only minute with trades, and the hour itself; volume in lots of 0.0001. */
  private void traded(Market market, long beginNs, long price, long volume) {
    ticks.appendBars(
        List.of(
            new Bar(
                market,
                Interval.MINUTE,
                beginNs + 600 * SECOND,
                price,
                price,
                price,
                price,
                volume,
                1),
            new Bar(market, Interval.HOUR, beginNs, price, price, price, price, volume, 1)));
  }

  private void quoted(Market market, long bid, long ask, long timeNs) {
    markets.onQuote(new Quote(market, bid, 10_000, ask, 30_000, timeNs, timeNs));
  }

  @Test
  void aMarketIsSampledOnTheHourWithTheMomentItWasLearned() {
    Snapshots snapshots = snapshots(Optional.empty());
    snapshots.run(MIDNIGHT + HOUR / 2);
    traded(COINBASE, MIDNIGHT, 9_950, 20_000);
    quoted(COINBASE, 9_990, 10_010, MIDNIGHT + HOUR - SECOND);
    snapshots.run(MIDNIGHT + HOUR + 3 * SECOND);

    SeriesKey mark = hourly("market", "mark", "COINBASE:BTC-USD");
    assertThat(series.observations(mark, 0, Long.MAX_VALUE, Long.MAX_VALUE, 9))
        .containsExactly(new Observation(mark, MIDNIGHT + HOUR, 100, MIDNIGHT + HOUR + 3 * SECOND));
    assertThat(series.values(hourly("market", "spread", "COINBASE:BTC-USD")).values())
        .singleElement()
        .satisfies(bps -> assertThat(bps).isCloseTo(20, within(1e-9)));
    assertThat(series.values(hourly("market", "depth", "COINBASE:BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT + HOUR, 4.0));
    assertThat(series.values(hourly("market", "volume", "COINBASE:BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT + HOUR, 2.0));
    assertThat(series.values(hourly("market", "turnover", "COINBASE:BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT + HOUR, 199.0));
  }

  @Test
  void anAssetIsTheSumOfItsVolumesAndTheMeanOfItsPricesByVolume() {
    Snapshots snapshots = snapshots(Optional.empty());
    snapshots.run(MIDNIGHT);
    Market euro = new Market(Symbol.of("KRAKEN:BTC-EUR"), 1, 4);
    traded(COINBASE, MIDNIGHT, 10_000, 30_000);
    traded(KRAKEN, MIDNIGHT, 1_040, 10_000);
    traded(euro, MIDNIGHT, 900, 10_000);
    quoted(COINBASE, 9_999, 10_001, MIDNIGHT + HOUR - SECOND);
    quoted(KRAKEN, 1_039, 1_041, MIDNIGHT + HOUR - SECOND);
    quoted(euro, 899, 901, MIDNIGHT + HOUR - SECOND);
    snapshots.run(MIDNIGHT + HOUR);

    assertThat(series.values(hourly("asset", "mark", "BTC")))
        .containsExactly(Map.entry(MIDNIGHT + HOUR, 101.0));
    assertThat(series.values(hourly("asset", "volume", "BTC")))
        .containsExactly(Map.entry(MIDNIGHT + HOUR, 5.0));
    assertThat(series.values(hourly("asset", "turnover", "BTC")))
        .containsExactly(Map.entry(MIDNIGHT + HOUR, 404.0));
  }

  @Test
  void anHourThatPassedUnseenIsNotSampledWithWhatIsKnownLater() {
    quoted(OWN, 9_999, 10_001, MIDNIGHT);
    Snapshots snapshots = snapshots(Optional.empty());
    snapshots.run(MIDNIGHT + HOUR + 61 * SECOND);

    assertThat(series.keysBefore(SeriesKind.SNAPSHOT_HOURLY, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void whatTheStoreRefusedIsWrittenAtTheNextCall() {
    Snapshots snapshots = snapshots(Optional.empty());
    quoted(OWN, 9_999, 10_001, MIDNIGHT);
    series.failuresToCome = 1;

    assertThatThrownBy(() -> snapshots.run(MIDNIGHT)).isInstanceOf(AnalyticsStoreException.class);
    snapshots.run(MIDNIGHT + 5 * SECOND);
    assertThat(series.values(hourly("market", "mark", "BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT, 100.0));
  }

  @Test
  void aPriceComesFromTheOwnBarsThenFromTheBestOtherVenueElseItIsMissing() {
    Snapshots before = snapshots(Optional.empty());
    before.run(MIDNIGHT);
    for (Market market : List.of(OWN, COINBASE, KRAKEN)) {
      quoted(market, 999, 1_001, MIDNIGHT + HOUR - SECOND);
    }
    before.run(MIDNIGHT + HOUR);
    traded(KRAKEN, MIDNIGHT + HOUR, 2_000, 10_000); // 200.0
    traded(COINBASE, MIDNIGHT + HOUR, 21_000, 30_000); // 210.00
    traded(COINBASE, MIDNIGHT + 2 * HOUR, 22_000, 10_000);
    restart();
    long back = MIDNIGHT + 4 * HOUR + HOUR / 2;
    snapshots(Optional.empty()).run(back);

    assertThat(series.values(hourly("market", "mark", "KRAKEN:BTC-USD")))
        .containsExactly(
            Map.entry(MIDNIGHT + HOUR, 100.0),
            Map.entry(MIDNIGHT + 2 * HOUR, 200.0),
            Map.entry(MIDNIGHT + 3 * HOUR, 220.0));
    assertThat(series.values(hourly("healed:bars", "mark", "KRAKEN:BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT + 2 * HOUR, 200.0));
    assertThat(series.values(hourly("healed:COINBASE", "mark", "KRAKEN:BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT + 3 * HOUR, 220.0));
    assertThat(series.values(hourly("missing", "mark", "KRAKEN:BTC-USD")))
        .containsExactly(Map.entry(MIDNIGHT + 4 * HOUR, 1.0));
    assertThat(series.values(hourly("market", "volume", "KRAKEN:BTC-USD")))
        .as("another venue's volume is not this one's")
        .doesNotContainKey(MIDNIGHT + 3 * HOUR);
    assertThat(series.values(hourly("market", "mark", "BTC-USD")))
        .as("our own market takes from nobody")
        .containsOnlyKeys(MIDNIGHT + HOUR);
    assertThat(series.values(hourly("asset", "mark", "BTC")))
        .containsEntry(MIDNIGHT + 2 * HOUR, (210 * 3 + 200) / 4.0);
    assertThat(
            series.observations(
                hourly("market", "mark", "KRAKEN:BTC-USD"), 0, Long.MAX_VALUE, back - 1, 9))
        .as("as it was known before it was healed")
        .hasSize(1);
  }

  @Test
  void whatWasMissingIsMissingNoMoreWhenItsBarsCome() {
    Snapshots snapshots = snapshots(Optional.empty());
    snapshots.run(MIDNIGHT);
    quoted(KRAKEN, 999, 1_001, MIDNIGHT + HOUR - SECOND);
    snapshots.run(MIDNIGHT + HOUR);
    snapshots.run(MIDNIGHT + 3 * HOUR);
    SeriesKey missing = hourly("missing", "mark", "KRAKEN:BTC-USD");
    assertThat(series.values(missing))
        .containsExactly(Map.entry(MIDNIGHT + 2 * HOUR, 1.0), Map.entry(MIDNIGHT + 3 * HOUR, 1.0));

    traded(KRAKEN, MIDNIGHT + HOUR, 2_000, 10_000);
    snapshots.run(MIDNIGHT + 4 * HOUR);

    assertThat(series.values(missing)).containsEntry(MIDNIGHT + 2 * HOUR, 0.0);
    assertThat(series.values(hourly("market", "volume", "KRAKEN:BTC-USD")))
        .containsEntry(MIDNIGHT + 2 * HOUR, 1.0);
  }

  @Test
  void aLateTradeRevisesTheVolumeOfItsHour() {
    Snapshots snapshots = snapshots(Optional.empty());
    quoted(COINBASE, 9_990, 10_010, MIDNIGHT);
    snapshots.run(MIDNIGHT);
    traded(COINBASE, MIDNIGHT, 10_000, 10_000);
    snapshots.run(MIDNIGHT + HOUR);
    traded(COINBASE, MIDNIGHT, 10_000, 15_000);
    snapshots.run(MIDNIGHT + 2 * HOUR);

    SeriesKey volume = hourly("market", "volume", "COINBASE:BTC-USD");
    assertThat(series.values(volume)).containsEntry(MIDNIGHT + HOUR, 1.5);
    assertThat(series.observations(volume, 0, Long.MAX_VALUE, MIDNIGHT + HOUR, 9))
        .extracting(Observation::value)
        .containsExactly(1.0);
  }

  @Test
  void aDayIsMadeOfItsHoursAtMidnightByEachSeriesOwnRule() {
    Snapshots snapshots = snapshots(Optional.empty());
    snapshots.run(MIDNIGHT);
    for (int hour = 0; hour < 24; hour++) {
      long begin = MIDNIGHT + hour * HOUR;
      traded(COINBASE, begin, 10_000, 10_000);
      quoted(COINBASE, 10_000 - hour, 10_000 + hour + 2, begin + HOUR - SECOND);
      snapshots.run(begin + HOUR);
    }
    long next = MIDNIGHT + DAY;

    assertThat(series.values(daily("market", "volume", "COINBASE:BTC-USD")))
        .containsExactly(Map.entry(next, 24.0));
    assertThat(series.values(daily("market", "mark", "COINBASE:BTC-USD")))
        .containsExactly(Map.entry(next, 100.01));
    assertThat(series.values(daily("market", "depth", "COINBASE:BTC-USD")))
        .containsExactly(Map.entry(next, 4.0));
    assertThat(series.values(daily("asset", "volume", "BTC")))
        .containsExactly(Map.entry(next, 24.0));
  }

  @Test
  void hoursAreDroppedWhenTheirDaysAreMadeAndTheLastHourOfAMonthSpoilsNoDay() {
    SeriesKey volume = hourly("market", "volume", "COINBASE:BTC-USD");
    long october = 19_997 * DAY; // 1 October 2024
    for (long hour = october - 2 * DAY + HOUR; hour <= october + DAY; hour += HOUR) {
      series.append(List.of(new Observation(volume, hour, 1, hour)));
    }
    SnapshotRetention keep =
        new SnapshotRetention(
            Duration.ofDays(2),
            Duration.ofDays(3660),
            Duration.ofDays(32),
            Duration.ofDays(32),
            Duration.ofDays(32),
            Duration.ofDays(32));
    for (int day = 3; day < 8; day++) {
      snapshots(Optional.of(keep)).run(october + day * DAY);
    }

    assertThat(series.values(volume).keySet()).allMatch(time -> time >= october).isNotEmpty();
    assertThat(series.values(daily("market", "volume", "COINBASE:BTC-USD")))
        .containsExactly(
            Map.entry(october - DAY, 24.0),
            Map.entry(october, 24.0),
            Map.entry(october + DAY, 24.0));
  }
}
