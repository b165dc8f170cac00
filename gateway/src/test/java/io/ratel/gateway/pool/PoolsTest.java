package io.ratel.gateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.exchange.command.Command;
import io.ratel.gateway.venue.DangerousClient;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.barrier.Barrier;
import io.ratel.security.pool.PoolRole;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoolsTest {
  private TestVenue venue;
  private TestClient ann;
  private TestClient bob;
  private Response pool;
  private String path;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
    bob = venue.as(venue.bob);
    pool = ann.post("/v1/pools", "{\"name\":\"Club\"}");
    path = "/v1/pools/" + pool.at("id");
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static DangerousClient proven(TestClient client) {
    return new DangerousClient(client, "\"password\":\"secret\"");
  }

  private String invite(String role) {
    Response made = ann.post(path + "/invitations", "{\"role\":\"" + role + "\"}");
    assertThat(made.status()).isEqualTo(201);
    return "{\"code\":\"" + made.at("code") + "\"}";
  }

  private void bobIs(PoolRole role) {
    venue.pools.put(Long.parseLong(pool.at("id")), venue.bob.id(), role);
    lookAnew();
  }

  /** Doors look users up anew after any barrier. */
  private void lookAnew() {
    venue.pass(Duration.ofMillis(1));
    venue.barriers.raise(Barrier.Kind.IP, "192.0.2.1");
  }

  @Test
  void aPoolHasAnAccountOfItsOwnAndAnOwner() {
    assertThat(pool.status()).isEqualTo(201);
    assertThat(pool.at("role")).isEqualTo("OWNER");
    assertThat(pool.at("members")).isEqualTo("1");
    assertThat(ann.get("/v1/accounts").body()).contains(pool.at("accountId"), "Club");
    assertThat(bob.get("/v1/accounts").body()).doesNotContain("Club");
    assertThat(ann.get("/v1/pools").at("items.0.id")).isEqualTo(pool.at("id"));
    assertThat(ann.patch(path, "{\"name\":\"Guild\"}").at("name")).isEqualTo("Guild");
    assertThat(ann.patch(path, "{\"name\":\" \"}").code()).isEqualTo("400 INVALID_FIELD");
  }

  @Test
  void theSameKeyGivesTheSamePool() {
    Response first = ann.post("/v1/pools", "{\"name\":\"A\"}", "Idempotency-Key", "k");
    Response again = ann.post("/v1/pools", "{\"name\":\"A\"}", "Idempotency-Key", "k");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("id")).isEqualTo(first.at("id"));
  }

  @Test
  void aCodeLetsOneUserJoinOnce() {
    String code = invite("MODERATOR");
    assertThat(bob.get(path).code()).isEqualTo("404 UNKNOWN_POOL");
    assertThat(bob.post("/v1/pools/memberships", code).at("items.0.role")).isEqualTo("MODERATOR");
    assertThat(bob.get(path).at("members")).isEqualTo("2");
    assertThat(venue.as(venue.operator).post("/v1/pools/memberships", code).code())
        .isEqualTo("404 UNKNOWN_INVITATION");
    assertThat(ann.get(path + "/members").at("items.1.email")).isEqualTo("bob@example.test");
  }

  @Test
  void aCodeEndsWhenItIsWithdrawnOrAWeekOld() {
    String withdrawn = invite("ASSOCIATE");
    String id = ann.get(path + "/invitations").at("items.0.id");
    assertThat(ann.delete(path + "/invitations/" + id).status()).isEqualTo(204);
    assertThat(ann.delete(path + "/invitations/" + id).code()).isEqualTo("404 UNKNOWN_INVITATION");
    assertThat(bob.post("/v1/pools/memberships", withdrawn).code())
        .isEqualTo("404 UNKNOWN_INVITATION");
    String late = invite("ASSOCIATE");
    venue.pass(Duration.ofDays(7));
    assertThat(venue.as(venue.bob).post("/v1/pools/memberships", late).code())
        .isEqualTo("404 UNKNOWN_INVITATION");
    assertThat(venue.as(venue.bob).post("/v1/pools/memberships", "{\"code\":\"x\"}").code())
        .isEqualTo("400 INVALID_FIELD");
  }

  /** A29: nobody makes anybody more than they are. */
  @Test
  void aModeratorInvitesAndRemovesAssociatesAlone() {
    bobIs(PoolRole.MODERATOR);
    String ownerPath = path + "/members/" + venue.ann.id();

    assertThat(bob.post(path + "/invitations", "{\"role\":\"OWNER\"}").code())
        .isEqualTo("403 FORBIDDEN");
    assertThat(bob.post(path + "/invitations", "{}").status()).isEqualTo(201);
    assertThat(bob.delete(ownerPath).code()).isEqualTo("403 FORBIDDEN");
    assertThat(bob.patch(path + "/members/" + venue.bob.id(), "{\"role\":\"OWNER\"}").code())
        .isEqualTo("403 FORBIDDEN");
    venue.pools.put(Long.parseLong(pool.at("id")), venue.operator.id(), PoolRole.ASSOCIATE);
    assertThat(bob.delete(path + "/members/" + venue.operator.id()).status()).isEqualTo(204);
  }

  /** A29: a rank on the platform is none in a pool. */
  @Test
  void anOperatorIsNobodyInAPool() {
    TestClient operator = venue.as(venue.operator);

    assertThat(operator.get(path + "/members").code()).isEqualTo("404 UNKNOWN_POOL");
    assertThat(operator.patch(path, "{\"name\":\"Mine\"}").code()).isEqualTo("404 UNKNOWN_POOL");
    assertThat(operator.delete(path + "/members/" + venue.ann.id()).code())
        .isEqualTo("404 UNKNOWN_POOL");
  }

  /** A29: and a rank in a pool is none on the platform. */
  @Test
  void anOwnerIsNoOperator() {
    assertThat(ann.get("/v1/reconciliation").code()).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void oneOwnerStays() {
    String self = path + "/members/" + venue.ann.id();
    assertThat(ann.patch(self, "{\"role\":\"ASSOCIATE\"}").code()).isEqualTo("409 LAST_OWNER");
    assertThat(ann.delete(self).code()).isEqualTo("409 LAST_OWNER");

    bobIs(PoolRole.OWNER);
    assertThat(ann.delete(self).status()).isEqualTo(204);
    venue.pass(Duration.ofSeconds(1));
    assertThat(venue.as(venue.ann).get(path).code()).isEqualTo("404 UNKNOWN_POOL");
  }

  /** A32: what opened a socket does not open it any more. */
  @Test
  void aChangeOfRoleMakesTheMembersTokensVoid() {
    bobIs(PoolRole.MODERATOR);
    ann.patch(path + "/members/" + venue.bob.id(), "{\"role\":\"ASSOCIATE\"}");

    assertThat(bob.get(path).code()).isEqualTo("401 TOKEN_EXPIRED");
    venue.pass(Duration.ofSeconds(1));
    assertThat(venue.as(venue.bob).get(path).at("role")).isEqualTo("ASSOCIATE");
  }

  @Test
  void whoHasUnitsCannotLeave() {
    bobIs(PoolRole.ASSOCIATE);
    long account = Long.parseLong(pool.at("accountId"));
    venue.accounts.holds(account, TestVenue.BOB_ACCOUNT, 5);

    assertThat(ann.get(path + "/members").at("items.1.units")).isEqualTo("5");
    Response refused = bob.delete(path + "/members/" + venue.bob.id());
    assertThat(refused.code()).isEqualTo("409 POOL_NOT_EMPTY");
    venue.accounts.holds(account, TestVenue.BOB_ACCOUNT, 0);
    assertThat(bob.delete(path + "/members/" + venue.bob.id()).status()).isEqualTo(204);
  }

  @Test
  void unitsAreMovedBetweenThePoolAndAnAccountOfTheMemberAlone() {
    bobIs(PoolRole.ASSOCIATE);
    String units = path + "/units";
    String mine = "{\"accountId\":\"20\",\"asset\":\"USD\",";
    assertThat(bob.post(units, mine + "\"amount\":\"5\"}").status()).isEqualTo(201);
    Command.MoveUnits sent = (Command.MoveUnits) venue.exchange.newest();
    assertThat(sent.amount()).isEqualTo(5_00000000L);
    assertThat(sent.poolAccountId()).isEqualTo(Long.parseLong(pool.at("accountId")));
    assertThat(sent.memberAccountId()).isEqualTo(20);
    bob.post(units, mine + "\"units\":7}");
    assertThat(((Command.MoveUnits) venue.exchange.newest()).units()).isEqualTo(7);

    assertThat(bob.post(units, mine + "\"amount\":\"5\",\"units\":7}").code())
        .isEqualTo("400 MISSING_FIELD");
    assertThat(bob.post(units, "{\"accountId\":\"10\",\"asset\":\"USD\",\"units\":7}").code())
        .isEqualTo("404 UNKNOWN_ACCOUNT");
    assertThat(bob.post(units, "{\"accountId\":\"20\",\"asset\":\"ABC\",\"units\":7}").code())
        .isEqualTo("422 UNKNOWN_ASSET");
    assertThat(bob.post("/v1/pools/99/units", mine + "\"units\":7}").code())
        .isEqualTo("404 UNKNOWN_POOL");
  }

  @Test
  void aModeratorTradesOnThePoolsAccountAndNobodyTakesItsMoneyOut() {
    bobIs(PoolRole.MODERATOR);
    String account = pool.at("accountId");
    venue.fund(Long.parseLong(account), FakeExchange.USD.id(), 100_00000000L);
    String order =
        ("{\"accountId\":\"%s\",\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\","
                + "\"price\":\"1\",\"quantity\":\"0.1\"}")
            .formatted(account);
    assertThat(bob.post("/v1/orders", order).status()).isEqualTo(201);
    String money = "{\"accountId\":\"%s\",\"asset\":\"USD\",\"amount\":\"1\"".formatted(account);
    assertThat(bob.post("/v1/withdrawals", money + "}").code()).isEqualTo("403 FORBIDDEN");
    assertThat(ann.post("/v1/withdrawals", money + "}").code()).isEqualTo("403 FORBIDDEN");
    assertThat(ann.post("/v1/transfers", money + ",\"toAccountId\":\"10\"}").code())
        .isEqualTo("403 FORBIDDEN");

    bobIs(PoolRole.ASSOCIATE);
    assertThat(bob.post("/v1/orders", order).code()).isEqualTo("403 FORBIDDEN");
    assertThat(bob.get("/v1/orders?accountId=" + account).status()).isEqualTo(200);
  }

  @Test
  void aKeyOfAPoolActsThereAlone() {
    bobIs(PoolRole.MODERATOR);
    String body = "{\"name\":\"bot\",\"scopes\":[\"trading\"],\"poolId\":\"%s\"}";
    String key = bob.post("/v1/keys", body.formatted(pool.at("id"))).at("secret");
    TestClient bot = new TestClient(venue, Optional.of(key));

    assertThat(bot.get("/v1/accounts").at("items.0.id")).isEqualTo(pool.at("accountId"));
    assertThat(bot.get("/v1/balances").status()).isEqualTo(200);
    assertThat(bot.get("/v1/balances?accountId=20").code()).isEqualTo("404 UNKNOWN_ACCOUNT");
    venue.pools.remove(Long.parseLong(pool.at("id")), venue.bob.id());
    lookAnew();
    assertThat(bot.get("/v1/balances").code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(venue.as(venue.bob).post("/v1/keys", body.formatted(99)).code())
        .isEqualTo("404 UNKNOWN_POOL");
  }

  @Test
  void aPoolWithMoneyIsNotDeleted() {
    venue.fund(Long.parseLong(pool.at("accountId")), FakeExchange.USD.id(), 1);
    assertThat(proven(ann).delete("deletePool", path).code()).isEqualTo("409 POOL_NOT_EMPTY");
  }

  @Test
  void anEmptyPoolIsDeletedByItsOwnerWithADangerToken() {
    assertThat(ann.delete(path).code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
    assertThat(proven(ann).delete("deletePool", path).status()).isEqualTo(204);
    venue.pass(Duration.ofSeconds(1));
    assertThat(venue.as(venue.ann).get("/v1/pools").at("items")).isEqualTo("[]");
  }

  @Test
  void whoOwnsAPoolAloneCannotBeDeleted() {
    Response refused = proven(ann).delete("deleteMe", "/v1/me");
    assertThat(refused.code()).isEqualTo("409 ACCOUNTS_NOT_EMPTY");
    assertThat(refused.at("error.message"))
        .contains("pool " + pool.at("id") + ", which has no other owner");
  }

  /** A10: a pool's barrier is one for each who is in it, and their keys are gone. */
  @Test
  void aBarrierOfAPoolStandsForItsMembers() {
    bobIs(PoolRole.ASSOCIATE);
    String key = bob.post("/v1/keys", "{\"name\":\"b\",\"scopes\":[\"trading\"]}").at("secret");
    String body = "{\"scope\":\"POOL\",\"subject\":\"%s\"}".formatted(pool.at("id"));
    TestClient operator = venue.as(venue.operator);
    assertThat(proven(operator).post("raiseBarrier", "/v1/barriers", body).status()).isEqualTo(201);

    assertThat(ann.get(path).code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(bob.get(path).code()).isEqualTo("401 TOKEN_EXPIRED");
    assertThat(new TestClient(venue, Optional.of(key)).get(path).status()).isEqualTo(401);
    venue.pass(Duration.ofSeconds(1));
    assertThat(venue.as(venue.bob).get(path).status()).isEqualTo(200);
    assertThat(operator.get("/v1/barriers").body()).contains("\"kind\":\"USER\"");
  }
}
