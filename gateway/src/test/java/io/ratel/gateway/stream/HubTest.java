package io.ratel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class HubTest {
  private static final TopicName NAME = new TopicName(TopicName.Channel.QUOTE, "BTC-USD");
  private static final long MS = 1_000_000L;

  /** A counter; each change adds to it. */
  private static final class Counter extends Topic {
    private int sent;
    private int now;
    private boolean broken;
    private boolean lose;
    private int opened;
    private int closed;

    Counter(Runnable onChange) {
      super(NAME, onChange);
    }

    void add() {
      now++;
      changed();
    }

    @Override
    public void open() {
      opened++;
    }

    @Override
    public Runnable load() {
      if (broken) {
        throw new IllegalStateException("not now");
      }
      return () -> sent = now;
    }

    @Override
    public Object state() {
      return sent;
    }

    @Override
    public Change change() {
      if (lose) {
        lose = false;
        return new Change.Lost();
      }
      int difference = now - sent;
      sent = now;
      return difference == 0 ? new Change.None() : new Change.Delta(difference);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  /** Keeps what it is given, in short. */
  private static final class Listener extends Receiver {
    private final List<String> got = new ArrayList<>();
    private long epoch;
    private long offset;

    @Override
    Executor context() {
      return Runnable::run;
    }

    @Override
    void deliver(List<Out> outs) {
      for (Out out : outs) {
        switch (out) {
          case Out.Reply reply -> got.add(reply.text());
          case Out.Notice notice -> got.add(notice.text());
          case Out.Ready ready -> ready.task().run();
          case Out.Update update -> {
            JsonNode json = parse("{\"topic\":\"\"" + update.message().tail());
            epoch = json.get("epoch").asLong();
            offset = json.get("offset").asLong();
            got.add(json.get("kind").asText() + " " + json.get("data"));
          }
        }
      }
    }

    private static JsonNode parse(String text) {
      try {
        return new ObjectMapper().readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError(text, e);
      }
    }

    List<String> take() {
      List<String> taken = List.copyOf(got);
      got.clear();
      return taken;
    }
  }

  private long nowNs = 1_000 * MS;
  private boolean loadsFail;
  private final List<Counter> counters = new ArrayList<>();
  private final Hub hub =
      new Hub(
          (name, onChange) -> {
            Counter counter = new Counter(onChange);
            counter.broken = loadsFail;
            counters.add(counter);
            return counter;
          },
          2,
          500 * MS,
          Runnable::run,
          () -> nowNs);

  private static Object reply(String verb, Object value) {
    return Map.of(verb, value);
  }

  private Counter counter() {
    return counters.getLast();
  }

  private void after(long ms) {
    nowNs += ms * MS;
    hub.round(nowNs);
  }

  private Listener subscribed() {
    Listener listener = new Listener();
    hub.subscribe(listener, TestSocket.wish(Map.of("a", NAME)), HubTest::reply);
    after(0);
    return listener;
  }

  @Test
  void sendsTheFirstChangeAtOnceAndLaterOnesTogether() {
    Listener listener = subscribed();
    assertThat(listener.take()).containsExactly("{\"subscribed\":[\"a\"]}", "snapshot 0");
    after(100);

    counter().add();
    after(0);
    assertThat(listener.take()).containsExactly("delta 1");
    counter().add();
    after(50);
    counter().add();
    after(49);
    assertThat(listener.take()).isEmpty();
    after(1);
    assertThat(listener.take()).containsExactly("delta 2");
    after(1_000);
    assertThat(listener.take()).isEmpty();
    counter().add();
    after(0);
    assertThat(listener.take()).containsExactly("delta 1");
  }

  @Test
  void startsALateReaderWhereTheOthersAre() {
    Listener early = subscribed();
    after(100);
    counter().add();
    after(0);
    counter().add();
    Listener late = subscribed();

    assertThat(late.take()).containsExactly("{\"subscribed\":[\"a\"]}", "snapshot 1");
    assertThat(late.offset).isEqualTo(early.offset);
    after(100);
    assertThat(late.take()).containsExactly("delta 1");
    assertThat(late.offset).isEqualTo(early.offset);
    assertThat(counters).hasSize(1);
  }

  private List<String> recovered(long epoch, long offset) {
    Listener listener = new Listener();
    hub.recover(
        listener,
        Map.of("a", NAME),
        Map.of("a", new ClientFrame.Point(epoch, offset)),
        0,
        HubTest::reply);
    after(0);
    return listener.take();
  }

  @Test
  void recoversUpToTheHistoryAndNotBeyond() {
    Listener listener = subscribed();
    long first = listener.offset;
    for (int i = 0; i < Publication.HISTORY + 10; i++) {
      counter().add();
      after(100);
    }
    long last = listener.offset;

    assertThat(recovered(listener.epoch, last)).containsExactly("{\"recovered\":{\"a\":true}}");
    assertThat(recovered(listener.epoch, last - 2))
        .containsExactly("{\"recovered\":{\"a\":true}}", "delta 1", "delta 1");
    assertThat(recovered(listener.epoch, last - Publication.HISTORY))
        .hasSize(1 + Publication.HISTORY);
    String whole = "snapshot " + (Publication.HISTORY + 10);
    for (long offset : new long[] {first, last - Publication.HISTORY - 1, last + 1}) {
      assertThat(recovered(listener.epoch, offset))
          .containsExactly("{\"recovered\":{\"a\":false}}", whole);
    }
    assertThat(recovered(listener.epoch - 1, last))
        .containsExactly("{\"recovered\":{\"a\":false}}", whole);
  }

  @Test
  void keepsATopicForThoseWhoComeBack() {
    Listener listener = subscribed();
    hub.remove(listener);
    after(499);
    assertThat(counter().closed).isZero();
    assertThat(recovered(listener.epoch, listener.offset))
        .containsExactly("{\"recovered\":{\"a\":true}}");
    assertThat(hub.topicCount()).isEqualTo(1);
  }

  @Test
  void closesATopicNobodyReads() {
    Listener listener = subscribed();
    hub.unsubscribe(listener, List.of("a"), HubTest::reply);
    after(0);
    after(500);

    assertThat(counter().opened).isEqualTo(1);
    assertThat(counter().closed).isEqualTo(1);
    assertThat(hub.topicCount()).isZero();
    Listener again = subscribed();
    assertThat(again.epoch).isNotEqualTo(listener.epoch);
    assertThat(recovered(listener.epoch, listener.offset))
        .contains("{\"recovered\":{\"a\":false}}");
  }

  @Test
  void triesAgainWhenTheStateCannotBeRead() {
    loadsFail = true;
    Listener listener = subscribed();
    assertThat(listener.take()).containsExactly("{\"subscribed\":[\"a\"]}");
    counter().add();
    after(100);
    counter().broken = false;
    after(900);
    after(0);
    assertThat(listener.take()).containsExactly("snapshot 1");
  }

  @Test
  void readsALostStateAgain() {
    Listener listener = subscribed();
    listener.take();
    after(100);
    counter().lose = true;
    counter().add();
    after(0);
    after(0);
    assertThat(listener.take()).containsExactly("snapshot 1");
  }

  @Test
  void aTopicThatIsLeftAndTakenAgainStartsOverTwiceASecondAtMost() {
    Listener listener = subscribed();
    listener.take();
    for (int i = 0; i < 40; i++) {
      hub.unsubscribe(listener, List.of("a"), HubTest::reply);
      hub.subscribe(listener, TestSocket.wish(Map.of("a", NAME)), HubTest::reply);
      counter().add();
      after(10);
    }
    assertThat(listener.take())
        .hasSize(80)
        .allMatch(said -> said.startsWith("{\"unsubscribed") || said.startsWith("{\"subscribed"));
    after(99);
    assertThat(listener.take()).isEmpty();
    after(1);
    assertThat(listener.take()).containsExactly("snapshot 40");
    counter().add();
    after(100);
    assertThat(listener.take()).containsExactly("delta 1");
  }

  @Test
  void aTopicThatIsLeftWhileItWaitsToStartOverStaysLeft() {
    Listener listener = subscribed();
    hub.unsubscribe(listener, List.of("a"), HubTest::reply);
    hub.subscribe(listener, TestSocket.wish(Map.of("a", NAME)), HubTest::reply);
    hub.unsubscribe(listener, List.of("a"), HubTest::reply);
    after(0);
    listener.take();
    counter().add();
    after(2_000);
    assertThat(listener.take()).isEmpty();
    assertThat(hub.topicCount()).isZero();
  }

  @Test
  void sendsNothingAfterTheGoodbye() {
    Listener listener = subscribed();
    listener.take();
    counter().add();
    hub.unsubscribe(listener, List.of("a", "never"), HubTest::reply);
    after(100);
    assertThat(listener.take()).containsExactly("{\"unsubscribed\":[\"a\",\"never\"]}");
  }
}
