package io.ratel.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ratel.adapters.live.LiveFeeds;
import io.ratel.adapters.live.VenueKind;
import io.ratel.adapters.venue.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedsReaderTest {
  @TempDir Path folder;

  @Test
  void withoutASettingNothingRuns() throws Exception {
    assertThat(read(null).any()).isFalse();
  }

  @Test
  void aNameAloneIsEnough() throws Exception {
    FeedsConfig feeds = read("okx, Kraken");
    assertThat(feeds.wanted())
        .extracting(one -> one.settings().name())
        .containsExactly("OKX", "KRAKEN");
    LiveFeeds.Wanted okx = feeds.wanted().getFirst();
    assertThat(okx.kind()).isEqualTo(VenueKind.OKX);
    assertThat(okx.settings().socket()).hasToString("wss://ws.okx.com:8443/ws/v5/public");
    assertThat(okx.settings().pairs()).contains(new Pair("BTC", "USDT"));
    assertThat(okx.settings().depth()).isEqualTo(1_000);
    assertThat(okx.capture()).isEmpty();
  }

  @Test
  void theConfigurationDescribesVenuesAndClones() throws Exception {
    FeedsConfig feeds =
        read(
            null,
            "feeds:",
            "  coinbase: { pairs: [BTC-USD, eth-usd], capture: /tmp/mine }",
            "  kraken: { pairs: [BTC-USD], depth: 100 }",
            "  binance_us:",
            "    kind: binance",
            "    url: wss://stream.binance.us:9443",
            "    restUrl: https://api.binance.us/",
            "    pairs: BTC-USDT",
            "  capture: /tmp/all",
            "  fallback: { BTC-USD: [COINBASE, kraken] }");
    assertThat(feeds.wanted())
        .extracting(one -> one.settings().name())
        .containsExactlyInAnyOrder("COINBASE", "KRAKEN", "BINANCE-US");
    LiveFeeds.Wanted clone = one(feeds, "BINANCE-US");
    assertThat(clone.kind()).isEqualTo(VenueKind.BINANCE);
    assertThat(clone.settings().rest()).hasToString("https://api.binance.us");
    assertThat(clone.capture()).contains(Path.of("/tmp/all"));
    assertThat(one(feeds, "COINBASE").capture()).contains(Path.of("/tmp/mine"));
    assertThat(one(feeds, "COINBASE").settings().pairs())
        .containsExactly(new Pair("BTC", "USD"), new Pair("ETH", "USD"));
    assertThat(one(feeds, "KRAKEN").settings().depth()).isEqualTo(100);
    assertThat(feeds.fallback())
        .containsExactly(Map.entry("BTC-USD", List.of("COINBASE", "KRAKEN")));
  }

  @Test
  void theOptionChoosesAmongThoseThatAreDescribed() throws Exception {
    FeedsConfig feeds =
        read("kraken", "feeds:", "  coinbase: { depth: 10 }", "  KRAKEN: { depth: 25 }");
    assertThat(feeds.wanted()).hasSize(1);
    assertThat(feeds.wanted().getFirst().settings().depth()).isEqualTo(25);
  }

  @Test
  void keysComeOfTheSecretsAndAreNotTold() throws Exception {
    Files.writeString(
        folder.resolve("secrets.yaml"),
        "feeds: { coinbase: { key: k1, secret: c2VjcmV0, passphrase: word } }");
    FeedsConfig feeds = read("coinbase");
    assertThat(feeds.wanted().getFirst().settings().keys().orElseThrow().secret())
        .isEqualTo("c2VjcmV0");
    assertThat(feeds.toString()).contains("k1").doesNotContain("c2VjcmV0", "word");
  }

  @Test
  void allFaultsAreToldAtOnceWithTheValueAndTheRule() throws Exception {
    List<String> faults =
        faults(
            "feeds:",
            "  coinbase: { pairs: [BTCUSD, A-B, a-b], depth: 5000, url: 'https://x', key: k }",
            "  kraken: { restUrl: 'ftp://x', dept: 5, secret: '***', key: k }",
            "  mtgox: { pairs: [BTC-USD] }",
            "  other: { kind: ftx }",
            "  fallback: { BTC-USD: [COINBASE, BITSTAMP] }");
    assertThat(faults)
        .anyMatch(fault -> fault.contains("such as BTC-USD, was 'BTCUSD'"))
        .anyMatch(fault -> fault.contains("feeds.coinbase.pairs must name a pair once, was 'a-b'"))
        .anyMatch(fault -> fault.contains("feeds.coinbase.depth must be a whole number from 1 to"))
        .anyMatch(fault -> fault.contains("feeds.coinbase.url must be ws://HOST or wss://HOST"))
        .anyMatch(fault -> fault.contains("feeds.coinbase.key and feeds.coinbase.secret must both"))
        .anyMatch(fault -> fault.contains("feeds.kraken.restUrl must be http://HOST or https"))
        .anyMatch(fault -> fault.contains("feeds.kraken.dept is not a setting"))
        .anyMatch(fault -> fault.contains("feeds.kraken.secret must be in Base64"))
        .anyMatch(fault -> fault.contains("have a kind of these at feeds.mtgox.kind, was 'mtgox'"))
        .anyMatch(fault -> fault.contains("feeds.other.kind must be one of binance, coinbase"))
        .anyMatch(fault -> fault.contains("feeds.fallback.BTC-USD must name feeds that run"))
        .noneMatch(fault -> fault.contains("***"));
  }

  private static LiveFeeds.Wanted one(FeedsConfig feeds, String name) {
    return feeds.wanted().stream()
        .filter(wanted -> wanted.settings().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private FeedsConfig read(@Nullable String named, String... yaml) throws IOException {
    return reader(named, yaml).read().feeds();
  }

  private List<String> faults(String... yaml) throws IOException {
    ConfigReader reader = reader(null, yaml);
    ConfigException refused = catchThrowableOfType(ConfigException.class, reader::read);
    return String.valueOf(refused.getMessage()).lines().toList();
  }

  private ConfigReader reader(@Nullable String named, String... yaml) throws IOException {
    Files.write(folder.resolve("config.yaml"), List.of(yaml));
    Options options = new Options();
    options.data = folder;
    options.feeds = named;
    return new ConfigReader(options, Map.of());
  }
}
