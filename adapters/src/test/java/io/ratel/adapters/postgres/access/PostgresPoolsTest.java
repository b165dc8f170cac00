package io.ratel.adapters.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresUsers;
import io.ratel.security.apikey.ApiKey;
import io.ratel.security.apikey.KeySecret;
import io.ratel.security.identity.Role;
import io.ratel.security.identity.Users;
import io.ratel.security.permission.Feature;
import io.ratel.security.pool.InvitationCode;
import io.ratel.security.pool.Member;
import io.ratel.security.pool.Pool;
import io.ratel.security.pool.PoolRole;
import io.ratel.security.pool.Pools;
import io.ratel.security.pool.Pools.Change;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPoolsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir static Path directory;
  private static EmbeddedPostgresServer server;
  private static Database database;
  private static PostgresUsers users;
  private static PostgresPools pools;
  private static long next = 100;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgresServer.start(directory);
    database = Database.connect(server.jdbcUrl(), "postgres", "postgres", 8);
    users = new PostgresUsers(database);
    pools = new PostgresPools(database);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private static long user() {
    long number = ++next;
    long id = users.create("u" + number + "@example.test", Role.TRADER, "x").id();
    users.addAccount(id, new Users.Account(number, "Main"));
    return id;
  }

  private static Pool pool(long owner) {
    return pools.open(owner, "Club", ++next).orElseThrow();
  }

  private static byte[] invite(Pool pool, long by, PoolRole role) {
    byte[] hash = InvitationCode.mint(RANDOM).hash();
    assertThat(pools.invite(pool.id(), by, role, hash, NOW)).isPresent();
    return hash;
  }

  @Test
  void keepsAPoolWithItsMembersAndTheirAccounts() {
    long ann = user();
    long bob = user();
    Pool pool = pool(ann);
    assertThat(pools.join(invite(pool, ann, PoolRole.MODERATOR), bob, NOW)).isEqualTo(Change.DONE);

    assertThat(pools.of(bob).getFirst().role()).isEqualTo(PoolRole.MODERATOR);
    assertThat(pools.of(bob).getFirst().members()).isEqualTo(2);
    List<Member> members = pools.members(pool.id());
    assertThat(members).extracting(Member::userId).containsExactly(ann, bob);
    assertThat(members.get(1).accountIds()).containsExactlyElementsOf(users.accountIds(bob));
    assertThat(pools.open(ann, "Again", pool.accountId()).orElseThrow().id()).isEqualTo(pool.id());
    assertThat(pools.rename(pool.id(), "Guild")).isEqualTo(Change.DONE);
    assertThat(pools.of(ann).getFirst().name()).isEqualTo("Guild");
  }

  @Test
  void anOwnerStaysHoweverTwoLeaveAtOnce() {
    long ann = user();
    long bob = user();
    Pool pool = pool(ann);
    pools.join(invite(pool, ann, PoolRole.OWNER), bob, NOW);

    List<Change> changes =
        List.of(ann, bob).parallelStream().map(each -> pools.remove(pool.id(), each)).toList();

    assertThat(changes).containsExactlyInAnyOrder(Change.DONE, Change.LAST_OWNER);
    assertThat(pools.members(pool.id())).hasSize(1);
    long last = pools.members(pool.id()).getFirst().userId();
    assertThat(pools.setRole(pool.id(), last, PoolRole.ASSOCIATE)).isEqualTo(Change.LAST_OWNER);
  }

  @Test
  void ofManyWhoHaveACodeOneJoins() {
    long ann = user();
    Pool pool = pool(ann);
    byte[] hash = invite(pool, ann, PoolRole.ASSOCIATE);
    List<Long> many = IntStream.range(0, 8).mapToObj(i -> user()).toList();

    List<Change> changes = many.parallelStream().map(each -> pools.join(hash, each, NOW)).toList();

    assertThat(changes).containsOnlyOnce(Change.DONE).contains(Change.UNKNOWN);
    assertThat(pools.members(pool.id())).hasSize(2);
  }

  @Test
  void openInvitationsAreBounded() {
    long ann = user();
    Pool pool = pool(ann);
    for (int i = 0; i < Pools.MAX_INVITATIONS; i++) {
      invite(pool, ann, PoolRole.ASSOCIATE);
    }
    byte[] hash = InvitationCode.mint(RANDOM).hash();

    assertThat(pools.invite(pool.id(), ann, PoolRole.ASSOCIATE, hash, NOW)).isEmpty();
    Instant later = NOW.plusSeconds(8 * 86_400);
    assertThat(pools.invitations(pool.id(), later)).isEmpty();
    assertThat(pools.invite(pool.id(), ann, PoolRole.ASSOCIATE, hash, later)).isPresent();
  }

  /** A34: keys of a pool are gone in the statement that ends it, or its user's membership. */
  @Test
  void aKeyEndsWithThePoolAndWithTheMembership() {
    long ann = user();
    long bob = user();
    Pool pool = pool(ann);
    pools.join(invite(pool, ann, PoolRole.ASSOCIATE), bob, NOW);
    PostgresApiKeys keys = new PostgresApiKeys(database);
    KeySecret anns = key(keys, ann, Optional.of(pool.id()));
    KeySecret bobs = key(keys, bob, Optional.of(pool.id()));
    KeySecret own = key(keys, bob, Optional.empty());

    assertThat(pools.remove(pool.id(), bob)).isEqualTo(Change.DONE);
    assertThat(keys.findByPrefix(bobs.prefix())).isEmpty();
    assertThat(keys.findByPrefix(anns.prefix()).orElseThrow().key().poolId()).contains(pool.id());
    assertThat(pools.delete(pool.id())).isEqualTo(Change.DONE);
    assertThat(keys.findByPrefix(anns.prefix())).isEmpty();
    assertThat(keys.findByPrefix(own.prefix())).isPresent();
    assertThat(keys.deleteAll(List.of(ann, bob))).isEqualTo(1);
    assertThat(pools.members(pool.id())).isEmpty();
  }

  private static KeySecret key(PostgresApiKeys keys, long user, Optional<Long> pool) {
    KeySecret secret = KeySecret.mint(RANDOM);
    ApiKey key =
        new ApiKey(
            0,
            user,
            pool,
            "bot",
            secret.prefix(),
            Set.of(Feature.TRADING),
            List.of(),
            NOW,
            Optional.empty());
    assertThat(keys.create(key, secret.hash())).isPresent();
    return secret;
  }
}
