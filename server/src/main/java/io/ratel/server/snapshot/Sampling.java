package io.ratel.server.snapshot;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.sample.PostgresSamples;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.snapshot.AccountSeries;
import io.ratel.marketdata.snapshot.MarketSamples;
import io.ratel.marketdata.snapshot.SnapshotRetention;
import io.ratel.marketdata.snapshot.Snapshots;
import io.ratel.marketdata.storage.StoredTables;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the samplers of this process, on one thread of their own. */
public final class Sampling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);
  private static final long FIRST_S = 10; // after the first valuation of accounts
  private static final long EVERY_S = 5;
  private static final long STORAGE_FIRST_S = 5;
  private static final long STORAGE_EVERY_S = 300;
  private static final long CLOSE_S = 30;

  private final Snapshots snapshots;
  private final AccountSeries accounts;
  private final InstantSource time;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("snapshots").factory());

  /**
   * What is sampled.
   *
   * @param feeds that are followed
   * @param retention empty when nothing is to be dropped
   */
  public record Sources(
      AnalyticsStore store,
      MarketViews markets,
      Supplier<List<Feed>> feeds,
      Database tables,
      Optional<SnapshotRetention> retention) {}

  /**
   * Starts to sample.
   *
   * @param storage whose sizes are written into a file now and then
   * @param data the directory of the file
   */
  public Sampling(Sources sources, StoredTables storage, Path data, InstantSource time) {
    this.time = time;
    PostgresSamples samples = new PostgresSamples(sources.tables());
    snapshots =
        new Snapshots(
            sources.store(),
            sources.markets(),
            () -> quality(sources.feeds().get()),
            sources.retention());
    MarketSamples.of(sources.markets()).forEach(snapshots::register);
    HouseSamples.ofFeeds(sources.feeds()).forEach(snapshots::register);
    HouseSamples.ofExchange(samples, sources.markets()).forEach(snapshots::register);
    accounts = new AccountSeries(samples, sources.store());
    clock.scheduleWithFixedDelay(this::run, FIRST_S, EVERY_S, TimeUnit.SECONDS);
    StorageFile file = new StorageFile(data);
    clock.scheduleWithFixedDelay(
        () -> guarded("the sizes of tables", () -> file.write(storage.tables(), time.instant())),
        STORAGE_FIRST_S,
        STORAGE_EVERY_S,
        TimeUnit.SECONDS);
  }

  private static Map<String, Integer> quality(List<Feed> feeds) {
    return feeds.stream()
        .collect(
            Collectors.toMap(
                feed -> feed.name().toUpperCase(Locale.ROOT),
                feed -> feed.status().quality(),
                Math::max));
  }

  private void run() {
    long nowNs = FeedTime.nanos(time.instant());
    guarded("a snapshot", () -> snapshots.run(nowNs));
    guarded("the history of accounts", () -> accounts.run(nowNs));
  }

  private static void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("{} could not be taken", what);
    }
  }

  /** Waits for what is being written, so that the stores can be closed after it. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      if (!clock.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
        LOG.warn("a snapshot is still being taken");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
