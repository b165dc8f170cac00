package io.ratel.adapters.postgres.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresPresence;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.adapters.postgres.access.PostgresApiKeys;
import io.ratel.adapters.postgres.alert.PostgresAlerts;
import io.ratel.adapters.postgres.secret.PostgresSecrets;
import io.ratel.marketdata.alert.Alert;
import io.ratel.marketdata.alert.Firing;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.rule.Condition;
import io.ratel.marketdata.rule.Reading;
import io.ratel.marketdata.rule.Repeat;
import io.ratel.marketdata.rule.Rule;
import io.ratel.model.instrument.Symbol;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.external.ExternalAccount;
import io.ratel.security.factor.Challenges.Challenge;
import io.ratel.security.factor.Challenges.Kind;
import io.ratel.security.identity.License;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.User;
import io.ratel.security.identity.UserKind;
import io.ratel.security.identity.UserRegister.Change;
import io.ratel.security.identity.UserRegister.NewUser;
import io.ratel.security.identity.UserRegister.Receipt;
import io.ratel.security.identity.UserState;
import io.ratel.security.identity.Users.Account;
import io.ratel.security.passkey.Credential;
import io.ratel.security.permission.Feature;
import io.ratel.security.secret.EnvironmentKeys;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.Secrets;
import io.ratel.security.session.Session;
import io.ratel.security.session.SignInMethod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresUserRegisterTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String MARK = "zanzibar";
  private static EmbeddedPostgresServer server;
  private static Database database;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4);
  }

  @AfterAll
  static void close() {
    database.close();
    server.close();
  }

  private static NewUser person(String email, Optional<ExternalAccount> external) {
    return new NewUser(
        Optional.of(email),
        MARK + " Ann",
        Role.TRADER,
        UserKind.PERSON,
        Optional.of("hash of " + MARK),
        external);
  }

  private static ExternalAccount google(String subject) {
    return new ExternalAccount("https://accounts.test", subject, Optional.empty(), MARK);
  }

  /** Rows of every table of every schema that have a text anywhere, as {@code table: count}. */
  private static List<String> tablesWith(String text) {
    List<String> found = new ArrayList<>();
    for (Record table :
        database
            .sql()
            .fetch(
                "select quote_ident(table_schema) || '.' || quote_ident(table_name) as name"
                    + " from information_schema.tables where table_type = 'BASE TABLE'"
                    + " and table_schema <> 'information_schema' order by 1")) {
      String name = table.get("name", String.class);
      int rows =
          database
              .sql()
              .fetchSingle("select count(*) as n from " + name + " t where t::text ilike ?", text)
              .get("n", Integer.class);
      if (rows > 0) {
        found.add(name + ": " + rows);
      }
    }
    return found;
  }

  /** An alert that fired. */
  private static void alert(long userId) {
    PostgresAlerts alerts = new PostgresAlerts(database, IndicatorCatalog.load());
    Condition above = new Condition.Above(new Reading.Of(Reading.Price.LAST), 1);
    Alert alert =
        alerts
            .create(
                new Alert(
                    0,
                    userId,
                    MARK,
                    new Symbol("BTC-USD"),
                    new Rule(above, Repeat.ALWAYS, 0, OptionalLong.empty()),
                    Alert.State.ACTIVE,
                    1_000,
                    OptionalLong.empty()),
                5)
            .orElseThrow();
    alerts.fire(alert, new Firing(0, alert.id(), userId, MARK, "BTC-USD", MARK, 2, 2_000));
  }

  /** A user with a row in every table that can have one. */
  private static User everywhere() {
    PostgresUserRegister register = new PostgresUserRegister(database);
    User ann =
        register
            .create(person(MARK + "@example.test", Optional.of(google("1"))), NOW)
            .orElseThrow();
    PostgresUsers users = new PostgresUsers(database);
    users.addAccount(ann.id(), new Account(77, MARK + " savings"));
    users.addAccount(ann.id(), new Account(76, "Main"));
    new PostgresSessions(database)
        .open(
            new Session(
                "s-" + MARK,
                ann.id(),
                SignInMethod.PASSWORD,
                "192.0.2.7",
                MARK,
                NOW,
                NOW,
                NOW.plusSeconds(9_999_999_999L)));
    new PostgresApiKeys(database)
        .create(
            new ApiKey(
                0,
                ann.id(),
                Optional.empty(),
                MARK,
                MARK,
                Set.of(Feature.TRADING),
                List.of(),
                NOW,
                Optional.empty()),
            new byte[32]);
    new PostgresPasskeys(database)
        .add(
            ann.id(),
            MARK,
            new Credential(new byte[] {1}, new byte[] {2}, 0, List.of(), false, false),
            NOW);
    alert(ann.id());
    PostgresFactors factors = new PostgresFactors(database);
    factors.begin(ann.id());
    factors.confirm(ann.id(), NOW, List.of(new byte[] {1}, new byte[] {2}));
    new PostgresChallenges(database)
        .open(
            "c",
            new Challenge(Kind.SECOND_FACTOR, ann.id(), MARK),
            NOW.plusSeconds(9_999_999_999L));
    new PostgresPresence(database, "node").changed(Set.of(ann.id()), Set.of());
    String key = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
    new Secrets(new PostgresSecrets(database), new EnvironmentKeys(key), new SecureRandom())
        .put(
            new Place(new Owner(Owner.Kind.USER, Long.toString(ann.id())), MARK),
            MARK.getBytes(StandardCharsets.UTF_8));
    return ann;
  }

  @Test
  void whatIsPersonalOfAUserIsFoundNowhereAfterItsDeletion() {
    User ann = everywhere();
    assertThat(tablesWith("%" + MARK + "%"))
        .as("the search finds what is there")
        .hasSizeGreaterThanOrEqualTo(7);
    PostgresUserRegister register = new PostgresUserRegister(database);
    Receipt receipt = register.delete(ann.id(), NOW).orElseThrow();

    assertThat(receipt.accountIds()).containsExactly(76L, 77L);
    assertThat(receipt.removed())
        .containsEntry("users", 1)
        .containsEntry("alerts", 1)
        .containsEntry("alert_firings", 1)
        .containsEntry("user_accounts", 2)
        .containsEntry("sessions", 1)
        .containsEntry("api_keys", 1)
        .containsEntry("passkeys", 1)
        .containsEntry("authenticators", 1)
        .containsEntry("recovery_codes", 2)
        .containsEntry("external_accounts", 1)
        .containsEntry("challenges", 1)
        .containsEntry("presence", 1)
        .containsEntry("secrets", 1)
        .containsEntry("secret_versions", 1);
    assertThat(tablesWith("%" + MARK + "%")).isEmpty();
    assertThat(register.receipt(ann.id())).contains(receipt);
    assertThat(register.delete(ann.id(), NOW)).isEmpty();
  }

  @Test
  void everyTableThatRefersToUsersIsCounted() {
    List<String> referring =
        database
            .sql()
            .fetch(
                "select conrelid::regclass::text as name from pg_constraint"
                    + " where contype = 'f' and confrelid = 'platform.users'::regclass")
            .map(row -> row.get("name", String.class).replace("platform.", ""));
    User bob = new PostgresUsers(database).create("bob@example.test", Role.TRADER, "x");
    Receipt receipt = new PostgresUserRegister(database).delete(bob.id(), NOW).orElseThrow();

    assertThat(receipt.removed().keySet()).containsAll(referring);
  }

  @Test
  void anAddressAndAnAccountElsewhereAreOneUsers() {
    PostgresUserRegister register = new PostgresUserRegister(database);
    User cid =
        register.create(person("cid@example.test", Optional.of(google("9"))), NOW).orElseThrow();

    assertThat(register.create(person("cid@example.test", Optional.empty()), NOW)).isEmpty();
    assertThat(register.create(person("dan@example.test", Optional.of(google("9"))), NOW))
        .as("and no half of it stays")
        .isEmpty();
    assertThat(new PostgresUsers(database).findByEmail("dan@example.test")).isEmpty();
    PostgresExternalAccounts external = new PostgresExternalAccounts(database);
    assertThat(external.find(google("9"))).hasValue(cid.id());
    assertThat(external.link(cid.id(), google("10"), NOW)).as("one of each issuer").isFalse();
    long id = external.of(cid.id()).getFirst().id();
    assertThat(external.unlink(cid.id() + 1, id)).isFalse();
    assertThat(external.unlink(cid.id(), id)).isTrue();
    assertThat(external.find(google("9"))).isEmpty();
  }

  @Test
  void aServiceHasNeitherAddressNorPassword() {
    PostgresUserRegister register = new PostgresUserRegister(database);
    NewUser wanted =
        new NewUser(
            Optional.empty(),
            "Hedger",
            Role.TRADER,
            UserKind.SERVICE,
            Optional.empty(),
            Optional.empty());
    User one = register.create(wanted, NOW).orElseThrow();
    User two = register.create(wanted, NOW).orElseThrow();

    assertThat(two.id()).isGreaterThan(one.id());
    assertThat(register.list(one.id() - 1, 1)).containsExactly(one);
    assertThat(new PostgresUsers(database).credentials(one.id()).orElseThrow().passwordHash())
        .isEmpty();
  }

  @Test
  void aSuspendedUsersKeysAreNotFound() {
    PostgresUserRegister register = new PostgresUserRegister(database);
    long id = new PostgresUsers(database).create("fay@example.test", Role.TRADER, "x").id();
    PostgresApiKeys keys = new PostgresApiKeys(database);
    keys.create(
        new ApiKey(
            0,
            id,
            Optional.empty(),
            "bot",
            "fay-key",
            Set.of(Feature.TRADING),
            List.of(),
            NOW,
            Optional.empty()),
        new byte[32]);
    assertThat(keys.findByPrefix("fay-key")).isPresent();
    Change suspend =
        new Change(Optional.empty(), Optional.of(UserState.SUSPENDED), Optional.empty());
    Change pro = new Change(Optional.empty(), Optional.empty(), Optional.of(License.PRO));

    assertThat(register.change(id, suspend).orElseThrow().isActive()).isFalse();
    assertThat(keys.findByPrefix("fay-key")).isEmpty();
    assertThat(register.change(id, pro).orElseThrow().state()).isEqualTo(UserState.SUSPENDED);
    assertThat(register.license(id)).isEqualTo(License.PRO);
    assertThat(register.license(99_999)).isEqualTo(License.FREE);
    assertThat(register.change(99_999, pro)).isEmpty();
  }
}
