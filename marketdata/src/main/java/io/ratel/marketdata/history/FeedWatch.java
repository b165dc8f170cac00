package io.ratel.marketdata.history;

import io.ratel.marketdata.feed.Feed;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.model.instrument.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells which trades of the live feeds are stored whole: those of a connection from a little after
 * it was made until a little before its last frame, as long as nothing went wrong. A rejected frame
 * may have been a trade, so it cuts as a lost connection does. One thread at a time.
 */
public final class FeedWatch {
  /** Longer than a subscription or a frame is under way. */
  static final long MARGIN_NS = 5_000_000_000L;

  private record Seen(long errors, long fromNs) {}

  private final Supplier<List<Feed>> feeds;
  private final Followed followed;
  private final Map<String, Seen> seen = new HashMap<>();

  public FeedWatch(Supplier<List<Feed>> feeds, Followed followed) {
    this.feeds = feeds;
    this.followed = followed;
  }

  /** To be called every second or so. */
  public void look(long nowNs) {
    for (Feed feed : feeds.get()) {
      FeedStatus status = feed.status();
      Seen before = seen.get(feed.name());
      if (status.state() != FeedStatus.State.RUNNING) {
        seen.remove(feed.name());
        feed.symbols().forEach(symbol -> followed.cut(key(symbol)));
      } else if (before == null || before.errors() != status.errors()) {
        seen.put(feed.name(), new Seen(status.errors(), nowNs + MARGIN_NS));
        feed.symbols().forEach(symbol -> followed.cut(key(symbol)));
      } else {
        boolean current = nowNs - status.lastFrameNs() < MARGIN_NS;
        long untilNs = Math.min(nowNs, status.lastFrameNs()) - MARGIN_NS;
        if (untilNs >= before.fromNs()) {
          feed.symbols().forEach(symbol -> followed.extend(key(symbol), untilNs, current));
        }
      }
    }
  }

  private static HistoryKey key(Symbol symbol) {
    return HistoryKey.of(symbol, HistoryKind.TRADES);
  }
}
