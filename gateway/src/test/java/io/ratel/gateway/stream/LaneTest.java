package io.ratel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.gateway.topic.LocalMarketTopics;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.TopicName.Channel;
import io.ratel.gateway.topic.value.TopicValue;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.wire.Times;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A reader that wants to be told every so often. */
class LaneTest {
  private static final long MS = 1_000_000L;

  private final FakeMarkets markets = new FakeMarkets();
  private long nowNs = FakeExchange.TIME_NS;
  private final LocalMarketTopics topics =
      new LocalMarketTopics(markets, () -> Times.instant(nowNs));
  private final Hub hub = new Hub(topics::make, 10, 500 * MS, Runnable::run, () -> nowNs);
  private int made;

  private static Object reply(String verb, Object value) {
    return Map.of(verb, value);
  }

  private static TopicName name(Channel channel) {
    return new TopicName(channel, "BTC-USD");
  }

  private TestSocket every(Channel channel, long everyMs) {
    TestSocket socket = new TestSocket();
    hub.subscribe(
        socket,
        new Hub.Wish(
            List.of("a"),
            Map.of("a", name(channel)),
            List.of(),
            Set.of(),
            everyMs * MS,
            Optional.empty()),
        LaneTest::reply);
    after(0);
    return socket;
  }

  private void after(long ms) {
    nowNs += ms * MS;
    hub.round(nowNs);
  }

  private void trade() {
    markets.add(
        new Trade(FakeMarkets.BTC_USD, "t" + ++made, 100_00, 1, Side.BUY, nowNs + made, nowNs));
  }

  private void quote(long bid) {
    markets.set(new Quote(FakeMarkets.BTC_USD, bid, 1, 200_00, 1, nowNs, nowNs));
  }

  private static List<String> bids(TestSocket socket) {
    List<String> bids =
        socket.updates.stream().map(update -> update.at("/data/bid").asText()).toList();
    socket.updates.clear();
    return bids;
  }

  @Test
  void theLastValueComesFirstAndThenTheNewestOncePerPeriod() {
    quote(1_00);
    TestSocket calm = every(Channel.QUOTE, 1_000);
    TestSocket busy = every(Channel.QUOTE, 0);
    assertThat(bids(calm)).containsExactly("1.00");
    busy.updates.clear();
    for (int i = 2; i <= 31; i++) {
      after(100);
      quote(i * 100L);
      after(0);
    }
    assertThat(bids(calm)).containsExactly("11.00", "21.00", "31.00");
    assertThat(bids(busy)).hasSize(30);
    after(3_000);
    assertThat(bids(calm)).isEmpty();
    quote(50_00);
    after(0);
    assertThat(bids(calm)).as("after a quiet period at once").containsExactly("50.00");
  }

  @Test
  void itsOffsetIsThatOfTheLastMessageInItAndAfterThatOfTheOneBefore() {
    TestSocket calm = every(Channel.TRADES, 1_000);
    TestSocket busy = every(Channel.TRADES, 0);
    for (int i = 0; i < 40; i++) {
      trade();
      after(100);
    }
    after(1_000);
    long offset = calm.updates.getFirst().path("offset").asLong();
    List<String> ids = new ArrayList<>();
    for (JsonNode update : calm.updates.subList(1, calm.updates.size())) {
      long next = update.path("offset").asLong();
      assertThat(update.path("after").asLong(next - 1)).isEqualTo(offset);
      offset = next;
      update.path("data").forEach(item -> ids.add(item.path("id").asText()));
    }
    assertThat(offset).isEqualTo(busy.updates.getLast().path("offset").asLong());
    assertThat(ids).hasSize(40).doesNotHaveDuplicates().startsWith("t1").endsWith("t40");
    assertThat(calm.updates).hasSize(1 + 4);
  }

  @Test
  void whatItLeftIsRecoveredAsOneMessage() {
    TestSocket first = every(Channel.TRADES, 1_000);
    JsonNode last = first.updates.getFirst();
    hub.remove(first);
    for (int i = 0; i < 3; i++) {
      trade();
      after(100);
    }
    TestSocket again = new TestSocket();
    hub.recover(
        again,
        Map.of("a", name(Channel.TRADES)),
        Map.of(
            "a", new ClientFrame.Point(last.path("epoch").asLong(), last.path("offset").asLong())),
        1_000 * MS,
        LaneTest::reply);
    after(0);
    assertThat(again.takeFrames()).containsExactly("{\"recovered\":{\"a\":true}}");
    assertThat(again.updates).hasSize(1);
    assertThat(again.updates.getFirst().path("data")).hasSize(3);
    assertThat(again.updates.getFirst().path("after")).isEqualTo(last.path("offset"));
    trade();
    after(900);
    assertThat(again.updates).hasSize(1);
    after(101);
    assertThat(again.updates).hasSize(2);
  }

  @Test
  void gatheredTradesThatGrowTooLongLeaveEarlyAndAStateBecomesASnapshot() {
    TestSocket trades = every(Channel.TRADES, 60_000);
    TestSocket bars = every(Channel.BARS_1S, 60_000);
    for (int i = 0; i < 250; i++) {
      for (int j = 0; j < 60; j++) {
        trade();
        markets.set(
            new Bar(FakeMarkets.BTC_USD, Interval.SECOND, j * 1_000_000_000L, 1, 1, 1, 1, 1, made));
      }
      after(100);
    }
    Set<String> ids = new HashSet<>();
    assertThat(trades.updates.size()).isBetween(2, 5);
    after(60_000);
    trades.updates.forEach(
        update -> update.path("data").forEach(item -> ids.add(item.path("id").asText())));
    assertThat(ids).hasSize(made);
    assertThat(bars.updates).hasSize(2);
    assertThat(bars.updates.getLast().path("kind").asText()).isEqualTo("snapshot");
    assertThat(bars.updates.getLast().at("/data/59/trades").asInt()).isEqualTo(made);
  }

  @Property(tries = 200)
  void whatItAddsUpToIsTheTopicsStateAtEveryMessage(@ForAll long seed) {
    LaneTest run = new LaneTest();
    Random random = new Random(seed);
    run.addsUp(Channel.BOOK, random);
    run.addsUp(Channel.BARS_1M, random);
  }

  private void addsUp(Channel channel, Random random) {
    long everyMs = 100 + random.nextInt(900);
    TestSocket calm = every(channel, everyMs);
    TopicValue value = TopicValue.of(channel);
    long toldNs = nowNs;
    int compared = 0;
    value.replace(calm.updates.removeFirst().path("data"));
    for (int i = 0; i < 200; i++) {
      move(random);
      after(random.nextInt(90));
      for (JsonNode update : calm.updates) {
        assertThat(nowNs - toldNs).isGreaterThanOrEqualTo(everyMs * MS);
        toldNs = nowNs;
        if (update.path("kind").asText().equals("snapshot")) {
          value.replace(update.path("data"));
        } else {
          value.apply(update.path("data"));
        }
      }
      if (!calm.updates.isEmpty()) {
        JsonNode now = every(channel, 0).updates.getFirst();
        if (now.path("offset").equals(calm.updates.getLast().path("offset"))) {
          compared++;
          assertThat(withoutAge(value.value())).isEqualTo(withoutAge(now.path("data")));
        }
      }
      calm.updates.clear();
    }
    assertThat(compared).isPositive();
    hub.remove(calm);
    after(1_000);
  }

  /** Left out is what depends on when it is asked, and what moves without a change of levels. */
  private static JsonNode withoutAge(JsonNode state) {
    return state.isObject() ? ((ObjectNode) state).without(List.of("ageMs", "sequence")) : state;
  }

  private void move(Random random) {
    List<Level> bids = new ArrayList<>();
    for (int price = 10; price > 0; price--) {
      if (random.nextBoolean()) {
        bids.add(new Level(price, 1 + random.nextInt(3)));
      }
    }
    if (random.nextInt(40) == 0) {
      markets.loseBook(FakeMarkets.BTC_USD);
    } else {
      markets.setBook(FakeMarkets.BTC_USD, bids, List.of());
    }
    long start = random.nextInt(10) * Interval.MINUTE.nanos();
    markets.set(
        new Bar(FakeMarkets.BTC_USD, Interval.MINUTE, start, 1, 1, 1, 1, 1, random.nextInt(100)));
  }
}
