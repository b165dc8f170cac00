package io.ratel.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ratel.adapters.polled.PolledSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesReaderTest {
  @TempDir Path folder;

  private ConfigReader reader(String... yaml) throws IOException {
    Files.write(folder.resolve("config.yaml"), List.of(yaml));
    Options options = new Options();
    options.data = folder;
    return new ConfigReader(options, Map.of());
  }

  private Map<String, PolledSource> read(String... yaml) throws Exception {
    return reader(yaml).read().sources().sources();
  }

  private static PolledSource one(Map<String, PolledSource> sources, String name) {
    return Optional.ofNullable(sources.get(name)).orElseThrow();
  }

  @Test
  void withoutASettingNobodyIsAsked() throws Exception {
    assertThat(read()).isEmpty();
  }

  @Test
  void aSourceHasTheUsualAddressAndItsKeyFromTheSecrets() throws Exception {
    Files.writeString(folder.resolve("secrets.yaml"), "sources: { fred: { key: hidden } }");
    PolledSource fred = one(read("sources: { fred: { every: 12h } }"), "fred");

    assertThat(fred.pause()).isEqualTo(Duration.ofHours(12));
    assertThat(fred.requests(Instant.EPOCH)).hasSize(4);
    assertThat(fred.requests(Instant.EPOCH).getFirst().uri().toString())
        .startsWith("https://api.stlouisfed.org/fred/series/observations?series_id=DFF")
        .endsWith("api_key=hidden");
  }

  @Test
  void aStoredKeyIsAskedForByItsSettingWhenItCanBeRead() throws Exception {
    Config config =
        reader(
                "sources: { fred: { key: 'stored:fred/key' } }",
                "feeds: { coinbase: { key: id, secret: 'stored:coinbase-key' } }")
            .read();
    PolledSource fred =
        one(config.stored().sources((key, reference) -> key + "=" + reference).sources(), "fred");

    assertThat(fred.requests(Instant.EPOCH).getFirst().uri().toString())
        .endsWith("api_key=sources.fred.key%3Dstored%3Afred%2Fkey");
    assertThat(
            config
                .stored()
                .feeds((key, reference) -> "aGlkZGVu")
                .wanted()
                .getFirst()
                .settings()
                .keys())
        .hasValueSatisfying(keys -> assertThat(keys.secret()).isEqualTo("aGlkZGVu"));
    ConfigException thrown =
        catchThrowableOfType(
            ConfigException.class, () -> config.stored().feeds((key, reference) -> "no base 64"));
    assertThat(thrown).hasMessageContaining("feeds.coinbase.secret");
    assertThat(thrown.getMessage()).doesNotContain("no base 64");
  }

  @Test
  void aFolderOfFactorsIsASourceAndSeriesAreKeptAsLongAsIsSet() throws Exception {
    Config.Sources sources =
        reader(
                "sources: { adjustments: { kind: factors, url: 'file:///srv/factors/' } }",
                "analytics: { keep: { hourly: 30 } }")
            .read()
            .sources();

    assertThat(one(sources.sources(), "adjustments").kind()).isEqualTo("factors");
    assertThat(sources.keep().hourly()).isEqualTo(Duration.ofDays(30));
    assertThat(sources.keep().daily()).isEqualTo(Duration.ofDays(3_660));
    ConfigException thrown =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                reader(
                        "sources: { adjustments: { kind: factors, url: 'https://h/factors' } }",
                        "analytics: { keep: { daily: 5 } }")
                    .read());
    assertThat(thrown)
        .hasMessageContaining("must be of a folder and end with /")
        .hasMessageContaining("analytics.keep.daily must be 32 to 36500 days, was 5");
  }

  @Test
  void sourcesOfOneKindHaveNamesOfTheirOwn() throws Exception {
    Map<String, PolledSource> sources =
        read(
            "sources:",
            "  wind: { kind: csv, url: 'file:///srv/wind.csv', time: yyyyMMdd,",
            "    zone: Asia/Shanghai,",
            "    columns: { symbol: code, time: d, open: o, high: h, low: l, close: c } }",
            "  gas: { kind: gas-price, url: 'http://127.0.0.1:8545' }",
            "  pools:",
            "    kind: pool-price",
            "    url: http://127.0.0.1:8545",
            "    pools:",
            "      ETH-USDC: { address: '0x" + "ab".repeat(20) + "', baseFirst: false,",
            "        quoteDecimals: 6 }",
            "  wire: { kind: rss, url: 'https://example.org/feed', topics: [Bitcoin=BTC-USD] }");

    assertThat(sources.keySet()).containsExactlyInAnyOrder("wind", "gas", "pools", "wire");
    assertThat(one(sources, "wind").kind()).isEqualTo("csv");
    assertThat(one(sources, "pools").symbols().toString()).contains("POOLS:ETH-USDC");
  }

  @Test
  void allFaultsAreToldAtOnceWithTheKeyTheValueAndTheRule() throws Exception {
    ConfigReader reader =
        reader(
            "sources:",
            "  fred: { every: 12x }",
            "  yahoo: { url: 'ftp://a' }",
            "  iex: { tickers: [] }",
            "  weather: { url: 'https://a' }",
            "  ecb: { evry: 1h }",
            "  house: { kind: json, url: 'https://a', output: bars, columns: { time: t } }",
            "  table: { kind: csv, url: 'https://a', separator: ';;' }",
            "  gas: { kind: gas-price }",
            "  pools: { kind: pool-price, url: 'http://a', pools: { ETH-USDC: { address: x } } }",
            "analytics: { clickhouse: { url: 'http://a:8123/?x=1', database: 'a b' } }");
    String faults =
        String.valueOf(catchThrowableOfType(ConfigException.class, reader::read).getMessage());

    assertThat(faults)
        .contains("sources.fred.every must be a number with s, m, h or d behind it, such as 15m")
        .contains("sources.yahoo.url must be http://, https:// or file:// and the rest")
        .contains("sources.iex.tickers must name at least one")
        .contains("sources.weather.kind must be one of fred, ecb")
        .contains("sources.ecb.evry is not a setting")
        .contains("sources.house: columns must name symbol for bars")
        .contains("sources.table.separator must be one character, was ';;'")
        .contains("sources.gas.url must be")
        .contains("sources.pools: address must be 0x and 40 hexadecimal digits, was 'x'");
  }
}
