package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.ratel.marketdata.book.Gap;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GapsTest {
  private static final Market VENUE = new Market(Symbol.of("X:BTC-USD"), 2, 4);
  private static final long START = 1_700_000_000_000_000_000L;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_700_000_100));
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final MemoryTickStore store = new MemoryTickStore();

  @Test
  void numbersThatWereLeftOutAreNamedUntilASnapshotHealsThem() {
    try (LiveMarkets markets = start()) {
      markets.onBook(snapshot(100, 102, 5, START));
      markets.onBookDelta(delta(101, 6, 7, START + 10));
      assertThat(markets.gaps(VENUE.symbol(), 10)).isEmpty();
      markets.onBookDelta(delta(100, 11, 12, START + 20));
      Gap open = gap(Gap.Cause.SEQUENCE, START + 20, 0, 8, 10, Gap.Healing.OPEN);
      assertThat(markets.gaps(VENUE.symbol(), 10)).containsExactly(open);
      assertThat(markets.openGaps()).isEqualTo(1);
      markets.onBook(snapshot(100, 102, 20, START + 50));
      Gap healed = gap(Gap.Cause.SEQUENCE, START + 20, START + 50, 8, 10, Gap.Healing.SNAPSHOT);
      assertThat(markets.gaps(VENUE.symbol(), 10)).containsExactly(healed);
      assertThat(markets.openGaps()).isZero();
      assertThat(markets.flush(LIMIT)).isTrue();
    }
    assertThat(store.newestGaps(10))
        .containsExactly(
            gap(Gap.Cause.SEQUENCE, START + 20, START + 50, 8, 10, Gap.Healing.SNAPSHOT));
  }

  @Test
  void aBookThatCrossesIsInAGapAndIsNotShown() {
    try (LiveMarkets markets = start()) {
      markets.onBook(snapshot(100, 102, 5, START));
      markets.onBookDelta(delta(102, 6, 6, START + 10));
      assertThat(markets.book(VENUE.symbol(), 5)).isEmpty();
      assertThat(markets.quote(VENUE.symbol())).isEmpty();
      assertThat(markets.gaps(VENUE.symbol(), 10))
          .extracting(Gap::cause, Gap::isOpen)
          .containsExactly(tuple(Gap.Cause.CROSSED, true));
    }
  }

  @Test
  void aSnapshotThatCrossesHealsNothing() {
    try (LiveMarkets markets = start()) {
      markets.onBook(snapshot(100, 102, 5, START));
      markets.onBookLost(VENUE.symbol(), Gap.Cause.CHECKSUM);
      markets.onBook(snapshot(103, 102, 6, START + 1));
      Gap open = gap(Gap.Cause.CHECKSUM, START, 0, 0, 0, Gap.Healing.OPEN);
      assertThat(markets.gaps(VENUE.symbol(), 10)).containsExactly(open);
      markets.onBook(snapshot(100, 102, 7, START + 2));
      assertThat(markets.gaps(VENUE.symbol(), 10))
          .containsExactly(open.healed(Gap.Healing.SNAPSHOT, START + 2));
    }
  }

  @Test
  void aLostConnectionIsHealedByTheNextOne() {
    try (LiveMarkets markets = start()) {
      markets.onBookLost(VENUE.symbol(), Gap.Cause.DISCONNECTED);
      markets.onBook(snapshot(100, 102, 5, START));
      assertThat(markets.gaps(VENUE.symbol(), 10)).isEmpty(); // there was nothing to lose
      markets.onBookLost(VENUE.symbol(), Gap.Cause.DISCONNECTED);
      markets.onBookLost(VENUE.symbol(), Gap.Cause.DISCONNECTED);
      markets.onBook(snapshot(100, 102, 0, START + 9));
      markets.onBookLost(VENUE.symbol(), Gap.Cause.LOST);
      assertThat(markets.gaps(VENUE.symbol(), 10))
          .containsExactly(
              gap(Gap.Cause.LOST, START + 9, 0, 0, 0, Gap.Healing.OPEN),
              gap(Gap.Cause.DISCONNECTED, START, START + 9, 0, 0, Gap.Healing.RESUBSCRIBED));
    }
  }

  @Test
  void aGapThatAKilledProcessLeftOpenIsClosedByTheNext() {
    store.appendGaps(List.of(gap(Gap.Cause.CHECKSUM, START, 0, 0, 0, Gap.Healing.OPEN)));
    try (LiveMarkets markets = start()) {
      markets.onBook(snapshot(100, 102, 5, START));
      Gap closed =
          gap(Gap.Cause.CHECKSUM, START, 1_700_000_100_000_000_000L, 0, 0, Gap.Healing.RESTART);
      assertThat(markets.gaps(VENUE.symbol(), 10)).containsExactly(closed);
      assertThat(markets.openGaps()).isZero();
      assertThat(markets.flush(LIMIT)).isTrue();
      assertThat(store.newestGaps(10)).containsExactly(closed);
    }
  }

  @Test
  void aBookThatGrowsStaleIsToldThoughNothingComes() {
    MarketState state = new MarketState(VENUE, 10, 1_000, 1_000_000);
    state.set(snapshot(100, 102, 5, START));
    assertThat(state.turned(START + 9, 10)).isFalse();
    assertThat(state.turned(START + 11, 10)).isTrue();
    assertThat(state.turned(START + 12, 10)).isFalse();
    state.apply(delta(101, 6, 6, START + 13));
    assertThat(state.turned(START + 14, 10)).isTrue();
    assertThat(state.turned(START + 1_000_000, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void theLedgerKeepsTheNewest() {
    try (LiveMarkets markets = start()) {
      for (int i = 0; i < GapLedger.MAX_GAPS + 20; i++) {
        markets.onBook(snapshot(100, 102, 0, START + i));
        markets.onBookLost(VENUE.symbol(), Gap.Cause.CHECKSUM);
      }
      List<Gap> gaps = markets.gaps(VENUE.symbol(), 1_000);
      assertThat(gaps).hasSize(GapLedger.MAX_GAPS);
      assertThat(gaps.get(0).fromNs()).isEqualTo(START + GapLedger.MAX_GAPS + 19);
      assertThat(gaps.get(1).isOpen()).isFalse();
    }
  }

  private LiveMarkets start() {
    return LiveMarkets.start(store, MarketDataConfig.DEFAULT, CLOCK);
  }

  private static BookSnapshot snapshot(long bid, long ask, long sequence, long timeNs) {
    return new BookSnapshot(
        VENUE, List.of(new Level(bid, 1)), List.of(new Level(ask, 1)), sequence, timeNs, timeNs);
  }

  private static BookDelta delta(long bid, long first, long last, long timeNs) {
    return new BookDelta(VENUE, List.of(new Level(bid, 2)), List.of(), first, last, timeNs, timeNs);
  }

  private static Gap gap(
      Gap.Cause cause, long from, long until, long first, long last, Gap.Healing healing) {
    return new Gap(VENUE.symbol(), cause, from, until, first, last, healing);
  }
}
