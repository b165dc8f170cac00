package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.MarketDataConfig.Keeping;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.history.Followed;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.tick.TickWriter;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of quotes and books, with the time in the test's hand. */
final class PastKeeperTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final Market BTC = new Market(Symbol.of("X:BTC-USD"), 2, 4);
  private static final HistoryKey QUOTES = HistoryKey.of(BTC.symbol(), HistoryKind.QUOTES);
  private static final HistoryKey BOOKS = HistoryKey.of(BTC.symbol(), HistoryKind.BOOK);

  private final MemoryTickStore store = new MemoryTickStore();
  private final MarketDataConfig config =
      MarketDataConfig.DEFAULT.with(new Keeping(Duration.ofSeconds(1), Duration.ofSeconds(10)));
  private final TickWriter writer = TickWriter.start(store, config.cold(), bars -> {});
  private final MarketState state = new MarketState(BTC, 10, 0, 60 * SECOND);
  private final Followed followed = new Followed();
  private final PastKeeper keeper =
      new PastKeeper(config, Map.of(BTC.symbol(), state), writer, followed);

  @AfterEach
  void close() {
    writer.close();
  }

  private void quote(long second, long bid) {
    long time = START + second * SECOND;
    state.set(new Quote(BTC, bid, 10, bid + 100, 10, time, time));
  }

  private void book(long second) {
    long time = START + second * SECOND;
    List<Level> bids = LongStream.range(0, 30).mapToObj(i -> new Level(1_000 - i, 5)).toList();
    state.set(new BookSnapshot(BTC, bids, List.of(new Level(2_000, 5)), second, time, time));
  }

  private void look(long second) {
    keeper.look(START + second * SECOND);
  }

  private List<Quote> quotes() {
    assertThat(writer.flush(Duration.ofSeconds(10))).isTrue();
    return store.quotes(BTC.symbol(), 0, Long.MAX_VALUE, 100, false);
  }

  private List<BookSnapshot> books() {
    assertThat(writer.flush(Duration.ofSeconds(10))).isTrue();
    return store.books(BTC.symbol(), 0, Long.MAX_VALUE, 100, false);
  }

  private static Span seconds(long from, long to) {
    return new Span(START + from * SECOND, START + to * SECOND);
  }

  @Test
  void aQuoteIsStoredOnceASecondWhenItHasChanged() {
    for (int tenth = 0; tenth < 30; tenth++) {
      quote(0, 100 + tenth);
      keeper.look(START + tenth * SECOND / 10);
    }
    assertThat(quotes()).hasSize(1).extracting(Quote::bid).containsExactly(120L); // of one time
    quote(3, 500);
    look(3);
    look(4);
    look(5);
    quote(6, 500);
    look(6);
    quote(7, 501);
    look(7);
    assertThat(quotes()).extracting(Quote::bid).containsExactly(120L, 500L, 501L);
    assertThat(followed.now(QUOTES)).containsExactly(new Span(START, Long.MAX_VALUE));
  }

  @Test
  void whatIsStaleIsNotStoredAndItsTimeIsNotCovered() {
    quote(0, 100);
    for (int second = 0; second < 40; second++) {
      look(second);
    }
    assertThat(followed.now(QUOTES)).containsExactly(seconds(0, 30));
    quote(41, 100);
    look(41);
    assertThat(followed.take().get(QUOTES)).containsExactly(seconds(0, 30));
    assertThat(quotes()).as("it has not changed").hasSize(1);
    look(42);
    assertThat(followed.take().get(QUOTES)).containsExactly(seconds(41, 42));
  }

  @Test
  void aBookInDoubtIsNotStored() {
    book(0);
    look(0);
    look(9);
    look(10);
    state.loseBook(Gap.Cause.LOST);
    look(20);
    book(25);
    look(30);
    assertThat(books()).extracting(BookSnapshot::sequence).containsExactly(0L, 25L);
    assertThat(books().getFirst().bids()).hasSize(PastKeeper.LEVELS);
    assertThat(followed.now(BOOKS))
        .containsExactly(seconds(0, 10), new Span(START + 30 * SECOND, Long.MAX_VALUE));
  }

  @Test
  void nothingIsStoredWhereNothingIsWanted() {
    MarketDataConfig none =
        MarketDataConfig.DEFAULT.with(new Keeping(Duration.ZERO, Duration.ZERO));
    quote(0, 100);
    book(0);
    new PastKeeper(none, Map.of(BTC.symbol(), state), writer, followed).look(START);
    assertThat(quotes()).isEmpty();
    assertThat(books()).isEmpty();
    assertThat(followed.now(QUOTES)).isEmpty();
  }
}
