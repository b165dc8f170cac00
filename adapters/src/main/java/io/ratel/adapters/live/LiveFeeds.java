package io.ratel.adapters.live;

import io.ratel.adapters.capture.CaptureWriter;
import io.ratel.adapters.venue.FeedClock;
import io.ratel.adapters.venue.FrameRecorder;
import io.ratel.adapters.venue.LiveFeed;
import io.ratel.adapters.venue.VenueProtocol;
import io.ratel.adapters.venue.VenueSettings;
import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.feed.PreferredVenues;
import io.ratel.marketdata.feed.VenueFallback;
import io.ratel.model.instrument.Symbol;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The feeds that run, and the venue that each pair's prices are taken from. Safe for any thread.
 */
public final class LiveFeeds implements AutoCloseable {
  private static final long REVIEW_NS = 1_000_000_000L;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /**
   * One feed.
   *
   * @param capture where its frames are recorded
   */
  public record Wanted(VenueKind kind, VenueSettings settings, Optional<Path> capture) {}

  private final FeedClock clock;
  private final MarketSink sink;
  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final HttpClient http;
  private final VenueFallback fallback;
  private volatile boolean closed;

  private LiveFeeds(
      List<Wanted> wanted,
      Map<String, List<String>> orders,
      MarketSink sink,
      FeedClock clock,
      RandomGenerator random) {
    this.clock = clock;
    this.sink = sink;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    for (Wanted one : wanted) {
      VenueProtocol protocol = one.kind().protocol(one.settings());
      FrameRecorder recorder =
          one.capture()
              .<FrameRecorder>map(folder -> CaptureWriter.of(folder, protocol, clock.epochNs()))
              .orElse(FrameRecorder.NONE);
      feeds.put(
          one.settings().name(),
          new LiveFeed(protocol, new LiveFeed.Parts(http, clock, random, sink, recorder)));
    }
    this.fallback = new VenueFallback(orders, this::health);
  }

  /**
   * Starts all; returns at once, whether or not a venue can be reached. The sink stays the caller's
   * to close, after this.
   *
   * @param orders of each pair the venues to take its prices from, the first first
   */
  public static LiveFeeds start(
      List<Wanted> wanted,
      Map<String, List<String>> orders,
      MarketSink sink,
      FeedClock clock,
      RandomGenerator random) {
    LiveFeeds started = new LiveFeeds(wanted, orders, sink, clock, random);
    started.feeds.values().forEach(Feed::start);
    started.review();
    return started;
  }

  public List<Feed> feeds() {
    return List.copyOf(feeds.values());
  }

  /** Which venue each pair's prices are to be taken from now. */
  public PreferredVenues preferred() {
    return fallback;
  }

  private void review() {
    if (!closed) {
      fallback.review(clock.nanoTime());
      clock.after(REVIEW_NS, this::review);
    }
  }

  /** The feed's quality; 0 while the pair's book is unknown there. */
  private int health(String venue, String pair) {
    Feed feed = feeds.get(venue);
    if (feed == null || !sink.isBookKnown(Symbol.of(venue + ":" + pair))) {
      return 0;
    }
    return feed.status().quality();
  }

  /** Stops all at once. */
  @Override
  public void close() {
    closed = true;
    List<Thread> closing = new ArrayList<>();
    for (Feed feed : feeds.values()) {
      closing.add(Thread.ofVirtual().start(feed::close));
    }
    try {
      for (Thread thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.shutdownNow();
  }
}
