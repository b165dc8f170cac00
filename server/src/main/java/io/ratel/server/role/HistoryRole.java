package io.ratel.server.role;

import io.ratel.adapters.history.VenueHistories;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.history.HistoryFollower;
import io.ratel.adapters.postgres.history.PostgresCoverage;
import io.ratel.adapters.postgres.history.PostgresHistoryWork;
import io.ratel.gateway.history.HistoryNews;
import io.ratel.gateway.history.HistoryPorts;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketDataConfig;
import io.ratel.marketdata.Past;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.history.Coverage;
import io.ratel.marketdata.history.FeedWatch;
import io.ratel.marketdata.history.Followed;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.MarketHistory;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryDesk;
import io.ratel.marketdata.history.fetch.HistoryWork;
import io.ratel.marketdata.history.fetch.HistoryWorker;
import io.ratel.marketdata.history.fetch.HistoryWorkers;
import io.ratel.server.config.FeedsConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * History beside the markets of this process: what is followed goes into the ledger, and what is
 * missing is fetched from the venues that are followed here.
 */
public final class HistoryRole implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryRole.class);
  private static final long LOOK_MS = 1_000;
  private static final Duration ENTER = Duration.ofSeconds(30);
  private static final Duration FLUSH = Duration.ofSeconds(10);

  private final Database tables;
  private final LiveMarkets markets;
  private final Followed followed;
  private final PostgresHistoryWork work;
  private final Coverage coverage;
  private final VenueHistories venues;
  private final HistoryWorkers workers;
  private final HistoryPorts ports;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("history").daemon().factory());
  private @Nullable HistoryFollower follower;
  private boolean failing;

  /** Watches and works from now on. */
  public HistoryRole(
      Database tables,
      IngestRole marketData,
      FeedsConfig feeds,
      MarketDataConfig config,
      InstantSource time) {
    this.tables = tables;
    this.markets = marketData.markets();
    this.followed = markets.followed();
    this.work = new PostgresHistoryWork(tables);
    this.coverage = new PostgresCoverage(tables);
    this.venues =
        new VenueHistories(feeds.wanted(), marketData.clock(), RandomGenerator.getDefault());
    Past past = markets.past();
    this.workers =
        new HistoryWorkers(
            UUID.randomUUID().toString(),
            venues.fetchers(),
            new HistoryWorker.Parts(work, coverage, past, past),
            fault -> LOG.atWarn().setCause(fault).log("history could not be fetched"));
    this.ports =
        new HistoryPorts(
            new MarketHistory(past, coverage, followed, time),
            new HistoryDesk(
                work, past, venues.fetchers(), HistoryWork.Bounds.DEFAULT, time, workers::wake),
            () -> UUID.randomUUID().toString());
    FeedWatch watch = new FeedWatch(marketData::liveFeeds, followed);
    clock.scheduleWithFixedDelay(
        () -> watch.look(FeedTime.nanos(time.instant())), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    // To enter makes rows go into the store, which is not to be more often than is set.
    long enterMs = Math.max(ENTER.toMillis(), config.cold().every().toMillis());
    clock.scheduleWithFixedDelay(this::enter, enterMs, enterMs, TimeUnit.MILLISECONDS);
  }

  public HistoryWork work() {
    return work;
  }

  public HistoryPorts ports() {
    return ports;
  }

  /** Tells what becomes of requests from now on. */
  public void tell(HistoryNews news) {
    follower = new HistoryFollower(tables, work, workers::wake, news::wanted, news);
  }

  /** What was followed is entered when its rows are stored, never before. */
  private void enter() {
    Map<HistoryKey, List<Span>> spans = followed.take();
    if (spans.isEmpty()) {
      return;
    }
    try {
      if (markets.flush(FLUSH)) {
        coverage.add(spans);
        failing = false;
        return;
      }
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.atWarn().setCause(e).log("what is stored cannot be entered into the ledger");
      }
      failing = true;
    }
    followed.giveBack(spans);
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(FLUSH.toSeconds(), TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.close();
    venues.close();
    if (follower != null) {
      follower.close();
    }
    enter();
  }
}
