package io.ratel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import io.ratel.security.barrier.Barrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, patterns, periods and moments as a client sends them. */
@Timeout(60)
class StreamNamesTest {
  private TestVenue venue;
  private StreamClient client;

  @BeforeEach
  void open() {
    venue = new TestVenue(TestVenue.limits(8, 100), true, Optional.empty());
    client = new StreamClient(venue);
  }

  @AfterEach
  void close() {
    client.close();
    venue.close();
  }

  private static String subscribe(String topic, String more) {
    return "{\"subscribe\":[\"" + topic + "\"]" + more + ",\"id\":1}";
  }

  private void signIn() {
    assertThat(client.ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}").has("authenticated"))
        .isTrue();
  }

  private void trade(String id, long timeNs) {
    venue.markets.add(new Trade(FakeMarkets.BTC_USD, id, 100_00, 1, Side.BUY, timeNs, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC-USD|trades",
        "BINANCE:ETH-USDT|bars-1m",
        "BTC-USD|quote",
        "BTC-USD|book",
        "BTC-USD|best",
      })
  void aTickerAndAKindAreAName(String name) {
    assertThat(client.ask(subscribe(name, "")))
        .hasToString("{\"subscribed\":[\"" + name + "\"],\"id\":1}");
    assertThat(client.update().get("topic").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account.*.orders",
        "account.*.portfolio",
        "*.*.*",
        "*.10.orders",
        "user.*.alerts",
        "*.*.alerts",
        "market.*.orders",
        "*|orders",
        "10|orders",
        "NOPE|trades",
        "BTC-USD|trades|x",
      })
  void whatIsSomebodysOwnHasNoPatterns(String name) {
    signIn();
    assertThat(client.ask(subscribe(name, "")).at("/error/code").asText())
        .isEqualTo("UNKNOWN_TOPIC");
    assertThat(client.isQuiet()).isTrue();
  }

  @Test
  void aPatternBringsEveryMarketUnderItsOwnName() {
    client.ask(subscribe("market.*.quote", ""));
    Set<String> topics = new TreeSet<>();
    Set<String> wanted = Set.of("market.BTC-USD.quote", "market.BINANCE:ETH-USDT.quote");
    while (!topics.containsAll(wanted)) {
      topics.add(client.update().get("topic").asText());
    }
    while (!client.isQuiet()) {
      topics.add(client.update().get("topic").asText());
    }
    assertThat(topics).allMatch(topic -> topic.endsWith(".quote"));
    venue.markets.set(new Quote(FakeMarkets.BTC_USD, 99_99, 1, 0, 0, FakeExchange.TIME_NS, 0));
    JsonNode delta = client.update();
    assertThat(delta.get("topic").asText()).isEqualTo("market.BTC-USD.quote");
    assertThat(client.ask("{\"unsubscribe\":[\"market.*.quote\"],\"id\":2}"))
        .hasToString("{\"unsubscribed\":[\"market.*.quote\"],\"id\":2}");
    venue.markets.set(new Quote(FakeMarkets.BTC_USD, 99_98, 1, 0, 0, FakeExchange.TIME_NS, 0));
    assertThat(client.isQuiet()).isTrue();
  }

  @Test
  void aSocketWithAPatternIsClosedWhenItsUserIsStopped() {
    signIn();
    client.ask(subscribe("market.BTC-*.quote", ""));
    venue.barriers.raise(Barrier.Kind.USER, Long.toString(venue.ann.id()));
    assertThat(client.closeCode()).isEqualTo(4401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "market.BTC-USD.quote; ,\"every\":99; every",
        "market.BTC-USD.quote; ,\"every\":60001; every",
        "market.BTC-USD.quote; ,\"every\":\"1000\"; every",
        "market.BTC-USD.quote; ,\"every\":100.5; every",
        "market.BTC-USD.trades; ,\"from\":\"yesterday\"; from",
        "market.BTC-USD.trades; ,\"from\":1700000000; from",
        "market.BTC-USD.trades; ,\"from\":\"3000-01-01T00:00:00Z\"; from",
        "market.BTC-USD.quote; ,\"from\":\"2026-01-01T00:00:00Z\"; from",
        "market.*.trades; ,\"from\":\"2026-01-01T00:00:00Z\"; from",
      })
  void whatCannotBeAskedForIsSaid(String topic, String more, String field) {
    JsonNode answer = client.ask(subscribe(topic, more));
    assertThat(answer.at("/error/code").asText()).isEqualTo("INVALID_FIELD");
    assertThat(answer.at("/error/field").asText()).isEqualTo(field);
    assertThat(answer.at("/error/rule").asText()).isNotEmpty();
  }

  @Test
  void optionsBelongToTheirVerbs() {
    for (String frame :
        List.of(
            "{\"unsubscribe\":[\"a\"],\"every\":1000}",
            "{\"ping\":1,\"from\":\"2026-01-01T00:00:00Z\"}",
            "{\"recover\":{\"a\":{\"epoch\":1,\"offset\":1}},\"from\":\"2026-01-01T00:00:00Z\"}")) {
      assertThat(client.ask(frame).at("/error/code").asText()).isEqualTo("UNKNOWN_FIELD");
    }
  }

  @Test
  void aPeriodGathersTrades() {
    client.ask(subscribe("BTC-USD|trades", ",\"every\":300"));
    assertThat(client.update().get("kind").asText()).isEqualTo("snapshot");
    List<String> ids = new ArrayList<>();
    int messages = 0;
    for (int i = 0; ids.size() < 3; i++) {
      if (i < 3) {
        trade("t" + i, FakeExchange.TIME_NS + i);
      }
      JsonNode update = client.updateWithin(20);
      if (update != null) {
        messages++;
        update.get("data").forEach(item -> ids.add(item.get("id").asText()));
      }
    }
    assertThat(ids).containsExactly("t0", "t1", "t2");
    assertThat(messages).isEqualTo(1);
  }

  @Test
  void whatWasBeforeComesFirst() {
    for (int i = 0; i < 600; i++) {
      trade("t" + i, FakeExchange.TIME_NS + i);
    }
    assertThat(
            client.ask(
                subscribe("BTC-USD|trades", ",\"from\":\"" + venue.now.minusSeconds(1) + "\"")))
        .hasToString("{\"subscribed\":[\"BTC-USD|trades\"],\"id\":1}");
    JsonNode first = client.update();
    assertThat(first.get("kind").asText()).isEqualTo("history");
    assertThat(first.get("offset").asLong()).isZero();
    assertThat(first.get("data")).hasSize(500);
    assertThat(first.at("/data/0/id").asText()).isEqualTo("t0");
    assertThat(client.update().get("data")).hasSize(50);
    JsonNode snapshot = client.update();
    assertThat(snapshot.get("kind").asText()).isEqualTo("snapshot");
    assertThat(snapshot.at("/data/49/id").asText()).isEqualTo("t550");
    trade("t600", FakeExchange.TIME_NS + 600);
    assertThat(client.update().at("/data/0/id").asText()).isEqualTo("t600");
  }
}
