package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.relay.RelayedMarketTopics;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that only streams, before a venue whose markets it relays. */
@Timeout(120)
class RelayTest {
  private static final List<String> CHANNELS =
      List.of("book", "quote", "trades", "events", "bars-1s", "bars-1m", "bars-5m", "bars-1h");

  private final TestVenue venue = new TestVenue(TestVenue.limits(20, 20), true, Optional.empty());
  private final Random random = new Random(3);
  private Gateway source = venue.gateway();
  private Gateway relay = venue.gateway();
  private int sent;

  @BeforeEach
  void open() {
    relay = relay(source.port());
  }

  private Gateway relay(int port) {
    Gateway gateway =
        new Gateway(
            new GatewayConfig("127.0.0.1", 0, false, Optional.empty(), TestVenue.limits(20, 20)),
            venue.ports(
                new RelayedMarketTopics(URI.create("http://127.0.0.1:" + port)),
                Optional.of(venue.presence),
                Optional.empty()));
    venue.exchange.feed(gateway.accountChanges());
    gateway.start();
    return gateway;
  }

  @AfterEach
  void close() {
    relay.close();
    source.close();
    venue.close();
  }

  /** Something happens in every topic. */
  private void move() {
    sent++;
    venue.markets.setBook(FakeMarkets.BTC_USD, levels(99_99, -1), levels(100_01, 1));
    venue.markets.set(
        new Quote(FakeMarkets.BTC_USD, 99_00 + sent, 1, 100_00 + sent, 2, FakeExchange.TIME_NS, 0));
    venue.markets.add(
        new Trade(FakeMarkets.BTC_USD, "t" + sent, 100_00, 1, Side.BUY, FakeExchange.TIME_NS, 0));
    venue.markets.happen(
        new MarketEvent(Symbol.of("BTC-USD"), "e" + sent, "goal", "1–0", FakeExchange.TIME_NS));
    for (Interval interval : Interval.values()) {
      long time = interval.nanos() * (sent / 3);
      venue.markets.set(new Bar(FakeMarkets.BTC_USD, interval, time, 1, 2, 1, 2, 5, sent));
    }
  }

  private List<Level> levels(long best, long away) {
    return random
        .longs(0, 80)
        .distinct()
        .limit(1 + random.nextInt(60))
        .sorted()
        .mapToObj(at -> new Level(best + away * at, 1 + random.nextInt(5)))
        .toList();
  }

  private static String topic(String channel) {
    return "market.BTC-USD." + channel;
  }

  /** What a client that comes just now is told of a topic. */
  private static JsonNode snapshot(int port, String channel) {
    try (StreamClient client = new StreamClient(port)) {
      JsonNode reply = client.ask("{\"subscribe\":[\"" + topic(channel) + "\"],\"id\":1}");
      assertThat(reply.has("subscribed")).as(reply.toString()).isTrue();
      return client.update().get("data");
    }
  }

  private void awaitEqual() {
    for (String channel : CHANNELS) {
      JsonNode wanted = snapshot(source.port(), channel);
      JsonNode seen = snapshot(relay.port(), channel);
      for (int i = 0; i < 400 && !seen.equals(wanted); i++) {
        LockSupport.parkNanos(25_000_000);
        wanted = snapshot(source.port(), channel);
        seen = snapshot(relay.port(), channel);
      }
      assertThat(seen).as(channel).isEqualTo(wanted);
    }
  }

  @Test
  void itsTopicsAreThoseOfTheSourceWhileTheyMove() {
    StreamClient reader = new StreamClient(relay.port());
    CHANNELS.forEach(
        channel -> reader.ask("{\"subscribe\":[\"" + topic(channel) + "\"],\"id\":1}"));
    for (int i = 0; i < 30; i++) {
      move();
      LockSupport.parkNanos(15_000_000);
    }
    awaitEqual();
    reader.close();
  }

  @Test
  void itGoesOnWhereItWasWhenTheSourceCloses() {
    move();
    awaitEqual();
    int port = source.port();
    source.close();
    move();
    source =
        venue.another(
            new GatewayConfig("127.0.0.1", port, true, Optional.empty(), TestVenue.limits(20, 20)));
    source.start();
    move();
    awaitEqual();
  }

  @Test
  void whatWasBeforeGoesOverIntoWhatIsLiveThroughTheRelayToo() throws InterruptedException {
    for (int i = 0; i < 900; i++) {
      trade();
    }
    Thread market =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 900; i++) {
                    trade();
                    LockSupport.parkNanos(1_000_000);
                  }
                });
    List<StreamClient> clients = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      LockSupport.parkNanos(random.nextInt(150) * 1_000_000L);
      StreamClient client = new StreamClient(relay.port());
      client.send(
          "{\"subscribe\":[\"BTC-USD|trades\"],\"from\":\"2026-01-01T00:00:00Z\",\"id\":1}");
      clients.add(client);
    }
    market.join();
    for (StreamClient client : clients) {
      assertThat(client.reply().has("subscribed")).isTrue();
      List<String> ids = new ArrayList<>();
      while (ids.size() < 1_800) {
        client.update().get("data").forEach(item -> ids.add(item.get("id").asText()));
      }
      assertThat(ids).hasSize(1_800).doesNotHaveDuplicates();
      client.close();
    }
  }

  @Test
  void aPastThatIsTooLongIsRefusedInTheWordsOfTheSource() {
    long newest = 200_000 * Interval.SECOND.nanos();
    venue.markets.set(new Bar(FakeMarkets.BTC_USD, Interval.SECOND, newest, 1, 1, 1, 1, 1, 1));
    for (Gateway gateway : List.of(source, relay)) {
      try (StreamClient client = new StreamClient(gateway.port())) {
        String asked =
            "{\"subscribe\":[\"BTC-USD|bars-1s\"],\"from\":\"1970-01-01T00:00:00Z\",\"id\":7}";
        assertThat(client.ask(asked).has("subscribed")).isTrue();
        JsonNode refused = client.reply();
        assertThat(refused.path("id").asInt()).isEqualTo(7);
        assertThat(refused.at("/error/code").asText()).isEqualTo("LIMIT_REACHED");
        assertThat(refused.at("/error/rule").asText())
            .isEqualTo(
                "must lie at most 100000 bars before the newest, at or after 1970-01-02T03:46:41Z");
        venue.markets.set(
            new Bar(FakeMarkets.BTC_USD, Interval.SECOND, newest, 1, 1, 1, 1, 1, ++sent));
        assertThat(client.isQuiet()).as("the topic is left").isTrue();
      }
    }
  }

  private synchronized void trade() {
    sent++;
    long time = FakeExchange.TIME_NS + sent - (sent % 7 == 0 ? 60 : 0);
    venue.markets.add(new Trade(FakeMarkets.BTC_USD, "t" + sent, 100_00, 1, Side.BUY, time, 0));
  }

  @Test
  void itStreamsAccountsAndHasNothingElse() throws Exception {
    try (StreamClient ann = new StreamClient(relay.port())) {
      assertThat(ann.ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}").has("authenticated"))
          .isTrue();
      ann.ask("{\"subscribe\":[\"portfolio\"],\"id\":1}");
      assertThat(ann.update().at("/data/balances/0/asset").asText()).isEqualTo("USD");
      assertThat(
              ann.ask("{\"subscribe\":[\"market.NOPE.book\"],\"id\":2}").at("/error/code").asText())
          .isEqualTo("UNKNOWN_TOPIC");
      assertThat(
              ann.ask("{\"subscribe\":[\"market.BINANCE:ETH-USDT.book\"],\"id\":3}")
                  .has("subscribed"))
          .isTrue();
    }
    assertThat(status("/healthz")).isEqualTo(200);
    assertThat(status("/metrics")).isEqualTo(200);
    assertThat(status("/v1/orders")).isEqualTo(404);
    assertThat(status("/v1/sessions")).isEqualTo(404);
  }

  private int status(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + relay.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aNodeWithoutAccountsSignsNobodyIn() {
    try (Gateway markets =
        new Gateway(
            new GatewayConfig("127.0.0.1", 0, false, Optional.empty(), TestVenue.LIMITS),
            venue.ports(
                new RelayedMarketTopics(URI.create("http://127.0.0.1:" + source.port())),
                Optional.empty(),
                Optional.empty()))) {
      markets.start();
      try (StreamClient client = new StreamClient(markets.port())) {
        assertThat(
                client
                    .ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}")
                    .at("/error/code")
                    .asText())
            .isEqualTo("FORBIDDEN");
      }
    }
  }
}
