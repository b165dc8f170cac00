package io.ratel.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.server.VenueProcess;
import io.ratel.server.VenueProcess.Answer;
import io.ratel.server.VenueProcess.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user of a running venue who leaves: nothing of the person is in the tables or the logs. */
class FarewellTest {
  private static final String MARK = "zanzibar";
  private static final String EMAIL = MARK + "@example.test";
  private static final String PASSWORD = "correct horse";

  private static Answer dangerous(
      VenueProcess venue, String operation, String method, String path, Object body)
      throws IOException, NoSuchAlgorithmException {
    String text = body.equals("") ? "" : VenueProcess.JSON.writeValueAsString(body);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    Answer minted =
        venue.call(
            "POST",
            "/v1/tokens/danger",
            Map.of(
                "operation", operation,
                "resource", path,
                "bodySha256", HexFormat.of().formatHex(hash),
                "password", PASSWORD));
    assertThat(minted.status()).as(minted.toString()).isEqualTo(201);
    String token = minted.body().get("token").asText();
    return venue.call(method, path, text, Map.of("Danger-Token", token));
  }

  /** Tables of every schema with a row that has a text anywhere. */
  private static List<String> tablesWith(Connection database, String text) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet names =
            statement.executeQuery(
                "select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                    + " from information_schema.tables where table_type = 'BASE TABLE'")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      String query = "select 1 from " + table + " t where t::text ilike ? limit 1";
      try (PreparedStatement search = database.prepareStatement(query)) {
        search.setString(1, "%" + text + "%");
        if (search.executeQuery().next()) {
          found.add(table);
        }
      }
    }
    return found;
  }

  @Test
  void nothingPersonalIsLeftInTheTablesOrEverWasInTheLogs(@TempDir Path folder) throws Exception {
    Path secrets = folder.resolve("secrets.yaml");
    Files.writeString(secrets, "operator: {email: op@example.test, password: " + PASSWORD + "}\n");
    Path data = folder.resolve("data");
    String userId;
    try (VenueProcess venue = VenueProcess.up(data, "--no-demo", "--secrets", secrets.toString())) {
      venue.signIn("op@example.test", PASSWORD);
      String operator = venue.token;
      Map<String, String> eve = Map.of("email", EMAIL, "password", PASSWORD, "name", MARK);
      Answer made = dangerous(venue, "createUser", "POST", "/v1/users", eve);
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
      userId = made.body().get("id").asText();
      dangerous(venue, "createUser", "POST", "/v1/users", eve); // is refused: the address is taken

      venue.signIn(EMAIL, PASSWORD);
      String account = venue.get("/v1/accounts").body().at("/items/0/id").asText();
      money(venue, "deposits", account);
      venue.call("POST", "/v1/keys", Map.of("name", MARK, "scopes", List.of("trading")));
      dangerous(venue, "beginTotp", "POST", "/v1/factors/totp", "");
      Answer full = dangerous(venue, "deleteMe", "DELETE", "/v1/me", "");
      assertThat(full.status()).isEqualTo(409);
      assertThat(full.body().at("/error/message").asText()).contains("5 USD in account " + account);
      money(venue, "withdrawals", account);
      Answer gone = dangerous(venue, "deleteMe", "DELETE", "/v1/me", "");
      assertThat(gone.status()).as(gone.toString()).isEqualTo(200);
      assertThat(gone.body().at("/accountIds/0").asText()).isEqualTo(account);
      assertThat(venue.get("/v1/me").status()).isEqualTo(401);
      venue.token = operator;
      assertThat(venue.get("/v1/deletions/" + userId).body()).isEqualTo(gone.body());
      assertThat(venue.get("/v1/users").body().toString()).doesNotContain(MARK);
    }
    assertThat(users(data, "receipt", userId).output())
        .contains("User " + userId + " was deleted at", "api_keys 1");
    assertThat(users(data, "list").output())
        .contains("op@example.test person operator active free");
    Ran reset = users(data, "reset-factors", "op@example.test");
    assertThat(reset.output()).contains("op@example.test signs in with the password alone now.");
    assertThat(users(data, "reset-factors", EMAIL).exitCode()).isEqualTo(1);
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data.resolve("postgres"));
        Connection database =
            DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres")) {
      assertThat(tablesWith(database, MARK)).isEmpty();
      assertThat(tablesWith(database, "op@example.test"))
          .as("the search finds who is there")
          .contains("platform.users");
    }
    try (Stream<Path> logs = Files.walk(data.resolve("logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log)).as(log.toString()).doesNotContain(MARK);
      }
    }
  }

  private static Ran users(Path data, String... arguments) {
    List<String> line = new ArrayList<>(List.of("users"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--data", data.toString()));
    return VenueProcess.run(line, Map.of());
  }

  private static void money(VenueProcess venue, String what, String account) {
    Answer moved =
        venue.call(
            "POST",
            "/v1/" + what,
            Map.of("accountId", account, "asset", "USD", "amount", "5"),
            Map.of("Idempotency-Key", what));
    assertThat(moved.status()).as(moved.toString()).isEqualTo(201);
  }
}
