package io.ratel.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.MarketDataConfig;
import io.ratel.marketdata.tick.Retention;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarketDataReaderTest {
  private final Settings settings = new Settings();

  @Test
  void nothingThatIsSaidIsTheUsual() {
    assertThat(new MarketDataReader(settings).read())
        .hasValue(new Config.MarketData(MarketDataConfig.DEFAULT, Retention.STANDARD));
  }

  @Test
  void everySettingIsTaken() {
    settings.addEnvironment(
        Map.ofEntries(
            Map.entry("RATEL_MARKETDATA_COLD_EVERY", "300000"),
            Map.entry("RATEL_MARKETDATA_COLD_ROWS", "10000"),
            Map.entry("RATEL_MARKETDATA_MARKETS", "50"),
            Map.entry("RATEL_MARKETDATA_WATERMARK", "5000"),
            Map.entry("RATEL_MARKETDATA_HOT_EVERY", "50"),
            Map.entry("RATEL_MARKETDATA_BROADCAST_EVERY", "1000"),
            Map.entry("RATEL_MARKETDATA_VWAP_WINDOW", "60000"),
            Map.entry("RATEL_MARKETDATA_STALE_PAIRS", "2000"),
            Map.entry("RATEL_MARKETDATA_STALE_SHARES", "90000"),
            Map.entry("RATEL_MARKETDATA_KEEP_TICKS", "3"),
            Map.entry("RATEL_MARKETDATA_KEEP_MINUTES", "40"),
            Map.entry("RATEL_MARKETDATA_KEEP_DAYS", "400")));
    Config.MarketData read = new MarketDataReader(settings).read().orElseThrow();
    MarketDataConfig live = read.live();
    assertThat(live.cold().every()).isEqualTo(Duration.ofMinutes(5));
    assertThat(live.cold().rows()).isEqualTo(10_000);
    assertThat(live.limits().markets()).isEqualTo(50);
    assertThat(live.limits().watermarkNs()).isEqualTo(5_000_000_000L);
    assertThat(live.hotEvery()).isEqualTo(Duration.ofMillis(50));
    assertThat(live.broadcastEvery()).isEqualTo(Duration.ofSeconds(1));
    assertThat(live.vwapWindow()).isEqualTo(Duration.ofMinutes(1));
    assertThat(live.staleness().pairs()).isEqualTo(Duration.ofSeconds(2));
    assertThat(live.staleness().shares()).isEqualTo(Duration.ofSeconds(90));
    assertThat(read.retention())
        .isEqualTo(new Retention(Duration.ofDays(3), Duration.ofDays(40), Duration.ofDays(400)));
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void everyFaultIsToldWithItsRule() {
    settings.set("marketdata.coldEvery", "300001", "--a");
    settings.set("marketdata.coldRows", "7", "--b");
    settings.set("marketdata.broadcastEvery", "20", "--c");
    settings.set("marketdata.keep.ticks", "1", "--d");
    new MarketDataReader(settings).read();
    assertThat(String.join("\n", settings.faults()))
        .contains(
            "marketdata.coldEvery",
            "0 to 300000",
            "marketdata.coldRows",
            "100 to 100000",
            "broadcastEvery must be 100 to 10000 ms, was 20",
            "keep.ticks must be 2 to 36500 days, was 1");
  }
}
