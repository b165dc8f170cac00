package io.ratel.server.config;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.MarketDataConfig;
import io.ratel.marketdata.MarketDataConfig.Staleness;
import io.ratel.marketdata.tick.ColdBatch;
import io.ratel.marketdata.tick.Retention;
import java.time.Duration;
import java.util.Optional;

/** Reads the section {@code marketdata}; times are in milliseconds, what is kept in days. */
final class MarketDataReader {
  private static final long HOUR_MS = 3_600_000;

  private final Settings settings;

  MarketDataReader(Settings settings) {
    this.settings = settings;
  }

  Optional<Config.MarketData> read() {
    MarketDataConfig usual = MarketDataConfig.DEFAULT;
    LiveMarkets.Limits limits = usual.limits();
    Duration every = millis("marketdata.coldEvery", usual.cold().every(), 300_000);
    int rows = settings.integer("marketdata.coldRows", usual.cold().rows(), 100, 100_000);
    int markets = settings.integer("marketdata.markets", limits.markets(), 1, 100_000);
    Duration watermark =
        millis("marketdata.watermark", Duration.ofNanos(limits.watermarkNs()), HOUR_MS);
    Duration hot = millis("marketdata.hotEvery", usual.hotEvery(), 10_000);
    Duration broadcast = millis("marketdata.broadcastEvery", usual.broadcastEvery(), 10_000);
    Duration window = millis("marketdata.vwapWindow", usual.vwapWindow(), HOUR_MS);
    Duration pairs = millis("marketdata.stale.pairs", usual.staleness().pairs(), 168 * HOUR_MS);
    Duration shares = millis("marketdata.stale.shares", usual.staleness().shares(), 168 * HOUR_MS);
    Duration quotes = millis("marketdata.keepQuotesEvery", usual.keeping().quotes(), HOUR_MS);
    Duration books = millis("marketdata.keepBooksEvery", usual.keeping().books(), 24 * HOUR_MS);
    Optional<MarketDataConfig> config =
        settings.build(
            () ->
                new MarketDataConfig(
                    new LiveMarkets.Limits(markets, limits.trades(), watermark.toNanos()),
                    new ColdBatch(every, rows),
                    hot,
                    broadcast,
                    new Staleness(pairs, shares),
                    window,
                    new MarketDataConfig.Keeping(quotes, books)));
    Retention standard = Retention.STANDARD;
    Duration ticks = days("marketdata.keep.ticks", standard.ticks());
    Duration minutes = days("marketdata.keep.minutes", standard.minutes());
    Duration longest = days("marketdata.keep.days", standard.days());
    Optional<Retention> retention = settings.build(() -> new Retention(ticks, minutes, longest));
    return config.flatMap(c -> retention.map(r -> new Config.MarketData(c, r)));
  }

  private Duration millis(String key, Duration otherwise, long max) {
    return Duration.ofMillis(settings.number(key, otherwise.toMillis(), 0, max));
  }

  private Duration days(String key, Duration otherwise) {
    return Duration.ofDays(settings.number(key, otherwise.toDays(), 1, 36_500));
  }
}
