package io.ratel.server.role;

import io.ratel.adapters.capture.Replay;
import io.ratel.adapters.capture.ReplayClock;
import io.ratel.adapters.capture.ReplayReport;
import io.ratel.adapters.clickhouse.ClickHouseAnalyticsStore;
import io.ratel.adapters.clickhouse.ClickHouseConfig;
import io.ratel.adapters.live.LiveFeeds;
import io.ratel.adapters.polled.PolledFeeds;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.PostgresBooks;
import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.adapters.venue.SystemFeedClock;
import io.ratel.exchange.EventLog;
import io.ratel.gateway.reference.ReferencePorts;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.news.NewsBoard;
import io.ratel.marketdata.pipeline.Pipeline;
import io.ratel.marketdata.pipeline.PipelineRun;
import io.ratel.marketdata.pipeline.PipelineStatus;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.AnalyticsStoreException;
import io.ratel.marketdata.series.ObservationIntake;
import io.ratel.marketdata.storage.StoredTable;
import io.ratel.marketdata.storage.StoredTables;
import io.ratel.marketdata.tick.Retention;
import io.ratel.server.config.Config;
import io.ratel.server.config.FeedsConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Market data in this process: the store of ticks, our own markets, live venues and recordings. */
public final class IngestRole implements AutoCloseable {
  private final QuestTickStore store;
  private final LiveMarkets markets;
  private @Nullable OwnMarkets own;
  private @Nullable Replay replay;
  private final NewsBoard board = new NewsBoard();
  private final AnalyticsStore analytics;
  private final SystemFeedClock clock = new SystemFeedClock();
  private volatile @Nullable PolledFeeds polled;
  private volatile @Nullable LiveFeeds live;
  private volatile List<PipelineRun> pipelines = List.of();

  /**
   * Opens the store below a folder.
   *
   * @param playing whether recordings are played: then nothing is too old to be kept
   * @param clickHouse where series are kept instead of there
   */
  public IngestRole(
      Path folder,
      Config.MarketData config,
      boolean playing,
      Optional<ClickHouseConfig> clickHouse) {
    InstantSource time = InstantSource.system();
    store = QuestTickStore.open(folder, playing ? Retention.FOREVER : config.retention(), time);
    try {
      analytics =
          clickHouse
              .<AnalyticsStore>map(fleet -> ClickHouseAnalyticsStore.open(fleet, time))
              .orElseGet(store::analytics);
    } catch (AnalyticsStoreException e) {
      store.close();
      throw e;
    }
    markets = LiveMarkets.start(store, config.live(), time);
  }

  public LiveMarkets markets() {
    return markets;
  }

  /** Starts to follow the exchange. */
  public void follow(EventLog log, Database database, EventLog.EventHandler alsoTo) {
    own = new OwnMarkets(log, new PostgresBooks(database), markets, alsoTo);
  }

  /** Plays recordings; the report is given when they have ended. */
  public void play(Config.Recordings recordings, Consumer<ReplayReport> atEnd) {
    Replay started =
        Replay.start(
            recordings.plan(),
            markets,
            new ObservationIntake(analytics)::accept,
            recordings.speed(),
            ReplayClock.SYSTEM);
    replay = started;
    started.finished().thenAccept(atEnd);
  }

  /** Starts the live feeds; does not wait for their venues. */
  public void connect(FeedsConfig config) {
    live =
        LiveFeeds.start(
            config.wanted(), config.fallback(), markets, clock, RandomGenerator.getDefault());
  }

  /** Starts to ask the sources; does not wait for their answers. */
  public void ask(Map<String, PolledSource> sources) {
    ToldMarkets sink = new ToldMarkets(markets, new ObservationIntake(analytics), board);
    polled = PolledFeeds.start(sources, sink, clock, RandomGenerator.getDefault());
  }

  /** Begins to enrich what comes. */
  public void enrich(List<Pipeline> wanted) {
    EnrichedMarkets sink = new EnrichedMarkets(markets, new ObservationIntake(analytics));
    pipelines =
        wanted.stream()
            .map(
                pipeline ->
                    PipelineRun.start(
                        pipeline, markets, analytics, sink, clock::epochNs, clock::nanoTime))
            .toList();
  }

  /** The live feeds, once they are connected. */
  List<Feed> liveFeeds() {
    LiveFeeds connected = live;
    return connected == null ? List.of() : connected.feeds();
  }

  /** What wakes those who wait here. */
  SystemFeedClock clock() {
    return clock;
  }

  /** How the pipelines are doing. */
  public List<PipelineStatus> pipelines() {
    return pipelines.stream().map(PipelineRun::status).toList();
  }

  /** Series, news and pipelines, as the doors read them. */
  public ReferencePorts reference() {
    return new ReferencePorts(analytics, board, this::pipelines);
  }

  /** Where series are. */
  public AnalyticsStore analytics() {
    return analytics;
  }

  /** The tables of the stores of this process. */
  public List<StoredTable> storedTables() {
    List<StoredTable> tables = new ArrayList<>(store.sizes().tables());
    if (analytics instanceof StoredTables fleet) {
      tables.addAll(fleet.tables());
    }
    return tables;
  }

  /** Every feed that is followed or asked, recordings left out, and how it is doing. */
  public List<Feed> followed() {
    List<Feed> feeds = new ArrayList<>();
    Optional.ofNullable(live).map(LiveFeeds::feeds).ifPresent(feeds::addAll);
    Optional.ofNullable(polled).map(PolledFeeds::feeds).ifPresent(feeds::addAll);
    return feeds;
  }

  /** The sources and how they are doing. */
  public List<FeedStatus> feeds() {
    List<FeedStatus> feeds = new ArrayList<>();
    OwnMarkets exchange = own;
    if (exchange != null) {
      feeds.add(FeedStatus.exchange(exchange.sequence(), Instant.now()));
    }
    Replay playing = replay;
    if (playing != null) {
      playing
          .feeds()
          .forEach(
              feed -> feeds.add(FeedRows.row("replay-" + feed.name(), "replay", feed, List.of())));
    }
    LiveFeeds connected = live;
    if (connected != null) {
      for (Feed feed : connected.feeds()) {
        List<String> pairs =
            connected.preferred().all().entrySet().stream()
                .filter(entry -> entry.getValue().equals(feed.name()))
                .map(Map.Entry::getKey)
                .toList();
        feeds.add(
            FeedRows.row(feed.name().toLowerCase(Locale.ROOT), feed.kind(), feed.status(), pairs));
      }
    }
    PolledFeeds asked = polled;
    if (asked != null) {
      for (Feed feed : asked.feeds()) {
        feeds.add(FeedRows.row(feed.name(), feed.kind(), feed.status(), List.of()));
      }
    }
    return feeds;
  }

  @Override
  public void close() {
    if (polled != null) {
      polled.close();
    }
    if (live != null) {
      live.close();
    }
    clock.close();
    if (replay != null) {
      replay.close();
    }
    if (own != null) {
      own.close();
    }
    pipelines.forEach(PipelineRun::close);
    markets.close();
    analytics.close();
    store.close();
  }
}
