package io.ratel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.pattern.TopicPattern;
import io.ratel.model.instrument.Symbol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A pattern means what there is and what comes. */
class WildcardsTest {
  private static final long MS = 1_000_000L;

  /** A number that only grows. */
  private static final class Number extends Topic {
    private int now;
    private int sent;

    Number(TopicName name, Runnable onChange) {
      super(name, onChange);
    }

    void grow() {
      now++;
      changed();
    }

    @Override
    public void open() {}

    @Override
    public Runnable load() {
      return () -> sent = now;
    }

    @Override
    public Object state() {
      return sent;
    }

    @Override
    public Change change() {
      boolean same = sent == now;
      sent = now;
      return same ? new Change.None() : new Change.Delta(now);
    }

    @Override
    public void close() {}
  }

  private final Map<String, Number> numbers = new HashMap<>();
  private final Set<Symbol> symbols = new LinkedHashSet<>();
  private long nowNs = 1_000 * MS;
  private final Hub hub =
      new Hub(
          new Hub.Source() {
            @Override
            public Topic make(TopicName name, Runnable onChange) {
              Number number = new Number(name, onChange);
              numbers.put(name.text(), number);
              return number;
            }

            @Override
            public Set<Symbol> symbols() {
              return Set.copyOf(symbols);
            }
          },
          4,
          500 * MS,
          Runnable::run,
          () -> nowNs);

  private static Object reply(String verb, Object value) {
    return Map.of(verb, value);
  }

  private void list(String... names) {
    Arrays.stream(names).map(Symbol::new).forEach(symbols::add);
  }

  private void subscribe(TestSocket socket, String... patterns) {
    hub.subscribe(
        socket,
        new Hub.Wish(
            List.of(patterns),
            Map.of(),
            Arrays.stream(patterns).map(TopicPattern::of).toList(),
            Set.copyOf(symbols),
            0,
            Optional.empty()),
        WildcardsTest::reply);
    after(0);
  }

  private void after(long ms) {
    nowNs += ms * MS;
    hub.round(nowNs);
    hub.round(nowNs);
  }

  private Number number(String name) {
    return Optional.ofNullable(numbers.get(name)).orElseThrow();
  }

  @Test
  void framesCarryTheTopicAndNotThePattern() {
    list("BTC-USD", "BINANCE:BTC-USDT");
    TestSocket socket = new TestSocket();
    subscribe(socket, "market.*.quote");
    assertThat(socket.takeFrames()).containsExactly("{\"subscribed\":[\"market.*.quote\"]}");
    assertThat(socket.take())
        .containsExactlyInAnyOrder(
            "market.BTC-USD.quote snapshot 0", "market.BINANCE:BTC-USDT.quote snapshot 0");
    number("market.BTC-USD.quote").grow();
    after(100);
    assertThat(socket.take()).containsExactly("market.BTC-USD.quote delta 1");
  }

  @Test
  void subscribingBringsASnapshotOfWhatTheSocketHasAlreadyToo() {
    list("BTC-USD");
    TestSocket socket = new TestSocket();
    subscribe(socket, "market.BTC-*.quote");
    socket.take();
    subscribe(socket, "market.*-USD.quote");
    assertThat(socket.take()).containsExactly("market.BTC-USD.quote snapshot 0");
    number("market.BTC-USD.quote").grow();
    after(100);
    assertThat(socket.take()).as("and each change once").hasSize(1);
  }

  @Test
  void aMarketThatAppearsJoinsWithoutAskingAgain() {
    list("KRAKEN:ETH-USD");
    TestSocket socket = new TestSocket();
    subscribe(socket, "KRAKEN:*|trades");
    socket.take();
    list("KRAKEN:SOL-USD", "OKX:SOL-USD");
    after(999);
    assertThat(socket.take()).isEmpty();
    after(1);
    assertThat(socket.take()).containsExactly("KRAKEN:SOL-USD|trades snapshot 0");
    after(5_000);
    assertThat(socket.take()).isEmpty();
  }

  @Test
  void leavingThePatternEndsWhatItAloneAskedFor() {
    list("BTC-USD", "ETH-USD");
    TestSocket socket = new TestSocket();
    hub.subscribe(
        socket,
        TestSocket.wish(
            Map.of("market.BTC-USD.quote", new TopicName(TopicName.Channel.QUOTE, "BTC-USD"))),
        WildcardsTest::reply);
    subscribe(socket, "market.*.quote", "market.ETH-*.quote");
    socket.take();
    hub.unsubscribe(socket, List.of("market.*.quote"), WildcardsTest::reply);
    after(0);
    assertThat(socket.subscriptions.keySet())
        .containsExactlyInAnyOrder("market.BTC-USD.quote", "market.ETH-USD.quote");
    hub.unsubscribe(
        socket, List.of("market.ETH-*.quote", "market.BTC-USD.quote"), WildcardsTest::reply);
    after(0);
    assertThat(socket.subscriptions).isEmpty();
    list("SOL-USD");
    after(3_000);
    assertThat(socket.take()).isEmpty();
  }

  @Test
  void whatItMeansCountsAgainstTheSocketsTopics() {
    list("A-USD", "B-USD", "C-USD", "D-USD", "E-USD");
    TestSocket socket = new TestSocket();
    subscribe(socket, "market.*.quote");
    assertThat(socket.takeFrames().getFirst())
        .contains("TOO_MANY_TOPICS")
        .contains("a socket may have 4 topics at most, and with these it would have 5");
    assertThat(socket.subscriptions).isEmpty();
  }

  @Test
  void moreThanThereIsRoomForIsSaidOnceWhenItAppears() {
    list("A-USD", "B-USD", "C-USD");
    TestSocket socket = new TestSocket();
    subscribe(socket, "market.*.quote");
    socket.takeFrames();
    list("D-USD", "E-USD");
    after(1_000);
    assertThat(socket.subscriptions).hasSize(4);
    assertThat(socket.takeFrames())
        .hasSize(1)
        .first()
        .asString()
        .contains("with what 'market.*.quote' now means it would have 5");
    list("F-USD");
    after(1_000);
    assertThat(socket.takeFrames()).isEmpty();
  }

  @Test
  void aSocketThatClosesHoldsNothingMore() {
    list("A-USD");
    TestSocket socket = new TestSocket();
    subscribe(socket, "market.*.quote");
    hub.remove(socket);
    after(0);
    after(600);
    assertThat(hub.topicCount()).isZero();
    list("B-USD");
    after(5_000);
    assertThat(hub.topicCount()).isZero();
  }
}
