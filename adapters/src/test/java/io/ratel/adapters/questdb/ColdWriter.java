package io.ratel.adapters.questdb;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketDataConfig;
import io.ratel.marketdata.tick.ColdBatch;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Market;
import io.ratel.model.market.Trade;
import io.ratel.model.order.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that stores numbered trades of three markets in cold batches and says how many are
 * stored, until it is killed or has stored all.
 */
final class ColdWriter {
  static final int TRADES = 60_000;
  static final int BATCH = 5_000;
  static final int MARKETS = 3;

  private static final long START = 1_700_000_000_000_000_000L;
  private static final long STEP_NS = 10_000_000L;

  private ColdWriter() {}

  static Market market(int number) {
    return new Market(Symbol.of("X:M" + number % MARKETS + "-USD"), 2, 4);
  }

  static Trade trade(int number) {
    long time = START + number * STEP_NS;
    return new Trade(
        market(number),
        Integer.toString(number),
        10_000 + number % 97,
        1 + number % 7,
        Side.BUY,
        time,
        time);
  }

  /**
   * @param arguments the store's folder, and the file to say it in
   */
  public static void main(String[] arguments) {
    MarketDataConfig usual = MarketDataConfig.DEFAULT;
    MarketDataConfig cold =
        new MarketDataConfig(
            usual.limits(),
            new ColdBatch(Duration.ofMinutes(5), BATCH),
            usual.hotEvery(),
            usual.broadcastEvery(),
            usual.staleness(),
            usual.vwapWindow(),
            usual.keeping());
    try (QuestTickStore store = QuestTickStore.open(Path.of(arguments[0]));
        LiveMarkets markets = LiveMarkets.start(store, cold, InstantSource.system())) {
      Thread.ofPlatform().daemon().start(() -> announce(markets, Path.of(arguments[1])));
      for (int number = 0; number < TRADES; number++) {
        markets.onTrade(trade(number));
      }
      if (!markets.flush(Duration.ofMinutes(2))) {
        throw new IllegalStateException("the trades were not stored in time");
      }
    }
  }

  private static void announce(LiveMarkets markets, Path said) {
    try (Writer file = Files.newBufferedWriter(said)) {
      long last = 0;
      while (true) {
        long stored = markets.writer().stored();
        if (stored != last) {
          last = stored;
          file.write(last + "\n");
          file.flush();
        }
        LockSupport.parkNanos(200_000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
