package io.ratel.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.http.PeerAddress;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.rate.Holder;
import io.ratel.security.rate.Rate;
import io.ratel.security.rate.Tier;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time stands still unless a test lets it pass. */
class RatesTest {
  private static final Rate FIVE = new Rate(5, 60, 60);
  private static final PeerAddress BEHIND_A_PROXY =
      new PeerAddress(List.of("127.0.0.0/8"), List.of("192.0.2.200"));

  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue(TestVenue.LIMITS, true, Optional.empty(), BEHIND_A_PROXY);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Response from(String forwarded, String path) {
    HttpRequest.Builder request = venue.anyone().request(path);
    return venue.anyone().send(request.header("X-Forwarded-For", forwarded));
  }

  private static String header(Response response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** A39. */
  @Test
  void admitsTheBurstThenTheAverageAndSaysWhatIsLeft() {
    venue.rate(Tier.API, Holder.FREE, FIVE);
    TestClient anyone = venue.anyone();
    for (int left = 4; left >= 0; left--) {
      Response response = anyone.get("/v1/instruments");
      assertThat(response.status()).isEqualTo(200);
      assertThat(header(response, "RateLimit")).isEqualTo("\"api\";r=" + left + ";t=" + (5 - left));
      assertThat(header(response, "RateLimit-Policy")).isEqualTo("\"api\";q=5;w=5");
    }
    Response refused = anyone.get("/v1/instruments");

    assertThat(refused.code()).isEqualTo("429 RATE_LIMITED");
    assertThat(header(refused, "Retry-After")).isEqualTo("1");
    assertThat(header(refused, "RateLimit")).isEqualTo("\"api\";r=0;t=5");
    assertThat(refused.at("error.message"))
        .isEqualTo(
            "the api rate of an address that did not sign in must be at most 60 in 60 s and 5 at"
                + " once; try again in 1 s");
    assertThat(refused.at("error.value")).isEqualTo("api");
    venue.pass(Duration.ofMillis(999));
    assertThat(anyone.get("/v1/instruments").status()).isEqualTo(429);
    venue.pass(Duration.ofMillis(1));
    assertThat(anyone.get("/v1/instruments").status()).isEqualTo(200);
    assertThat(anyone.get("/v1/instruments").status()).isEqualTo(429);
  }

  /** A39. */
  @Test
  void aKeyATokenAndAnotherWayToWriteThePathDrawFromOneBucket() {
    String scopes = "{\"name\":\"k\",\"scopes\":[\"trading\",\"markets\"]}";
    String one = venue.as(venue.ann).post("/v1/keys", scopes).at("secret");
    String two = venue.as(venue.ann).post("/v1/keys", scopes).at("secret");
    venue.pass(Duration.ofMinutes(1));
    venue.rate(Tier.API, Holder.FREE, FIVE);
    TestClient ann = venue.as(venue.ann);

    assertThat(ann.get("/v1/accounts").status()).isEqualTo(200);
    assertThat(ann.get("/v1/instruments").status()).isEqualTo(200);
    assertThat(ann.get("/v1/%61ccounts").status()).isEqualTo(200);
    assertThat(new TestClient(venue, Optional.of(one)).get("/v1/accounts").status()).isEqualTo(200);
    assertThat(new TestClient(venue, Optional.of(two)).get("/v1/accounts").status()).isEqualTo(200);
    assertThat(new TestClient(venue, Optional.of(one)).get("/v1/accounts").status()).isEqualTo(429);
    assertThat(ann.get("/v1/instruments").status()).isEqualTo(429);
    assertThat(venue.as(venue.bob).get("/v1/accounts").status()).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(venue.anyone().get("/v1/INSTRUMENTS").status()).isEqualTo(404);
    }
    assertThat(venue.anyone().get("/v1/instruments").status()).isEqualTo(429);
  }

  /** A39: a bot that runs wild with one key leaves its user a quarter. */
  @Test
  void oneKeyCannotTakeAllOfItsUsersRate() {
    String scopes = "{\"name\":\"k\",\"scopes\":[\"trading\"]}";
    String key = venue.as(venue.ann).post("/v1/keys", scopes).at("secret");
    venue.pass(Duration.ofMinutes(1));
    venue.rate(Tier.API, Holder.FREE, new Rate(8, 8, 60));
    TestClient bot = new TestClient(venue, Optional.of(key));
    for (int i = 0; i < 6; i++) {
      assertThat(bot.get("/v1/accounts").status()).isEqualTo(200);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(bot.get("/v1/accounts").at("error.message")).contains("rate of an API key");
    }
    assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(200);
  }

  /** A39, A13. */
  @Test
  void anIpv6NetworkIsOneCallerAndAForgedHopIsNone() {
    venue.rate(Tier.API, Holder.FREE, FIVE);
    for (int i = 0; i < 5; i++) {
      String path = "/v1/instruments";
      assertThat(from("192.0.2." + i + ", 2001:db8:1:2::" + i, path).status()).isEqualTo(200);
    }
    assertThat(from("192.0.2.9, 2001:db8:1:2:3::", "/v1/instruments").status()).isEqualTo(429);
    assertThat(from("2001:db8:1:3::1", "/v1/instruments").status()).isEqualTo(200);
    for (int i = 0; i < 50; i++) {
      assertThat(from("192.0.2.200", "/v1/instruments").status()).as("unlimited").isEqualTo(200);
    }
  }

  /** A39. */
  @Test
  void filesCannotStarveOperationsNorTheOtherWayRound() {
    venue.rate(Tier.STATIC, Holder.FREE, FIVE);
    for (int i = 0; i < 5; i++) {
      assertThat(venue.anyone().get("/").status()).isEqualTo(200);
    }
    assertThat(venue.anyone().get("/").code()).isEqualTo("429 RATE_LIMITED");
    assertThat(venue.anyone().get("/v1/instruments").status()).isEqualTo(200);

    venue.rate(Tier.API, Holder.ADDRESS, FIVE);
    venue.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 5; i++) {
      assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(200);
    }
    assertThat(venue.as(venue.bob).get("/v1/accounts").at("error.message"))
        .contains("all from one address");
    assertThat(venue.anyone().get("/").status()).isEqualTo(200);
  }

  @Test
  void whoCannotProveWhoTheyAreIsCountedAsNobody() {
    venue.rate(Tier.API, Holder.FREE, FIVE);
    TestClient liar = new TestClient(venue, Optional.of("rk_nothing"));
    for (int i = 0; i < 5; i++) {
      assertThat(liar.get("/v1/accounts").code()).isEqualTo("401 UNAUTHENTICATED");
    }
    assertThat(liar.get("/v1/accounts").code()).isEqualTo("429 RATE_LIMITED");
    assertThat(venue.anyone().get("/v1/instruments").status()).isEqualTo(429);
    assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(200);
  }

  /** A39. */
  @Test
  void theMessagesAndTopicsOfASocketAreCounted() {
    venue.rate(Tier.STREAM, Holder.FREE, new Rate(10, 60, 60));
    try (StreamClient socket = new StreamClient(venue)) {
      String topics = "\"market.BTC-USD.book\",\"market.BTC-USD.trades\",\"market.BTC-USD.quote\"";
      assertThat(socket.ask("{\"subscribe\":[" + topics + "],\"id\":1}").has("subscribed"))
          .isTrue();
      for (int i = 0; i < 6; i++) {
        assertThat(socket.ask("{\"ping\":1}").has("pong")).isTrue();
      }
      JsonNode refused = socket.ask("{\"ping\":1}");
      assertThat(refused.at("/error/code").asText()).isEqualTo("RATE_LIMITED");
      assertThat(refused.at("/error/message").asText()).contains("the stream rate");
      assertThat(venue.anyone().get("/v1/instruments").status()).as("another tier").isEqualTo(200);
      venue.pass(Duration.ofSeconds(1));
      assertThat(socket.ask("{\"ping\":2}").has("pong")).isTrue();
      try (StreamClient second = new StreamClient(venue)) {
        assertThat(second.ask("{\"ping\":1}").has("error")).as("a second socket").isTrue();
      }
      for (int i = 0; i < 32; i++) {
        assertThat(socket.ask("{\"ping\":3}").has("error")).isTrue();
      }
      socket.send("{\"ping\":4}");
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  /** A40: the documented mode. */
  @Test
  void whileTheSharedCountsAreUnknownNothingDangerousIsDone() {
    venue.countsUnknown = true;
    String body = "{\"scope\":\"USER\",\"subject\":\"1\"}";
    Response danger = venue.as(venue.operator).post("/v1/barriers", body, "Danger-Token", "x");

    assertThat(danger.code()).isEqualTo("503 NOT_READY");
    assertThat(danger.at("error.message")).contains("what the other nodes have counted");
    assertThat(venue.as(venue.operator).get("/v1/limits/rates").status()).isEqualTo(200);
    venue.countsUnknown = false;
    danger = venue.as(venue.operator).post("/v1/barriers", body, "Danger-Token", "x");
    assertThat(danger.code()).isEqualTo("403 DANGER_TOKEN_NEEDED");
  }

  @Test
  void inAFleetTheDoorsCountTheSame() {
    venue.countsElsewhere = true;
    venue.rate(Tier.STATIC, Holder.FREE, FIVE);
    venue.rate(Tier.API, Holder.ADDRESS, FIVE);
    for (int i = 0; i < 5; i++) {
      assertThat(venue.anyone().get("/").status()).isEqualTo(200);
      assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(200);
    }
    assertThat(venue.anyone().get("/").code()).isEqualTo("429 RATE_LIMITED");
    assertThat(venue.as(venue.bob).get("/v1/accounts").code()).isEqualTo("429 RATE_LIMITED");
    try (StreamClient socket = new StreamClient(venue)) {
      assertThat(socket.ask("{\"ping\":1}").has("pong")).isTrue();
    }
  }

  private Response put(String body) {
    TestClient operator = venue.as(venue.operator);
    return operator.send(
        operator.request("/v1/limits/rates").PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void anOperatorSetsRatesThatHoldAtOnceAndAreAudited() {
    Response set =
        put(
            "{\"rates\":[{\"tier\":\"api\",\"holder\":\"free\",\"burst\":2,\"average\":60,"
                + "\"periodS\":60}]}");

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.json().get("rates")).hasSize(12);
    assertThat(venue.as(venue.operator).get("/v1/limits/rates").body()).isEqualTo(set.body());
    for (int i = 0; i < 2; i++) {
      assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(200);
    }
    assertThat(venue.as(venue.ann).get("/v1/accounts").status()).isEqualTo(429);
    assertThat(venue.audit.newest().operation()).isEqualTo("setRates");
    assertThat(venue.audit.newest().who()).isEqualTo(venue.operator.id());
    assertThat(venue.audit.newest().before()).contains("\"burst\":100000");
    assertThat(venue.audit.newest().after()).contains("\"burst\":2,");
    assertThat(venue.audit.records).as("written once").hasSize(1);
  }

  @Test
  void ratesThatWouldLockEverybodyOutAreRefused() {
    String rate =
        "{\"tier\":\"api\",\"holder\":\"free\",\"burst\":%d,\"average\":%d,\"periodS\":%d}";
    Response slow = put("{\"rates\":[" + rate.formatted(1, 1, 61) + "]}");
    assertThat(slow.code()).isEqualTo("400 INVALID_FIELD");
    assertThat(slow.at("error.field")).isEqualTo("rates[0].average");
    String one = rate.formatted(1, 1, 1);
    Response twice = put("{\"rates\":[" + one + "," + one + "]}");
    assertThat(twice.at("error.rule")).isEqualTo("must be named once");
    assertThat(put("{\"rates\":[" + rate.formatted(0, 1, 1) + "]}").at("error.field"))
        .isEqualTo("rates[0].burst");
    assertThat(put("{\"rates\":[]}").code()).isEqualTo("400 INVALID_FIELD");
    assertThat(venue.audit.records).isEmpty();
  }
}
