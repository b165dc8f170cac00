package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.pair.Offer;
import io.ratel.marketdata.pair.Pair;
import io.ratel.marketdata.pair.PairBoard;
import io.ratel.marketdata.pair.PairPrices;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long NOW = 1_700_000_000L * SECOND;
  private static final long STALE_NS = 10 * SECOND;

  private final PairBoard board = new PairBoard();

  @Test
  void theBestPricesAreThoseOfGoodQuotesWithTheVenueThatGivesThem() {
    MarketState own = market("BTC-USD", 2, Long.MAX_VALUE);
    MarketState x = market("X:BTC-USD", 1, STALE_NS);
    MarketState y = market("Y:BTC-USD", 2, STALE_NS);
    market("X:BTC-USD-SWAP", 2, STALE_NS).set(quote("X:BTC-USD-SWAP", 2, 1, 2, NOW));
    own.set(quote("BTC-USD", 2, 99_00, 101_00, NOW - 60 * SECOND)); // silence is no news of ours
    x.set(quote("X:BTC-USD", 1, 99_5, 100_7, NOW));
    y.set(quote("Y:BTC-USD", 2, 99_80, 100_10, NOW - 20 * SECOND)); // stale
    board.refresh(NOW);
    PairPrices prices = board.of("BTC-USD").orElseThrow();
    assertThat(prices.bid().orElseThrow().source()).isEqualTo("X");
    assertThat(prices.bid().orElseThrow().price()).isEqualByComparingTo("99.5");
    assertThat(prices.ask().orElseThrow().price()).isEqualByComparingTo("100.7");
    assertThat(prices.spread().orElseThrow()).isEqualByComparingTo("1.2");
    assertThat(prices.mark().orElseThrow()).isEqualByComparingTo("100.1");
    assertThat(prices.offers()).extracting(Offer::good).containsExactly(true, true, false);
    assertThat(board.all()).hasSize(1);
  }

  @Test
  void aBookInDoubtOrAQuoteThatIsCrossedGivesNoPrice() {
    MarketState x = market("X:BTC-USD", 2, STALE_NS);
    MarketState y = market("Y:BTC-USD", 2, STALE_NS);
    Market of = new Market(Symbol.of("X:BTC-USD"), 2, 4);
    x.set(new BookSnapshot(of, List.of(new Level(99, 1)), List.of(new Level(101, 1)), 5, NOW, NOW));
    y.set(quote("Y:BTC-USD", 2, 150, 140, NOW));
    board.refresh(NOW);
    assertThat(board.of("BTC-USD").orElseThrow().bid().orElseThrow().source()).isEqualTo("X");
    x.loseBook(io.ratel.marketdata.book.Gap.Cause.CHECKSUM);
    board.refresh(NOW + 1);
    PairPrices prices = board.of("BTC-USD").orElseThrow();
    assertThat(prices.bid()).isEmpty();
    assertThat(prices.ask()).isEmpty();
  }

  @Test
  void theAverageIsByVolumeOverTheWindowOfAllVenues() {
    MarketState x = market("X:BTC-USD", 2, STALE_NS);
    MarketState y = market("Y:BTC-USD", 0, STALE_NS);
    x.add(trade("X:BTC-USD", 2, 100_00, 30_000, NOW), List.of(), List.of());
    y.add(trade("Y:BTC-USD", 0, 104, 10_000, NOW - 100 * SECOND), List.of(), List.of());
    y.add(trade("Y:BTC-USD", 0, 900, 10_000, NOW - 400 * SECOND), List.of(), List.of()); // too old
    board.refresh(NOW);
    PairPrices prices = board.of("BTC-USD").orElseThrow();
    assertThat(prices.average().orElseThrow()).isEqualByComparingTo("101");
    assertThat(prices.volume()).isEqualByComparingTo("4");
    assertThat(prices.mark()).isEqualTo(prices.average()); // there is no quote
  }

  @Test
  void onlyWhatSaysSomethingElseIsTold() {
    MarketState x = market("X:BTC-USD", 2, STALE_NS);
    x.set(quote("X:BTC-USD", 2, 99, 101, NOW));
    board.refresh(NOW);
    assertThat(board.takeChanged()).hasSize(1);
    x.set(quote("X:BTC-USD", 2, 99, 101, NOW + 1));
    board.refresh(NOW + 1);
    assertThat(board.takeChanged()).isEmpty();
    x.set(quote("X:BTC-USD", 2, 98, 101, NOW + 2));
    board.refresh(NOW + 2);
    assertThat(board.takeChanged()).hasSize(1);
    board.refresh(NOW + STALE_NS + 2 * SECOND); // grown stale, though nothing came
    assertThat(board.takeChanged()).hasSize(1);
    assertThat(board.of("BTC-USD").orElseThrow().bid()).isEmpty();
  }

  @Test
  void aPairIsOfASpotMarketAndHasTheSlotOfBothLegs() {
    assertThat(Pair.of(Symbol.of("OKX:BTC-USD"))).hasValue(new Pair("BTC", "USD"));
    for (String none :
        List.of("ACME", "LEAN:AAPL", "BTC-USD-FUT", "OKX:BTC-USD-SWAP", "RATEL-FUT")) {
      assertThat(Pair.of(Symbol.of(none))).isEmpty();
    }
    assertThat(Pair.of(Symbol.of("BTC-USD")).orElseThrow().slot())
        .isEqualTo(Pair.of(Symbol.of("X:BTC-USD")).orElseThrow().slot());
  }

  private MarketState market(String symbol, int scale, long staleAfterNs) {
    Market market = new Market(Symbol.of(symbol), scale, 4);
    MarketState state = new MarketState(market, 10, SECOND, 300 * SECOND);
    state.resume(List.of(), Long.MIN_VALUE);
    board.add(new PairMarket(market.symbol(), state, staleAfterNs));
    return state;
  }

  private static Quote quote(String symbol, int scale, long bid, long ask, long timeNs) {
    return new Quote(new Market(Symbol.of(symbol), scale, 4), bid, 1, ask, 1, timeNs, timeNs);
  }

  private static Trade trade(String symbol, int scale, long price, long quantity, long timeNs) {
    Market market = new Market(Symbol.of(symbol), scale, 4);
    return new Trade(market, symbol + timeNs, price, quantity, Side.BUY, timeNs, timeNs);
  }
}
