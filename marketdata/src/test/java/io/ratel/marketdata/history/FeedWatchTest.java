package io.ratel.marketdata.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.FeedStatus.State;
import io.ratel.model.instrument.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A feed that runs, stumbles, falls silent and is connected anew. */
final class FeedWatchTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final Symbol BTC = Symbol.of("X:BTC-USD");
  private static final HistoryKey TRADES = HistoryKey.of(BTC, HistoryKind.TRADES);

  private State state = State.RUNNING;
  private long errors;
  private long lastFrameNs;
  private final Followed followed = new Followed();
  private final FeedWatch watch = new FeedWatch(() -> List.of(new Watched()), followed);

  private final class Watched implements Feed {
    @Override
    public String name() {
      return "X";
    }

    @Override
    public String kind() {
      return "test";
    }

    @Override
    public Set<Symbol> symbols() {
      return Set.of(BTC);
    }

    @Override
    public void start() {}

    @Override
    public FeedStatus status() {
      return new FeedStatus("X", state, 9, 0, Map.of(), "", 0, lastFrameNs, errors, 100);
    }

    @Override
    public void close() {}
  }

  private void run(long fromSecond, long toSecond) {
    for (long second = fromSecond; second < toSecond; second++) {
      lastFrameNs = START + second * SECOND;
      watch.look(START + second * SECOND);
    }
  }

  private static Span seconds(long from, long to) {
    return new Span(START + from * SECOND, START + to * SECOND);
  }

  @Test
  void whatIsFollowedIsWholeUntilSomethingGoesWrong() {
    run(0, 5);
    assertThat(followed.now(TRADES)).as("a subscription takes its time").isEmpty();
    run(5, 61);
    assertThat(followed.now(TRADES)).containsExactly(new Span(START + 5 * SECOND, Long.MAX_VALUE));
    errors++;
    run(61, 62);
    assertThat(followed.now(TRADES)).containsExactly(seconds(5, 55));
    run(62, 100);
    state = State.RECONNECTING;
    run(100, 101);
    state = State.RUNNING;
    run(101, 130);
    assertThat(followed.now(TRADES))
        .containsExactly(
            seconds(5, 55), seconds(66, 94), new Span(START + 106 * SECOND, Long.MAX_VALUE));
    assertThat(followed.take().get(TRADES))
        .containsExactly(seconds(5, 55), seconds(66, 94), seconds(106, 124));
    assertThat(followed.now(TRADES))
        .containsExactly(new Span(START + 106 * SECOND, Long.MAX_VALUE));
  }

  @Test
  void aFeedThatFallsSilentIsWholeUpToItsLastWord() {
    run(0, 31);
    for (int second = 31; second < 50; second++) {
      watch.look(START + second * SECOND);
    }
    assertThat(followed.now(TRADES)).containsExactly(seconds(5, 25));
  }

  @Test
  void whatTheLedgerDidNotTakeIsGivenBackAndTakenAgain() {
    run(0, 41);
    Map<HistoryKey, List<Span>> taken = followed.take();
    assertThat(taken.get(TRADES)).containsExactly(seconds(5, 35));
    followed.giveBack(taken);
    run(41, 51);
    assertThat(Span.merged(followed.take().getOrDefault(TRADES, List.of())))
        .containsExactly(seconds(5, 45));
  }
}
