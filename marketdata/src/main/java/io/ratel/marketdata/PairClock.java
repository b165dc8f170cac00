package io.ratel.marketdata;

import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.pair.PairBoard;
import io.ratel.marketdata.pair.PairPrices;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Refreshes the pairs, tells what changed of them or grew stale, and keeps quotes and books, on a
 * thread of its own.
 */
final class PairClock implements AutoCloseable {
  private final MarketDataConfig config;
  private final InstantSource clock;
  private final Consumer<PairPrices> told;
  private final LongConsumer aging;
  private final LongConsumer keeping;
  private final PairBoard board = new PairBoard();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("pairs").daemon().factory());

  /**
   * @param told is given the pairs that changed
   * @param aging looks for what has grown stale, and is given the time
   * @param keeping looks for what is to be stored, as often as pairs are refreshed
   */
  PairClock(
      MarketDataConfig config,
      InstantSource clock,
      Consumer<PairPrices> told,
      LongConsumer aging,
      LongConsumer keeping) {
    this.config = config;
    this.clock = clock;
    this.told = told;
    this.aging = aging;
    this.keeping = keeping;
  }

  PairBoard board() {
    return board;
  }

  void start() {
    long hotMs = config.hotEvery().toMillis();
    long broadcastMs = config.broadcastEvery().toMillis();
    thread.scheduleWithFixedDelay(this::refresh, hotMs, hotMs, TimeUnit.MILLISECONDS);
    thread.scheduleWithFixedDelay(this::tell, broadcastMs, broadcastMs, TimeUnit.MILLISECONDS);
  }

  private void refresh() {
    long nowNs = nowNs();
    board.refresh(nowNs);
    keeping.accept(nowNs);
  }

  private long nowNs() {
    return FeedTime.nanos(clock.instant());
  }

  private void tell() {
    aging.accept(nowNs());
    board.takeChanged().forEach(told);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
