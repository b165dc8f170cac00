package io.ratel.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A range of trades is whole, whether they are stored or wait to be. */
final class TradesBetweenTest {
  private static final long START = 18_700 * 86_400L * 1_000_000_000L;
  private static final Market MARKET = new Market(Symbol.of("X:BTC-USD"), 2, 4);
  private static final Market OTHER = new Market(Symbol.of("X:ETH-USD"), 2, 4);

  @Property(tries = 100)
  void pagesOfTradesAreThoseThatCameInTheirOrder(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 1, max = 40) int page,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    MemoryTickStore store = new MemoryTickStore();
    store.gate.drainPermits();
    Random random = new Random(seed);
    store.gate.release(random.nextInt(3)); // later batches wait until the test has read
    List<Trade> sent = new ArrayList<>();
    try (LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      for (int i = 0; i < count; i++) {
        Trade trade = trade(random.nextInt(9) == 0 ? OTHER : MARKET, i, random.nextLong(80));
        sent.add(trade);
        markets.onTrade(trade);
      }
      long fromNs = START + random.nextLong(80);
      long toNs = fromNs + random.nextLong(80);
      List<Trade> expected =
          sent.stream()
              .filter(trade -> trade.market().equals(MARKET))
              .filter(trade -> trade.exchangeTimeNs() >= fromNs && trade.exchangeTimeNs() < toNs)
              .sorted(TradeOrder.OLDEST_FIRST)
              .toList();
      assertThat(markets.trades(MARKET.symbol(), fromNs, toNs, page))
          .isEqualTo(expected.subList(0, Math.min(page, expected.size())));
      assertThat(markets.trades(MARKET.symbol(), fromNs, toNs, count)).isEqualTo(expected);
      store.gate.release(1_000);
    }
  }

  @Test
  void aTradeIsSeenOnceWhileItGoesIntoTheStore() throws Exception {
    MemoryTickStore store = new MemoryTickStore();
    int count = 20_000;
    try (LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      Thread feed =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < count; i++) {
                      markets.onTrade(trade(MARKET, i, i));
                    }
                  });
      boolean running = true;
      while (running) {
        running = feed.isAlive();
        List<Trade> seen = markets.trades(MARKET.symbol(), START, Long.MAX_VALUE, count);
        for (int i = 0; i < seen.size(); i++) {
          assertThat(seen.get(i).id()).isEqualTo(Integer.toString(i));
        }
      }
      assertThat(markets.trades(MARKET.symbol(), START, Long.MAX_VALUE, count)).hasSize(count);
    }
  }

  private static Trade trade(Market market, int id, long afterNs) {
    long timeNs = START + afterNs;
    return new Trade(market, Integer.toString(id), 1, 1, Side.BUY, timeNs, timeNs);
  }
}
