package io.ratel.marketdata.alert;

import io.ratel.marketdata.rule.RuleRun;
import io.ratel.marketdata.rule.Update;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A market and the alerts on it. Confined to the engine's thread. */
final class WatchedMarket {
  private static final long GRACE_NS = 1_000_000_000L;

  /** Told what a rule made of an update. */
  interface Outcome {
    void of(Alert alert, RuleRun run, OptionalDouble value);
  }

  /**
   * @param known what the alert was shown when it was added; changes that had waited are older
   */
  private record Watched(Alert alert, RuleRun run, List<Update> known) {
    boolean knows(Update update) {
      for (Update each : known) {
        if (each.getClass() == update.getClass() && update.timeNs() < each.timeNs()) {
          return true;
        }
      }
      return false;
    }
  }

  private final Outcome outcome;
  private final List<Watched> alerts = new ArrayList<>();
  private final Map<Interval, Bar> forming = new EnumMap<>(Interval.class);
  private final Map<Interval, Long> finishedNs = new EnumMap<>(Interval.class);
  private long heardNs;
  private long newestNs;

  /**
   * @param nowNs by the clock that {@link #take} and {@link #tick} are told
   */
  WatchedMarket(long nowNs, Outcome outcome) {
    this.heardNs = nowNs;
    this.outcome = outcome;
  }

  /**
   * Watches it from now on.
   *
   * @param known the newest quote and the newest trade, the older first
   */
  void add(Alert alert, RuleRun run, List<Update> known) {
    known.forEach(update -> show(run, alert, update));
    alerts.add(new Watched(alert, run, List.copyOf(known)));
  }

  void remove(long alertId) {
    alerts.removeIf(watched -> watched.alert().id() == alertId);
  }

  boolean isEmpty() {
    return alerts.isEmpty();
  }

  /**
   * Shows bars of the past to an alert that is not added yet, the newest finished one as if it had
   * finished now; the newest of all may still be forming.
   *
   * @param bars of one length, oldest first
   */
  void warmUp(RuleRun run, Alert alert, List<Bar> bars) {
    if (bars.isEmpty()) {
      return;
    }
    Bar newest = bars.getLast();
    boolean over = newest.timeNs() <= finishedNs.getOrDefault(newest.interval(), Long.MIN_VALUE);
    int finished = over ? bars.size() : bars.size() - 1;
    for (int i = 0; i < finished - 1; i++) {
      run.warmUp(finished(bars.get(i)));
    }
    if (finished > 0) {
      show(run, alert, finished(bars.get(finished - 1)));
    }
    if (!over) {
      newestNs = Math.max(newestNs, newest.timeNs());
      take(newest);
    }
  }

  private void show(RuleRun run, Alert alert, Update update) {
    newestNs = Math.max(newestNs, update.timeNs());
    outcome.of(alert, run, run.take(update));
  }

  void take(Update update, long nowNs) {
    heardNs = nowNs;
    newestNs = Math.max(newestNs, update.timeNs());
    tell(update);
  }

  /** A bar is finished when a later one comes; what corrects it after that is not heard. */
  void take(Bar bar) {
    Bar before = forming.get(bar.interval());
    if (before != null && bar.timeNs() > before.timeNs()) {
      finish(before);
    }
    boolean over = bar.timeNs() <= finishedNs.getOrDefault(bar.interval(), Long.MIN_VALUE);
    if (!over && (before == null || bar.timeNs() >= before.timeNs())) {
      forming.put(bar.interval(), bar);
    }
  }

  /** Lets time pass: a bar may end without a later one, and silence grows. */
  void tick(long nowNs) {
    if (newestNs == 0) {
      return; // nothing was ever heard, so there is no time
    }
    long silentNs = nowNs - heardNs;
    long timeNs = newestNs + silentNs;
    for (Bar bar : List.copyOf(forming.values())) {
      if (timeNs >= bar.timeNs() + bar.interval().nanos() + GRACE_NS) {
        finish(bar);
      }
    }
    tell(new Update.Silent(timeNs, silentNs));
  }

  private void finish(Bar bar) {
    forming.remove(bar.interval());
    finishedNs.put(bar.interval(), bar.timeNs());
    tell(finished(bar));
  }

  private void tell(Update update) {
    for (Watched watched : alerts) {
      if (watched.knows(update)) {
        continue;
      }
      outcome.of(watched.alert(), watched.run(), watched.run().take(update));
    }
  }

  static Update.Finished finished(Bar bar) {
    double price = Math.pow(10, bar.market().priceScale());
    return new Update.Finished(
        bar.timeNs() + bar.interval().nanos(),
        bar.interval(),
        bar.open() / price,
        bar.high() / price,
        bar.low() / price,
        bar.close() / price,
        bar.volume() / Math.pow(10, bar.market().quantityScale()));
  }
}
