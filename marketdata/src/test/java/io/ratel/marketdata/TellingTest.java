package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who has read trades can know that the listeners have been told of them. */
@Timeout(60)
final class TellingTest {
  private static final long START = 18_700 * 86_400L * 1_000_000_000L;
  private static final Market MARKET = new Market(Symbol.of("X:BTC-USD"), 2, 4);

  /** Keeps which trades it was told of. */
  private static final class Told implements MarketViews.Listener {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @Override
    public void onTrade(Trade trade) {
      ids.add(trade.id());
    }

    @Override
    public void onQuote(Quote quote) {}

    @Override
    public void onBook(Symbol symbol) {}

    @Override
    public void onBar(Bar bar) {}

    @Override
    public void onEvent(MarketEvent event) {}
  }

  @Test
  void everyTradeThatWasReadHasBeenToldOnceTheListenersAreAsFarAsWasTaken() throws Exception {
    MemoryTickStore store = new MemoryTickStore();
    Told told = new Told();
    try (LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      markets.listen(told);
      Thread feed =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 60_000; i++) {
                      markets.onTrade(
                          new Trade(MARKET, "t" + i, 100, 1, Side.BUY, START + i, START));
                      markets.onTrade(
                          new Trade(MARKET, "t" + i, 100, 1, Side.BUY, START + i, START));
                    }
                  });
      long fromNs = START;
      while (feed.isAlive()) {
        List<Trade> read = markets.trades(MARKET.symbol(), fromNs, Long.MAX_VALUE, 100_000);
        long taken = markets.telling(MARKET.symbol()).taken();
        while (markets.telling(MARKET.symbol()).told() < taken) {
          Thread.onSpinWait();
        }
        assertThat(told.ids).containsAll(read.stream().map(Trade::id).toList());
        fromNs = read.isEmpty() ? fromNs : read.getLast().exchangeTimeNs();
      }
      assertThat(markets.telling(MARKET.symbol()))
          .isEqualTo(new MarketViews.Telling(60_000, 60_000));
    }
  }
}
