package io.ratel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.topic.LocalMarketTopics;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.past.Past;
import io.ratel.gateway.topic.past.TradesPast;
import io.ratel.gateway.venue.FakeExchange;
import io.ratel.gateway.venue.FakeMarkets;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What was before goes over into what is live: nothing is missing and nothing comes twice. */
class HandoverTest {
  private static final long MS = 1_000_000L;
  private static final long START_NS = FakeExchange.TIME_NS;
  private static final TopicName TRADES =
      new TopicName(TopicName.Channel.TRADES, FakeMarkets.BTC_USD.symbol().text());
  private static final TopicName MINUTES =
      new TopicName(TopicName.Channel.BARS_1M, FakeMarkets.BTC_USD.symbol().text());

  private final FakeMarkets markets = new FakeMarkets();
  private final Deque<Runnable> loads = new ArrayDeque<>();
  private final List<Trade> made = new ArrayList<>();
  private long nowNs = START_NS;
  private int batch = Past.BATCH;
  private final LocalMarketTopics topics =
      new LocalMarketTopics(markets, () -> Times.instant(nowNs));
  private final Hub hub = new Hub(new Source(), 10, 60_000 * MS, loads::add, () -> nowNs);

  private final class Source implements Hub.Source {
    @Override
    public Topic make(TopicName name, Runnable onChange) {
      return topics.make(name, onChange);
    }

    @Override
    public Past past(TopicName name, long fromNs) {
      return name.equals(TRADES)
          ? new TradesPast(markets, new Symbol(name.subject()), fromNs, batch)
          : topics.past(name, fromNs);
    }
  }

  private static Object reply(String verb, Object value) {
    return Map.of(verb, value);
  }

  private static Hub.Wish from(TopicName name, long fromNs, long everyMs) {
    return new Hub.Wish(
        List.of("a"),
        Map.of("a", name),
        List.of(),
        Set.of(),
        everyMs * MS,
        Optional.of(Times.instant(fromNs)));
  }

  private void trade(long timeNs, boolean tell) {
    Trade trade =
        new Trade(FakeMarkets.BTC_USD, "t" + made.size(), 100_00, 1, Side.BUY, timeNs, nowNs);
    made.add(trade);
    markets.take(trade);
    if (tell) {
      markets.tell();
    }
  }

  private void after(long ms) {
    nowNs += ms * MS;
    hub.round(nowNs);
  }

  private void load() {
    Runnable next = loads.poll();
    if (next != null) {
      next.run();
    }
  }

  /** Lets everything that is under way come to its end. */
  private void settle() {
    for (int i = 0; i < 200; i++) {
      markets.tell();
      load();
      after(20);
    }
    assertThat(loads).isEmpty();
  }

  private List<String> idsFrom(long fromNs) {
    return made.stream()
        .filter(trade -> trade.exchangeTimeNs() >= fromNs)
        .map(Trade::id)
        .sorted()
        .toList();
  }

  /** A client that wants all trades from a moment on, over as many connections as it takes. */
  private final class Client {
    final long fromNs;
    final long everyMs;
    TestSocket socket = new TestSocket();
    private final List<JsonNode> heard = new ArrayList<>();

    Client(long fromNs, long everyMs) {
      this.fromNs = fromNs;
      this.everyMs = everyMs;
      hub.subscribe(socket, from(TRADES, fromNs, everyMs), HandoverTest::reply);
    }

    List<JsonNode> all() {
      List<JsonNode> all = new ArrayList<>(heard);
      all.addAll(socket.updates);
      return all;
    }

    /** Comes again on another connection; before its snapshot there is nothing to go on from. */
    void comeAgain() {
      List<JsonNode> all = all();
      if (all.isEmpty() || all.getLast().path("offset").asLong() == 0) {
        return;
      }
      JsonNode last = all.getLast();
      heard.clear();
      heard.addAll(all);
      hub.remove(socket);
      socket = new TestSocket();
      hub.recover(
          socket,
          Map.of("a", TRADES),
          Map.of(
              "a",
              new ClientFrame.Point(last.path("epoch").asLong(), last.path("offset").asLong())),
          everyMs * MS,
          HandoverTest::reply);
    }

    void check() {
      List<JsonNode> all = all();
      List<String> ids = new ArrayList<>();
      long offset = -1;
      for (JsonNode update : all) {
        String kind = update.path("kind").asText();
        long next = update.path("offset").asLong();
        switch (kind) {
          case "history" -> {
            assertThat(offset).as("nothing before the snapshot").isEqualTo(-1);
            assertThat(update.path("data").size()).isBetween(1, Handover.PAGE);
          }
          case "snapshot" -> assertThat(offset).as("one snapshot").isEqualTo(-1);
          default ->
              assertThat(update.path("after").asLong(next - 1)).as("no gap").isEqualTo(offset);
        }
        offset = kind.equals("history") ? -1 : next;
        for (JsonNode item : update.path("data")) {
          Instant time = Instant.parse(item.path("time").asText());
          if (Times.nanos(time) >= fromNs) {
            ids.add(item.path("id").asText());
          } else {
            assertThat(kind).isNotEqualTo("history");
          }
        }
      }
      Collections.sort(ids);
      assertThat(ids).isEqualTo(idsFrom(fromNs));
      assertThat(offset).as("a snapshot came").isPositive();
    }
  }

  @Property(tries = 300)
  void everyTradeComesOnceOverHistorySnapshotAndChanges(@ForAll long seed) {
    HandoverTest run = new HandoverTest();
    run.live(new Random(seed));
  }

  private void live(Random random) {
    batch = 20 + random.nextInt(400);
    List<Client> clients = new ArrayList<>();
    int before = random.nextInt(3) == 0 ? random.nextInt(1_500) : random.nextInt(80);
    for (int i = 0; i < before; i++) {
      trade(nowNs - random.nextInt(1_000) * MS, true);
    }
    int steps = 100 + random.nextInt(500);
    for (int i = 0; i < steps; i++) {
      step(random, clients);
    }
    clients.forEach(client -> client.socket.drain(hub));
    settle();
    clients.forEach(Client::check);
  }

  private void step(Random random, List<Client> clients) {
    int what = random.nextInt(100);
    if (what < 40) {
      long late = random.nextInt(4) == 0 ? random.nextInt(1_500) * MS : 0;
      trade(nowNs - late, random.nextBoolean());
    } else if (what < 60) {
      markets.tell();
    } else if (what < 75) {
      after(random.nextInt(120));
    } else if (what < 88) {
      load();
      after(0);
    } else if (what < 92 && clients.size() < 6) {
      long everyMs = random.nextInt(3) == 0 ? 100 + random.nextInt(900) : 0;
      clients.add(new Client(nowNs - random.nextInt(1_500) * MS, everyMs));
    } else if (!clients.isEmpty()) {
      Client one = clients.get(random.nextInt(clients.size()));
      if (what < 95) {
        one.socket.fill();
      } else if (what < 98) {
        one.socket.drain(hub);
      } else if (!one.socket.isFull()) {
        one.comeAgain();
      }
    }
  }

  @Test
  void aTradeThatWasReadAndNotToldYetComesAsAChangeOrAsHistoryButOnce() {
    trade(START_NS - 5 * MS, true);
    trade(START_NS - 4 * MS, false);
    Client client = new Client(START_NS - 10 * MS, 0);
    after(0);
    load();
    after(0);
    load();
    after(0);
    assertThat(client.socket.updates).as("it waits until the trade is told").isEmpty();
    markets.tell();
    settle();
    client.check();
  }

  @Test
  void pagesAreOldestFirstAndASlowSocketIsSentNoMoreThanItTakes() {
    for (int i = 0; i < 1_200; i++) {
      trade(START_NS - (1_200 - i) * MS, true);
    }
    Client client = new Client(0, 0);
    client.socket.fill();
    settle();
    assertThat(client.socket.updates).hasSize(1);
    assertThat(client.socket.updates.getFirst().at("/data/0/id").asText()).isEqualTo("t0");
    client.socket.drain(hub);
    settle();
    assertThat(client.socket.updates.stream().map(update -> update.path("kind").asText()))
        .containsExactly("history", "history", "history", "snapshot");
    client.check();
  }

  @Test
  void moreThanTheBoundIsSaidWithTheMomentToGoOnFrom() {
    for (int i = 0; i < Past.MAX_ROWS + 60; i++) {
      trade(START_NS + i, true);
    }
    batch = Past.BATCH * 10;
    Client client = new Client(0, 0);
    settle();
    settle();
    assertThat(client.socket.frames.getLast().at("/error/code").asText())
        .isEqualTo("LIMIT_REACHED");
    assertThat(client.socket.frames.getLast().at("/error/rule").asText())
        .isEqualTo(
            "must have at most 100000 after it; to go on ask from "
                + Times.instant(START_NS + Past.MAX_ROWS));
    assertThat(client.socket.updates).hasSize(Past.MAX_ROWS / Handover.PAGE);
    assertThat(client.socket.subscriptions).isEmpty();
  }

  @Test
  void aMarketThatIsLostMeanwhileEndsItWithAnError() {
    trade(START_NS, true);
    TestSocket other = new TestSocket();
    hub.subscribe(other, TestSocket.wish(Map.of("b", TRADES)), HandoverTest::reply);
    after(0);
    load();
    after(0);
    Client client = new Client(0, 0);
    after(0);
    for (int i = 0; i < 20_000; i++) {
      trade(nowNs, true);
    }
    after(100);
    settle();
    assertThat(client.socket.frames.getLast().at("/error/code").asText()).isEqualTo("BUSY");
    assertThat(client.socket.subscriptions).isEmpty();
    assertThat(other.updates.getLast().path("kind").asText()).isEqualTo("snapshot");
  }

  @Test
  void oneOfASocketIsReadAtATimeAndLeavingEndsIt() {
    trade(START_NS, true);
    Client client = new Client(0, 0);
    hub.subscribe(
        client.socket,
        new Hub.Wish(
            List.of("b"), Map.of("b", MINUTES), List.of(), Set.of(), 0, Optional.of(Instant.EPOCH)),
        HandoverTest::reply);
    hub.unsubscribe(client.socket, List.of("a"), HandoverTest::reply);
    settle();
    assertThat(client.socket.take()).containsExactly("b snapshot []");
    assertThat(client.socket.takeFrames())
        .containsExactly(
            "{\"subscribed\":[\"a\"]}", "{\"subscribed\":[\"b\"]}", "{\"unsubscribed\":[\"a\"]}");
  }

  @Property(tries = 100)
  void everyBarComesAndItsLastValueLast(@ForAll long seed) {
    HandoverTest run = new HandoverTest();
    run.bars(new Random(seed));
  }

  private void bars(Random random) {
    Map<String, Long> last = new HashMap<>();
    long minute = Interval.MINUTE.nanos();
    TestSocket socket = new TestSocket();
    int asked = random.nextInt(300);
    for (int i = 0; i < 900; i++) {
      boolean correction = i > 400 && random.nextInt(3) == 0;
      long at = correction ? random.nextInt(i) : i;
      Bar bar = new Bar(FakeMarkets.BTC_USD, Interval.MINUTE, at * minute, 1, 1, 1, 1, 1, i + 1);
      if (correction) {
        markets.correct(bar);
      } else {
        markets.set(bar);
      }
      last.put(Times.instant(at * minute).toString(), i + 1L);
      if (i == 500 + asked) {
        hub.subscribe(socket, from(MINUTES, 10 * minute + 5, 0), HandoverTest::reply);
      }
      if (random.nextInt(4) == 0) {
        after(random.nextInt(150));
        load();
      }
    }
    settle();
    Map<String, Long> heard = new HashMap<>();
    socket.updates.forEach(
        update ->
            update
                .path("data")
                .forEach(bar -> heard.put(bar.path("time").asText(), bar.path("trades").asLong())));
    last.keySet().removeIf(time -> Times.nanos(Instant.parse(time)) < 10 * minute);
    heard.keySet().removeIf(time -> Times.nanos(Instant.parse(time)) < 10 * minute);
    last.forEach((time, trades) -> assertThat(heard).as(time).containsEntry(time, trades));
    assertThat(heard).hasSameSizeAs(last);
  }
}
