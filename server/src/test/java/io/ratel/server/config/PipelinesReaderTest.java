package io.ratel.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ratel.marketdata.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelinesReaderTest {
  @TempDir Path folder;

  private ConfigReader reader(String... yaml) throws IOException {
    Files.write(folder.resolve("config.yaml"), List.of(yaml));
    Options options = new Options();
    options.data = folder;
    return new ConfigReader(options, Map.of());
  }

  private String faults(String... yaml) throws IOException {
    ConfigReader reader = reader(yaml);
    return String.valueOf(catchThrowableOfType(ConfigException.class, reader::read).getMessage());
  }

  @Test
  void aPipelineHasItsStepsInTheirOrderAndSeveralOutputs() throws Exception {
    Files.writeString(folder.resolve("names.csv"), "base,name\nBTC,Bitcoin\n");
    List<Pipeline> pipelines =
        reader(
                "pipelines:",
                "  whales:",
                "    from: trades",
                "    markets: [BTC-USD, 'KRAKEN:*']",
                "    steps:",
                "      - map: { notional: 'price * quantity' }",
                "      - filter: 'IF(side == \"buy\", notional, 0) >= 1000'",
                "      - join: { with: 'file://" + folder + "/names.csv', on: base, take: [name] }",
                "      - join: { with: 'series:observation/ECB/EUR/*', on: quote,",
                "                take: { rate: value } }",
                "      - window: { size: 1m, by: [symbol, name],",
                "                  take: { turnover: sum(notional), trades: count() } }",
                "    to:",
                "      - { series: turnover, subject: symbol, value: turnover }",
                "      - { events: whale, headline: '{name}: {turnover}', when: 'trades > 3' }",
                "      - { file: '" + folder + "/whales.json' }")
            .read()
            .pipelines();
    assertThat(pipelines).hasSize(1);
    assertThat(pipelines.getFirst().steps()).hasSize(5);
    assertThat(pipelines.getFirst().routes()).hasSize(3);
    assertThat(pipelines.getFirst().routes().get(1).when()).isPresent();
  }

  @Test
  void everyFaultNamesItsPlaceAndWhatWouldBeRight() throws Exception {
    assertThat(
            faults(
                "pipelines:",
                "  a: { from: trade, markets: [X], to: [ { file: /nowhere/x } ] }",
                "  b:",
                "    markets: ['*']",
                "    steps:",
                "      - filter: 'cost > 1'",
                "      - { filter: 'price > 1', map: { x: price } }",
                "      - map: { time: price }",
                "      - window: { by: [symbol], take: { sum: median(price) } }",
                "      - join: { with: nothing, take: [x] }",
                "    to: [ { events: whale, headline: '{oops}' }, { file: /nowhere/x } ]",
                "  C: { markets: [X], to: [ { series: a, value: price } ] }",
                "  d: { markets: [X] }"))
        .contains("pipelines.a: from must be trades, quotes or bars-1m")
        .contains("pipelines.b.steps.0.filter speaks of cost; there are base")
        .contains(
            "pipelines.b.steps.1: must have one of filter, map, join, window, has filter, map")
        .contains("pipelines.b.steps.2: a field must have")
        .contains("pipelines.b.steps.3.window.take.sum must be count(), sum(FIELD)")
        .contains("pipelines.b.steps.4.join.take must be a field that is there (value), was 'x'")
        .contains("pipelines.b.to.0.headline must be a field that is there")
        .contains("pipelines.b.to.1.file must be a file in a folder that exists")
        .contains("pipelines must have names of 1 to 20 small letters, digits and dashes, was 'C'")
        .contains("d.to must name at least one output")
        .doesNotContain("is not a setting");
  }

  @Test
  void aPipelineThatHearsItselfIsRefused() throws Exception {
    assertThat(
            faults(
                "pipelines:",
                "  a: { markets: ['B:*'], to: [ { market: BTC-USD } ] }",
                "  b: { markets: ['A:*'], to: [ { market: BTC-USD } ] }",
                "  c: { markets: ['A:*'], to: [ { market: BTC-USD } ] }"))
        .contains("pipelines.a hears the market that it makes, in a circle")
        .contains("pipelines.b hears")
        .doesNotContain("pipelines.c hears");
  }
}
