package io.ratel.marketdata.snapshot;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.series.AnalyticsStore;
import io.ratel.marketdata.series.SeriesKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Samples, heals, makes days and drops, each when it is due. Made ready by registering what is to
 * be sampled; then {@link #run} is called now and then, by one thread.
 */
public final class Snapshots {
  /** How far back gaps are looked for at the start; later as far as trades may come late. */
  static final long FIRST_LOOK_NS = 31 * Sampled.DAY_NS;

  private static final long LATER_LOOK_NS = 2 * Sampled.DAY_NS;

  private final Sampler sampler;
  private final GapHealer healer;
  private final DayMaker days;
  private final Optional<Expiry> expiry;
  private long healedNs = -1;

  /**
   * @param quality of the venues that are followed, by their names in symbols
   * @param retention empty when nothing is to be dropped
   */
  public Snapshots(
      AnalyticsStore store,
      MarketViews markets,
      Supplier<Map<String, Integer>> quality,
      Optional<SnapshotRetention> retention) {
    sampler = new Sampler(store);
    healer = new GapHealer(store, markets, quality);
    days = new DayMaker(store, this::aggregate);
    expiry = retention.map(kept -> new Expiry(store, kept, days));
  }

  /** Opts a series in. Safe for any thread. */
  public void register(Sampled sampled) {
    sampler.register(sampled);
  }

  /** What is sampled. */
  public List<Sampled> registered() {
    return sampler.registered();
  }

  /**
   * Does what is due; what fails is tried again at the next call.
   *
   * @param nowNs since 1970 UTC
   * @throws io.ratel.marketdata.series.AnalyticsStoreException when the store fails
   */
  public void run(long nowNs) {
    sampler.run(nowNs);
    long hourNs = nowNs - nowNs % Sampled.HOUR_NS;
    if (hourNs <= healedNs) {
      return;
    }
    boolean first = healedNs < 0;
    long lookNs = first ? FIRST_LOOK_NS : LATER_LOOK_NS;
    long firstNs = healer.heal(Math.max(0, hourNs - lookNs), hourNs, nowNs);
    long midnightNs = nowNs - nowNs % Sampled.DAY_NS;
    boolean newDay = first || hourNs == midnightNs;
    if (newDay || firstNs <= midnightNs) {
      long fromNs = Math.min(firstNs, midnightNs - (first ? FIRST_LOOK_NS : Sampled.DAY_NS));
      days.make(Math.max(0, DayMaker.dayOf(fromNs) - Sampled.DAY_NS), midnightNs, nowNs);
    }
    if (newDay) {
      expiry.ifPresent(due -> due.run(nowNs));
    }
    healedNs = hourNs;
  }

  /** What is not registered any more is taken for a level. */
  private Aggregate aggregate(SeriesKey key) {
    if (key.source().equals(GapHealer.MISSING)) {
      return Aggregate.SUM;
    }
    return sampler.registered().stream()
        .filter(each -> each.key(key.subject()).equals(key))
        .map(Sampled::aggregate)
        .findFirst()
        .orElse(Aggregate.LAST);
  }
}
