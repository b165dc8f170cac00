package io.ratel.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole venue, compared with its log while it trades, after a kill, and after a fault. */
class ReconcileTest {
  private static final int EVENTS = 3_000;

  @TempDir Path folder;

  private VenueProcess trading() throws Exception {
    Path secrets = folder.resolve("secrets.yaml");
    Files.writeString(secrets, "operator: {email: op@example.org, password: correct horse}\n");
    VenueProcess venue =
        VenueProcess.up(folder.resolve("data"), "--demo", "--secrets", secrets.toString());
    venue.signIn("op@example.org", "correct horse");
    return venue;
  }

  private static long clean(VenueProcess venue) {
    Answer answer = venue.get("/v1/reconciliation");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().get("breaks")).as("%s", answer.body()).isEmpty();
    assertThat(answer.body().get("breakCount").asLong()).isZero();
    return answer.body().get("sequence").asLong();
  }

  private Ran reconcile(String... more) {
    List<String> line = new ArrayList<>(List.of("reconcile", "--data"));
    line.add(folder.resolve("data").toString());
    line.addAll(List.of(more));
    return VenueProcess.run(line, Map.of());
  }

  @Test
  void aVenueThatTradesAgreesWithItsLogAndAFaultIsNamedAndMended() throws Exception {
    long sequence;
    try (VenueProcess venue = trading()) {
      sequence = clean(venue);
      long moments = 1;
      for (long begun = sequence; sequence < begun + EVENTS; ) {
        long next = clean(venue); // while bots send orders
        moments += next > sequence ? 1 : 0;
        sequence = next;
      }
      assertThat(moments).isGreaterThan(5);
      manyAsk(venue);
      assertThat(venue.raw("GET", "/metrics", "", Map.of()).body())
          .contains("ratel_reconciliation_breaks 0.0");
      venue.kill();
    }
    Ran afterTheKill = reconcile();
    assertThat(afterTheKill.exitCode()).as(afterTheKill.output()).isZero();
    assertThat(afterTheKill.output()).contains(": 0 breaks in ");
    try (VenueProcess venue = trading()) {
      assertThat(clean(venue)).isGreaterThanOrEqualTo(sequence);
      assertThat(venue.stop()).isZero();
    }
    change("update projection.balances set total = total + 1 where account_id = 1");
    Ran found = reconcile("--json");
    assertThat(found.exitCode()).isEqualTo(1);
    JsonNode report = VenueProcess.JSON.readTree(found.output());
    assertThat(report.get("breakCount").asLong()).isPositive();
    report
        .get("breaks")
        .forEach(
            each -> {
              assertThat(each.get("kind").asText()).isEqualTo("BALANCE_DIFFERS");
              assertThat(each.get("field").asText()).isEqualTo("total");
              assertThat(each.get("mend").asText()).isEqualTo("ratel reconcile --mend");
            });
    Ran mended = reconcile("--mend");
    assertThat(mended.exitCode()).as(mended.output()).isZero();
    assertThat(mended.output())
        .contains("BALANCE_DIFFERS  balances 1 ", "Rebuilt the projection from ", ": 0 breaks in ");
    assertThat(reconcile().exitCode()).isZero();
  }

  /** All get the result of one run. */
  private static void manyAsk(VenueProcess venue) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<Long>> asked = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        asked.add(clients.submit(() -> clean(venue)));
      }
      for (Future<Long> one : asked) {
        assertThat(one.get()).isPositive();
      }
    }
  }

  private void change(String sql) throws SQLException {
    Path tables = folder.resolve("data").resolve("postgres");
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(tables);
        Connection database =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres");
        Statement statement = database.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
