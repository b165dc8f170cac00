package io.ratel.server.role;

import io.ratel.adapters.capture.Replay;
import io.ratel.adapters.capture.ReplayClock;
import io.ratel.adapters.capture.ReplayReport;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.PostgresBooks;
import io.ratel.adapters.questdb.QuestTickStore;
import io.ratel.exchange.EventLog;
import io.ratel.gateway.wire.FeedStatus;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.tick.Retention;
import io.ratel.server.config.Config;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Market data in this process: the store of ticks, our own markets, and recordings. */
public final class IngestRole implements AutoCloseable {
  private final QuestTickStore store;
  private final LiveMarkets markets;
  private @Nullable OwnMarkets own;
  private @Nullable Replay replay;

  /**
   * Opens the store below a folder.
   *
   * @param playing whether recordings are played: then nothing is too old to be kept
   */
  public IngestRole(Path folder, Config.MarketData config, boolean playing) {
    InstantSource clock = InstantSource.system();
    store = QuestTickStore.open(folder, playing ? Retention.FOREVER : config.retention(), clock);
    markets = LiveMarkets.start(store, config.live(), clock);
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

  /** The sources and how they are doing. */
  public List<FeedStatus> feeds() {
    List<FeedStatus> feeds = new ArrayList<>();
    OwnMarkets exchange = own;
    if (exchange != null) {
      feeds.add(
          new FeedStatus(
              "exchange",
              "RATEL",
              "exchange",
              "running",
              exchange.sequence(),
              0,
              Instant.now(),
              ""));
    }
    Replay playing = replay;
    if (playing != null) {
      playing.feeds().forEach(feed -> feeds.add(status(feed)));
    }
    return feeds;
  }

  private static FeedStatus status(io.ratel.marketdata.feed.FeedStatus feed) {
    Optional<Instant> last =
        feed.lastFrameNs() == 0
            ? Optional.empty()
            : Optional.of(
                Instant.ofEpochSecond(
                    feed.lastFrameNs() / 1_000_000_000L, feed.lastFrameNs() % 1_000_000_000L));
    String reasons = feed.reasons().isEmpty() ? "" : "rejected: " + feed.reasons();
    return new FeedStatus(
        "replay-" + feed.name(),
        feed.name(),
        "replay",
        feed.state().name().toLowerCase(Locale.ROOT),
        feed.frames(),
        feed.rejected(),
        last.orElse(null),
        String.join("; ", List.of(feed.detail(), reasons)).replaceAll("^; |; $", ""));
  }

  @Override
  public void close() {
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
