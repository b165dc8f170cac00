package io.ratel.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline of the configuration, from the exchange's trades to what an analyst reads. */
final class PipelineJourneyTest {
  @TempDir Path folder;

  @Test
  void tradesOfTheExchangeBecomeASeriesAMarketAndAFile() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    Files.write(
        data.resolve("config.yaml"),
        List.of(
            "operator: { email: op@example.org, password: correct horse }",
            "pipelines:",
            "  flow:",
            "    markets: [BTC-USD]",
            "    steps:",
            "      - map: { notional: 'price * quantity', signed: \"IF(side == 'buy', 1, -1)\" }",
            "      - window: { size: 1s, patience: 1s, by: [symbol],",
            "          take: { turnover: sum(notional), price: last(price), quantity: count() } }",
            "    to:",
            "      - { series: turnover, subject: symbol, value: turnover }",
            "      - { market: BTC-USD, when: 'turnover > 0' }",
            "      - { file: '" + folder + "/flow.json' }"));
    try (VenueProcess ratel = VenueProcess.up(data, "--demo")) {
      ratel.signIn("demo@ratel.local", "demo");
      JsonNode values =
          ratel.await(
              "/v1/series/observation/FLOW/turnover/BTC-USD",
              list -> list.at("/items/2").isObject());
      assertThat(values.at("/items/0/value").asDouble()).isPositive();
      JsonNode trades =
          ratel.await("/v1/markets/FLOW:BTC-USD/trades", list -> list.at("/items/0").isObject());
      assertThat(trades.at("/items/0/price").asText()).isNotBlank();
      assertThat(Files.readString(folder.resolve("flow.json"))).contains("\"turnover\":");
      ratel.signIn("op@example.org", "correct horse");
      JsonNode status = ratel.get("/v1/pipelines").body().at("/items/0");
      assertThat(status.get("name").asText()).isEqualTo("flow");
      assertThat(status.get("in").asLong()).isPositive();
      assertThat(status.get("refused").asLong()).isZero();
      assertThat(status.get("lastError").asText()).isEmpty();
    }
  }
}
