package io.ratel.adapters.polled;

import io.ratel.adapters.venue.FeedClock;
import io.ratel.marketdata.feed.Feed;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The sources that are asked. Safe for any thread. */
public final class PolledFeeds implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final List<Feed> feeds = new ArrayList<>();

  private PolledFeeds() {}

  /**
   * Starts all; returns at once, whether or not they can be reached.
   *
   * @param sources by the name that each is listed under
   */
  public static PolledFeeds start(
      Map<String, PolledSource> sources, PolledSink sink, FeedClock clock, RandomGenerator random) {
    PolledFeeds started = new PolledFeeds();
    PolledFeed.Parts parts = new PolledFeed.Parts(started.http, clock, random, sink);
    sources.forEach((name, source) -> started.feeds.add(new PolledFeed(name, source, parts)));
    started.feeds.forEach(Feed::start);
    return started;
  }

  public List<Feed> feeds() {
    return List.copyOf(feeds);
  }

  @Override
  public void close() {
    feeds.forEach(Feed::close);
    http.shutdownNow();
  }
}
