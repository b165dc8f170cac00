package io.ratel.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import io.ratel.server.VenueProcess.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator acts on a running venue; afterwards somebody lays hands on its tables. */
final class AuditCommandTest {
  private static final Path SETTINGS = Path.of("secrets.yaml");

  @TempDir Path folder;

  private Ran verify(String... more) {
    List<String> line = new ArrayList<>(List.of("audit", "verify"));
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    line.addAll(List.of(more));
    Ran ran = VenueProcess.run(line, Map.of());
    assertThat(ran.output()).doesNotContainPattern("(?m)^\\s+at |Exception");
    return ran;
  }

  private static void says(Ran ran, int exitCode, String text) {
    assertThat(ran.output()).contains(text);
    assertThat(ran.exitCode()).as(ran.output()).isEqualTo(exitCode);
  }

  private void tamper(String statement) throws SQLException {
    Path tables = folder.resolve("data/postgres");
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(tables);
        Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      sql.execute(statement);
    }
  }

  @Test
  void whatAnOperatorDidIsThereAfterwardsAndCannotBeChangedUnseen() throws Exception {
    says(verify(), 4, "there is no database in");
    Path settings = folder.resolve(SETTINGS);
    Files.writeString(settings, "operator: {email: op@example.org, password: correct horse}\n");
    Path data = folder.resolve("data");
    try (VenueProcess venue =
        VenueProcess.up(data, "--no-demo", "--secrets", settings.toString())) {
      venue.signIn("op@example.org", "correct horse");
      Answer set =
          venue.call(
              "PUT",
              "/v1/limits/rates",
              "{\"rates\":[{\"tier\":\"static\",\"holder\":\"free\",\"burst\":500,"
                  + "\"average\":500,\"periodS\":1}]}");
      assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
      Answer kill = venue.call("PUT", "/v1/kill-switches/venue/all", "{\"engaged\":true}");
      assertThat(kill.status()).as(kill.body().toString()).isEqualTo(200);
      List<String> operations = new ArrayList<>();
      Answer audit = venue.get("/v1/audit");
      audit.body().get("items").forEach(item -> operations.add(item.get("operation").asText()));
      assertThat(operations).containsExactly("setKillSwitch", "setRates", "signIn");
      assertThat(venue.get("/v1/audit/verification").body().get("records").asInt()).isEqualTo(3);
    }
    says(verify("--secrets", settings.toString()), 0, "The audit log is intact: 3 records.");
    says(verify("--expect", "9"), 2, "a link must be NUMBER:HASH");
    says(verify("--expect", "2:" + "0".repeat(64)), 1, "whose hash was kept elsewhere");

    tamper("delete from platform.audit where number = 3");
    says(verify(), 1, "the log ends after record 2, but record 3 was written");
    tamper("update platform.audit set after = '' where number = 2");
    says(verify("--json"), 1, "\"broken\":\"2\",\"fault\":\"record 2 was altered");
  }
}
