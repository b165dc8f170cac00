package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.pair.Pair;
import io.ratel.marketdata.pair.PairPrices;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import io.ratel.security.identity.User;
import java.math.BigDecimal;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StreamTest {
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private StreamClient signedIn(User user) {
    StreamClient client = new StreamClient(venue);
    JsonNode reply = client.ask("{\"auth\":\"" + venue.token(user) + "\"}");
    assertThat(reply.get("authenticated").asBoolean()).isTrue();
    return client;
  }

  private static String subscribe(String topic) {
    return "{\"subscribe\":[\"" + topic + "\"],\"id\":1}";
  }

  private static Level level(long price, long quantity) {
    return new Level(price, quantity);
  }

  @Test
  void sendsABookAndThenItsChanges() {
    venue.markets.setBook(
        FakeMarkets.BTC_USD,
        List.of(level(99_99, 10_000), level(99_98, 20_000)),
        List.of(level(100_01, 5_000)));
    try (StreamClient client = new StreamClient(venue)) {
      assertThat(client.ask(subscribe("market.BTC-USD.book")))
          .hasToString("{\"subscribed\":[\"market.BTC-USD.book\"],\"id\":1}");
      JsonNode snapshot = client.update();
      assertThat(snapshot.get("topic").asText()).isEqualTo("market.BTC-USD.book");
      assertThat(snapshot.get("kind").asText()).isEqualTo("snapshot");
      assertThat(snapshot.at("/data/bids").toString())
          .isEqualTo("[[\"99.99\",\"1\"],[\"99.98\",\"2\"]]");
      assertThat(snapshot.at("/data/source").asText()).isEqualTo("RATEL");

      venue.markets.setBook(
          FakeMarkets.BTC_USD,
          List.of(level(99_99, 15_000), level(99_97, 1)),
          List.of(level(100_01, 5_000)));
      JsonNode delta = client.update();
      assertThat(delta.get("kind").asText()).isEqualTo("delta");
      assertThat(delta.get("epoch")).isEqualTo(snapshot.get("epoch"));
      assertThat(delta.get("offset").asLong()).isEqualTo(snapshot.get("offset").asLong() + 1);
      assertThat(delta.at("/data/bids").toString())
          .isEqualTo("[[\"99.99\",\"1.5\"],[\"99.97\",\"0.0001\"],[\"99.98\",\"0\"]]");
      assertThat(delta.at("/data/asks").toString()).isEqualTo("[]");

      assertThat(client.ask("{\"unsubscribe\":[\"market.BTC-USD.book\"],\"id\":2}"))
          .hasToString("{\"unsubscribed\":[\"market.BTC-USD.book\"],\"id\":2}");
      venue.markets.setBook(FakeMarkets.BTC_USD, List.of(), List.of());
      assertThat(client.isQuiet()).isTrue();
    }
  }

  @Test
  void replacesABookThatWasInDoubt() {
    venue.markets.setBook(FakeMarkets.BTC_USD, List.of(level(99_99, 10_000)), List.of());
    try (StreamClient client = new StreamClient(venue)) {
      client.ask(subscribe("market.BTC-USD.book"));
      client.update();

      venue.markets.loseBook(FakeMarkets.BTC_USD);
      JsonNode unknown = client.update();
      assertThat(unknown.get("kind").asText()).isEqualTo("snapshot");
      assertThat(unknown.at("/data/bids").isEmpty()).isTrue();
      assertThat(unknown.at("/data/time").isNull()).isTrue();

      venue.markets.setBook(FakeMarkets.BTC_USD, List.of(level(99_90, 1)), List.of());
      assertThat(client.update().get("kind").asText()).isEqualTo("snapshot");
    }
  }

  @Test
  void sendsTradesQuotesAndBars() {
    trade("t1");
    trade("t2");
    try (StreamClient client = new StreamClient(venue)) {
      client.ask(subscribe("market.BTC-USD.trades"));
      assertThat(ids(client.update())).containsExactly("t2", "t1");
      trade("t3");
      assertThat(ids(client.update())).containsExactly("t3");

      client.ask(subscribe("market.BTC-USD.quote"));
      assertThat(client.update().at("/data/bid").isNull()).isTrue();
      venue.markets.set(new Quote(FakeMarkets.BTC_USD, 99_99, 1, 0, 0, FakeExchange.TIME_NS, 0));
      JsonNode quote = client.update();
      assertThat(quote.at("/data/bid").asText()).isEqualTo("99.99");
      assertThat(quote.at("/data/ask").isNull()).isTrue();

      client.ask(subscribe("market.BTC-USD.bars-1m"));
      assertThat(client.update().get("data").isEmpty()).isTrue();
      bar(Interval.SECOND, 1);
      bar(Interval.MINUTE, 7);
      JsonNode bars = client.update();
      assertThat(bars.at("/data/0/trades").asInt()).isEqualTo(7);
      assertThat(bars.at("/data/0/correction").asBoolean()).isFalse();
      assertThat(bars.get("data")).hasSize(1);
      venue.markets.correct(new Bar(FakeMarkets.BTC_USD, Interval.MINUTE, 0, 1, 1, 1, 1, 1, 8));
      JsonNode corrected = client.update();
      assertThat(corrected.at("/data/0/trades").asInt()).isEqualTo(8);
      assertThat(corrected.at("/data/0/correction").asBoolean()).isTrue();
    }
  }

  @Test
  void tellsThePricesOfAPairOverAllItsVenues() {
    Pair pair = new Pair("ETH", "USDT");
    try (StreamClient client = new StreamClient(venue)) {
      JsonNode unknown = client.ask(subscribe("market.NOPE-USDT.best"));
      assertThat(unknown.at("/error/code").asText()).isEqualTo("UNKNOWN_TOPIC");
      client.ask(subscribe("market.ETH-USDT.best"));
      assertThat(client.update().get("data").isEmpty()).isTrue();
      venue.markets.set(
          new PairPrices(
              pair,
              Optional.of(
                  new PairPrices.Best(
                      new BigDecimal("99.5"), BigDecimal.ONE, "BINANCE", "BINANCE:ETH-USDT")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              BigDecimal.ZERO,
              List.of(),
              FakeExchange.TIME_NS));
      JsonNode told = client.update();
      assertThat(told.at("/data/bid/price").asText()).isEqualTo("99.5");
      assertThat(told.at("/data/bid/source").asText()).isEqualTo("BINANCE");
      assertThat(told.at("/data/ask").isNull()).isTrue();
    }
  }

  private void trade(String id) {
    venue.markets.add(
        new Trade(FakeMarkets.BTC_USD, id, 100_00, 1, Side.BUY, FakeExchange.TIME_NS, 0));
  }

  private void bar(Interval interval, long trades) {
    venue.markets.set(new Bar(FakeMarkets.BTC_USD, interval, 0, 1, 1, 1, 1, 1, trades));
  }

  private static List<String> ids(JsonNode update) {
    List<String> ids = new ArrayList<>();
    update.get("data").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  @Test
  void sendsAnAccountItsOrdersAndMoney() {
    TestClient ann = venue.as(venue.ann);
    String resting =
        ann.post(
                "/v1/orders",
                "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\",\"price\":\"90\","
                    + "\"quantity\":\"1\"}")
            .at("id");
    try (StreamClient client = signedIn(venue.ann)) {
      client.ask(subscribe("orders"));
      JsonNode orders = client.update();
      assertThat(orders.get("topic").asText()).isEqualTo("orders");
      assertThat(ids(orders)).containsExactly(resting);
      client.ask(subscribe("account.10.portfolio"));
      JsonNode portfolio = client.update();
      assertThat(portfolio.at("/data/balances/0/asset").asText()).isEqualTo("USD");
      assertThat(portfolio.at("/data/balances/0/held").asText()).isEqualTo("90.00000000");
      assertThat(portfolio.get("data").has("fills")).isFalse();

      String filled =
          ann.post(
                  "/v1/orders",
                  "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"market\","
                      + "\"quantity\":\"0.5\"}")
              .at("id");
      boolean orderSeen = false;
      boolean fillSeen = false;
      while (!orderSeen || !fillSeen) {
        JsonNode update = client.update();
        assertThat(update.get("kind").asText()).isEqualTo("delta");
        if (update.get("topic").asText().equals("orders")) {
          orderSeen |=
              update.findValuesAsText("status").contains("filled") && ids(update).contains(filled);
        } else {
          fillSeen |= update.at("/data/fills/0/orderId").asText().equals(filled);
        }
      }
      ann.delete("/v1/orders/" + resting);
      JsonNode canceled = client.update();
      assertThat(ids(canceled)).containsExactly(resting);
      assertThat(canceled.at("/data/0/status").asText()).isEqualTo("canceled");
    }
  }

  @Test
  void leaksNothingToAnotherUser() {
    try (StreamClient ann = signedIn(venue.ann);
        StreamClient bob = signedIn(venue.bob);
        StreamClient nobody = new StreamClient(venue)) {
      for (String topic : List.of("account.10.orders", "account.999.orders")) {
        JsonNode refused = bob.ask(subscribe(topic));
        assertThat(refused.at("/error/code").asText()).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(refused.get("id").asInt()).isEqualTo(1);
      }
      assertThat(nobody.ask(subscribe("orders")).at("/error/code").asText())
          .isEqualTo("UNAUTHENTICATED");
      assertThat(nobody.ask(subscribe("account.10.orders")).at("/error/code").asText())
          .isEqualTo("UNAUTHENTICATED");
      assertThat(
              bob.ask("{\"recover\":{\"account.10.orders\":{\"epoch\":1,\"offset\":1}}}")
                  .at("/error/code")
                  .asText())
          .isEqualTo("UNKNOWN_ACCOUNT");
      bob.ask(subscribe("orders"));
      bob.update();
      ann.ask(subscribe("orders"));
      ann.update();
      venue
          .as(venue.ann)
          .post(
              "/v1/orders",
              "{\"symbol\":\"BTC-USD\",\"side\":\"buy\",\"type\":\"limit\",\"price\":\"1\","
                  + "\"quantity\":\"1\"}");
      assertThat(ann.update().at("/data/0/accountId").asText()).isEqualTo("10");
      assertThat(bob.isQuiet()).isTrue();
    }
  }

  @Test
  void takesATokenFromTheSubprotocol() {
    try (StreamClient client =
        new StreamClient(venue, "ratel.v1", "ratel.token." + venue.token(venue.ann))) {
      assertThat(client.protocol()).isEqualTo("ratel.v1");
      assertThat(client.reply().get("userId").asText()).isEqualTo(Long.toString(venue.ann.id()));
      assertThat(client.ask(subscribe("orders")).has("subscribed")).isTrue();
    }
    try (StreamClient client = new StreamClient(venue, "ratel.token.a.b.c")) {
      assertThat(client.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void refusesABadTokenAndAnotherUsersSocket() {
    try (StreamClient client = signedIn(venue.ann)) {
      assertThat(client.ask("{\"auth\":\"a.b.c\",\"id\":\"x\"}").at("/error/code").asText())
          .isEqualTo("UNAUTHENTICATED");
      assertThat(
              client
                  .ask("{\"auth\":\"" + venue.token(venue.bob) + "\"}")
                  .at("/error/code")
                  .asText())
          .isEqualTo("FORBIDDEN");
      venue.pass(Duration.ofHours(1));
      assertThat(client.ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}").has("authenticated"))
          .isTrue();
    }
  }

  @Test
  void endsWithItsToken() {
    String token = venue.token(venue.ann);
    venue.pass(Duration.ofMinutes(15).plusMillis(4_900 - 322));
    try (StreamClient client = new StreamClient(venue)) {
      client.send("{\"auth\":\"" + token + "\"}");
      assertThat(client.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void answersEveryFrameOrCloses() {
    try (StreamClient client = new StreamClient(venue)) {
      assertThat(client.ask("{\"ping\":7}"))
          .hasToString("{\"pong\":7,\"time\":\"" + TestVenue.NOW + "\"}");
      for (String rubbish :
          List.of(
              "",
              "x",
              "[]",
              "null",
              "{}",
              "{\"id\":1}",
              "{\"subscribe\":[]}",
              "{\"subscribe\":\"orders\"}",
              "{\"subscribe\":[1]}",
              "{\"subscribe\":[\"\"]}",
              "{\"subscribe\":[\"market.BTC-USD.depth\"]}",
              "{\"subscribe\":[\"market.NOPE-USD.book\"]}",
              "{\"subscribe\":[\"market..book\"]}",
              "{\"subscribe\":[\"a.b.c.d\"]}",
              "{\"subscribe\":[\"orders\"],\"unsubscribe\":[\"orders\"]}",
              "{\"subscribe\":[\"market.BTC-USD.book\"],\"id\":{}}",
              "{\"ping\":\"x\"}",
              "{\"auth\":1}",
              "{\"recover\":{}}",
              "{\"recover\":{\"market.BTC-USD.book\":5}}",
              "{\"hello\":1}")) {
        JsonNode reply = client.ask(rubbish);
        assertThat(reply.at("/error/code").asText()).as(rubbish).isNotEmpty();
        assertThat(reply.at("/error/message").asText()).as(rubbish).isNotEmpty();
      }
      assertThat(client.ask("{\"ping\":8}").get("pong").asInt()).isEqualTo(8);
      for (int i = 0; i < 40; i++) {
        client.send("{}");
      }
      assertThat(client.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void closesOnBinaryAndOversizedFrames() {
    try (StreamClient client = new StreamClient(venue)) {
      client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
      assertThat(client.closeCode()).isEqualTo(1003);
    }
    try (StreamClient client = new StreamClient(venue)) {
      client.send("{\"auth\":\"" + "a".repeat(5_000) + "\"}");
      assertThat(client.closeCode()).isEqualTo(1009);
    }
    try (StreamClient client = new StreamClient(venue)) {
      for (int i = 0; i < 3; i++) {
        client.socket().sendText("a".repeat(2_000), false).join();
      }
      client.socket().sendText("a", true).join();
      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }

  /** A36: one too many is refused before anything is asked of it. */
  @Test
  void boundsTopicsAndSockets() {
    List<StreamClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < TestVenue.LIMITS.maxSockets(); i++) {
        clients.add(new StreamClient(venue));
      }
      assertThatThrownBy(() -> new StreamClient(venue))
          .hasCauseInstanceOf(WebSocketHandshakeException.class)
          .cause()
          .extracting(e -> ((WebSocketHandshakeException) e).getResponse().statusCode())
          .isEqualTo(503);
      StreamClient client = clients.getFirst();
      String six =
          "{\"subscribe\":[\"market.BTC-USD.book\",\"market.BTC-USD.trades\","
              + "\"market.BTC-USD.quote\",\"market.BTC-USD.bars-1m\",\"market.BTC-USD.bars-1s\","
              + "\"market.BINANCE:ETH-USDT.book\"]}";
      assertThat(client.ask(six).at("/error/code").asText()).isEqualTo("TOO_MANY_TOPICS");
      assertThat(client.isQuiet()).isTrue();
    } finally {
      clients.forEach(StreamClient::close);
    }
  }

  @Test
  void recoversWhatWasMissedOrSaysThatItCannot() {
    trade("t1");
    JsonNode last;
    try (StreamClient client = new StreamClient(venue)) {
      client.ask(subscribe("market.BTC-USD.trades"));
      last = client.update();
    }
    try (StreamClient witness = new StreamClient(venue)) {
      witness.ask(subscribe("market.BTC-USD.trades"));
      witness.update();
      trade("t2");
      witness.update();
      trade("t3");
      witness.update();
      try (StreamClient client = new StreamClient(venue)) {
        JsonNode reply =
            client.ask(recover(last.get("epoch").asLong(), last.get("offset").asLong()));
        assertThat(reply).hasToString("{\"recovered\":{\"market.BTC-USD.trades\":true},\"id\":3}");
        assertThat(ids(client.update())).containsExactly("t2");
        assertThat(ids(client.update())).containsExactly("t3");
        trade("t4");
        assertThat(ids(client.update())).containsExactly("t4");
      }
      for (long[] point :
          new long[][] {
            {last.get("epoch").asLong() + 1, last.get("offset").asLong()},
            {last.get("epoch").asLong(), last.get("offset").asLong() + 100},
            {last.get("epoch").asLong(), -1}
          }) {
        try (StreamClient client = new StreamClient(venue)) {
          JsonNode reply = client.ask(recover(point[0], point[1]));
          assertThat(reply.at("/recovered/market.BTC-USD.trades").asBoolean()).isFalse();
          assertThat(client.update().get("kind").asText()).isEqualTo("snapshot");
        }
      }
    }
  }

  private static String recover(long epoch, long offset) {
    return "{\"recover\":{\"market.BTC-USD.trades\":{\"epoch\":%d,\"offset\":%d}},\"id\":3}"
        .formatted(epoch, offset);
  }

  @Test
  void tellsItsClientsWhenItGoesAway() {
    try (StreamClient client = new StreamClient(venue)) {
      client.ask("{\"ping\":1}");
      venue.close();
      assertThat(client.closeCode()).isEqualTo(1001);
    }
  }
}
