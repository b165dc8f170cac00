package io.ratel.server.role;

import io.ratel.adapters.capture.Replay;
import io.ratel.adapters.capture.ReplayClock;
import io.ratel.adapters.capture.ReplayReport;
import io.ratel.adapters.live.LiveFeeds;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.PostgresBooks;
import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.adapters.venue.SystemFeedClock;
import io.ratel.exchange.EventLog;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.PreferredVenues;
import io.ratel.server.config.Config;
import io.ratel.server.config.FeedsConfig;
import java.nio.file.Path;
import java.time.Instant;
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
  private @Nullable SystemFeedClock clock;
  private volatile @Nullable LiveFeeds live;

  /** Opens the store below a folder. */
  public IngestRole(Path folder) {
    store = QuestTickStore.open(folder);
    markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT);
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
        Replay.start(recordings.plan(), markets, recordings.speed(), ReplayClock.SYSTEM);
    replay = started;
    started.finished().thenAccept(atEnd);
  }

  /** Starts the live feeds; does not wait for their venues. */
  public void connect(FeedsConfig config) {
    SystemFeedClock started = new SystemFeedClock();
    clock = started;
    live =
        LiveFeeds.start(
            config.wanted(), config.fallback(), markets, started, RandomGenerator.getDefault());
  }

  /** Which venue each pair's prices are to be taken from now. */
  public Optional<PreferredVenues> preferred() {
    return Optional.ofNullable(live).map(LiveFeeds::preferred);
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
    return feeds;
  }

  @Override
  public void close() {
    if (live != null) {
      live.close();
    }
    if (clock != null) {
      clock.close();
    }
    if (replay != null) {
      replay.close();
    }
    if (own != null) {
      own.close();
    }
    markets.close();
    store.close();
  }
}
