package io.ratel.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.server.VenueProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole venue: what it samples and heals, and what it says of its stores. */
final class SnapshotsJourneyTest {
  @TempDir Path folder;

  /** The demo has a month of bars behind it, in which nobody sampled anything. */
  @Test
  void theHoursBeforeTheStartAreHealedFromTheirBars() {
    try (VenueProcess ratel = VenueProcess.up(folder)) {
      ratel.signIn("demo@ratel.local", "demo");
      JsonNode healed =
          ratel.await(
              "/v1/series/snapshot_daily/market/volume/BTC-USD",
              answer -> answer.path("items").size() > 20);

      assertThat(healed.at("/items/0/value").asDouble()).isPositive();
      JsonNode marks =
          ratel.get("/v1/series/snapshot_hourly/healed:bars/mark/BTC-USD?limit=2000").body();
      assertThat(marks.get("items").size()).isGreaterThan(600);
      assertThat(ratel.get("/v1/series/snapshot_hourly/asset/mark/BTC").body().get("items"))
          .isNotEmpty();
      assertThat(ratel.get("/v1/operator/storage").status()).isEqualTo(403);
      String account = ratel.get("/v1/accounts").body().at("/items/0/id").asText();
      JsonNode equity =
          ratel.await(
              "/v1/series/portfolio/account/equity/" + account + "?limit=2000",
              answer -> answer.path("items").size() > 600);
      assertThat(equity.at("/items/0/value").asDouble()).isPositive();
      assertThat(
              ratel
                  .await(
                      "/v1/series/performance/account/drawdown/" + account,
                      answer -> answer.path("items").size() > 20)
                  .at("/items/0/value")
                  .asDouble())
          .isBetween(0.0, 1.0);
      VenueProcess.Ran doctor =
          VenueProcess.run(List.of("doctor", "--data", folder.toString()), Map.of());
      assertThat(doctor.output()).contains("storage").contains("snapshots_hourly");
    }
  }

  @Test
  void anOperatorSeesTheTablesOfBothStores() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("op.yaml"),
            "operator: { email: op@example.org, password: \"correct horse\" }");
    try (VenueProcess ratel =
        VenueProcess.up(folder.resolve("data"), "--no-demo", "--config", config.toString())) {
      ratel.signIn("op@example.org", "correct horse");
      JsonNode tables = ratel.get("/v1/operator/storage").body().get("items");

      assertThat(tables.findValuesAsText("table"))
          .contains("trades", "snapshots_hourly", "projection.orders", "platform.equity");
      assertThat(tables.findValuesAsText("store")).contains("postgres", "questdb");
    }
  }

  @Test
  void aKeyThatIsStoredNowhereIsNamedByItsSetting() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("stored.yaml"), "sources: { fred: { key: 'stored:nowhere' } }");
    VenueProcess.Ran ran =
        VenueProcess.run(
            List.of(
                "up",
                "--no-demo",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--config",
                config.toString()),
            Map.of());

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.output()).contains("sources.fred.key");
  }
}
