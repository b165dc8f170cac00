package io.ratel.adapters.capture;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.tick.TickStoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Plays a plan into the markets: every venue on a thread of its own, all starting together. Safe
 * for any thread.
 */
public final class Replay implements AutoCloseable {
  private static final Duration STORE_LIMIT = Duration.ofMinutes(5);

  private final LiveMarkets markets;
  private final List<FeedMeter> meters = new ArrayList<>();
  private final List<FeedStatus> skipped = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CompletableFuture<ReplayReport> finished = new CompletableFuture<>();

  private Replay(
      ReplayPlan plan,
      LiveMarkets markets,
      Consumer<List<Observation>> series,
      Speed speed,
      ReplayClock clock) {
    this.markets = markets;
    long startNs = clock.nanoTime();
    for (ReplayPlan.Venue venue : plan.venues()) {
      FeedMeter meter = meter(venue.name().replace('_', '-').toUpperCase(java.util.Locale.ROOT));
      Pace pace = new Pace(speed, clock, startNs);
      add("replay-" + venue.name(), meter, new VenueReplay(venue, markets, meter, pace)::run);
    }
    if (!plan.history().isEmpty() || !plan.factors().isEmpty()) {
      FeedMeter meter = meter(LeanFile.VENUE);
      add("replay-history", meter, new HistoryLoad(plan, markets, series, meter)::run);
    }
    for (ReplayPlan.Skipped skip : plan.skipped()) {
      skipped.add(FeedStatus.skipped(skip.name(), skip.why()));
    }
  }

  /** As the other, for recordings without files of price factors. */
  public static Replay start(ReplayPlan plan, LiveMarkets markets, Speed speed, ReplayClock clock) {
    return start(plan, markets, _ -> {}, speed, clock);
  }

  /**
   * Starts to play. The markets stay the caller's to close, after this.
   *
   * @param series takes price factors; may block
   */
  public static Replay start(
      ReplayPlan plan,
      LiveMarkets markets,
      Consumer<List<Observation>> series,
      Speed speed,
      ReplayClock clock) {
    Replay replay = new Replay(plan, markets, series, speed, clock);
    replay.threads.forEach(Thread::start);
    Thread.ofVirtual().name("replay-end").start(replay::finish);
    return replay;
  }

  /** How every feed is doing, and what was skipped and why. */
  public List<FeedStatus> feeds() {
    List<FeedStatus> feeds = new ArrayList<>();
    meters.forEach(meter -> feeds.add(meter.status()));
    feeds.addAll(skipped);
    return feeds;
  }

  /** Completes when everything is played and stored, also when it was stopped or has failed. */
  public CompletableFuture<ReplayReport> finished() {
    return finished.copy();
  }

  /** Stops what still plays, and waits for it. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Play {
    void run() throws IOException, InterruptedException;
  }

  private FeedMeter meter(String name) {
    FeedMeter meter = new FeedMeter(name);
    meters.add(meter);
    return meter;
  }

  private void add(String name, FeedMeter meter, Play play) {
    threads.add(Thread.ofVirtual().name(name).unstarted(() -> run(meter, play)));
  }

  private static void run(FeedMeter meter, Play play) {
    try {
      play.run();
    } catch (InterruptedException e) {
      meter.state(FeedStatus.State.STOPPED, "stopped before the end");
    } catch (IOException | TickStoreException | AnalyticsStoreException | IllegalStateException e) {
      meter.state(FeedStatus.State.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private void finish() {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      markets.flush(STORE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long frames = 0;
    long rejected = 0;
    for (FeedMeter meter : meters) {
      FeedStatus status = meter.status();
      frames += status.frames();
      rejected += status.rejected();
    }
    finished.complete(new ReplayReport(frames, rejected));
  }
}
