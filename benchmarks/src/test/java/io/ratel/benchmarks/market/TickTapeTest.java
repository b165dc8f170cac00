package io.ratel.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.binance.BinanceReader;
import io.ratel.adapters.coinbase.CoinbaseReader;
import io.ratel.adapters.kraken.KrakenReader;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedReader;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import org.junit.jupiter.api.Test;

final class TickTapeTest {
  private static final int SIZE = 100_000;

  @Test
  void theMixIsTheOneThatIsWrittenDownAndItsBooksNeverCross() {
    TickTape tape = new TickTape(SIZE, 1, 0, 5);
    TickMarkets markets = new TickMarkets(tape);
    int[] kinds = new int[3];
    for (int tick = 0; tick < SIZE; tick++) {
      kinds[tape.kind(tick)]++;
      markets.take(TickMarkets.make(tape, tick));
    }
    assertThat(kinds[TickTape.LEVEL]).isBetween(69_000, 71_000);
    assertThat(kinds[TickTape.QUOTE]).isBetween(19_000, 21_000);
    assertThat(kinds[TickTape.TRADE]).isBetween(9_000, 11_000);
    assertThat(tape.market(0)).isEqualTo(new TickTape(SIZE, 1, 0, 5).market(0));
    for (int place = 0; place < tape.markets().length; place++) {
      assertThat(markets.isBookWhole(tape.markets()[place])).isTrue();
    }
  }

  @Test
  void everyMadeUpFrameIsReadAsTheEventsOfItsVenue() {
    check(VenueFrames.binance(5_000, 1), new BinanceReader("B"));
    check(VenueFrames.coinbase(5_000, 1), new CoinbaseReader("C"));
    check(VenueFrames.kraken(5_000, 1), new KrakenReader("K"));
  }

  private static void check(Frame[] frames, FeedReader reader) {
    FeedMeter meter = new FeedMeter("test");
    Kinds kinds = new Kinds();
    FeedIntake intake = new FeedIntake(reader, kinds, meter);
    for (Frame frame : frames) {
      intake.accept(frame);
    }
    assertThat(meter.status().rejected()).as(meter.status().detail()).isZero();
    assertThat(kinds.books).isEqualTo(VenueFrames.MARKETS);
    assertThat(kinds.changes).isBetween(3_300, 3_700);
    assertThat(kinds.quotes).isBetween(850, 1_150);
    assertThat(kinds.trades).isBetween(400, 600);
  }

  private static final class Kinds implements MarketSink {
    private int trades;
    private int quotes;
    private int books;
    private int changes;

    @Override
    public void onTrade(Trade trade) {
      trades++;
    }

    @Override
    public void onQuote(Quote quote) {
      quotes++;
    }

    @Override
    public void onBook(BookSnapshot snapshot) {
      books++;
    }

    @Override
    public void onBookDelta(BookDelta delta) {
      changes++;
    }

    @Override
    public void onBookLost(Symbol symbol, Gap.Cause cause) {
      throw new IllegalStateException(symbol + " was lost");
    }

    @Override
    public boolean isBookKnown(Symbol symbol) {
      return true;
    }
  }
}
