package io.ratel.marketdata.rule;

import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A rule at work: it fires when its condition becomes true, once for each time it does; a condition
 * that is true at moments fires at each of them. Confined to one thread.
 */
public final class RuleRun {
  private static final long MS_NS = 1_000_000;

  private final Rule rule;
  private final Gauge[] gauges;
  private final Gauge told;
  private final Watch watch;
  private final boolean momentary;
  private boolean was;
  private boolean fired;
  private long firedNs;
  private long timeNs = Long.MIN_VALUE;

  /**
   * @throws InvalidArgumentException when it speaks of an indicator that is not in the catalogue
   */
  public RuleRun(Rule rule, IndicatorCatalog catalog) {
    this.rule = rule;
    Map<Reading, Gauge> byReading = new LinkedHashMap<>();
    collect(rule.condition(), byReading, catalog);
    this.gauges = byReading.values().toArray(Gauge[]::new);
    this.watch = Watch.of(rule.condition(), byReading);
    this.told = java.util.Objects.requireNonNull(byReading.get(rule.condition().reading()));
    this.momentary = rule.condition().isMomentary();
  }

  private static void collect(
      Condition condition, Map<Reading, Gauge> gauges, IndicatorCatalog catalog) {
    if (condition.parts().isEmpty()) {
      gauges.computeIfAbsent(condition.reading(), reading -> Gauge.of(reading, catalog));
    }
    condition.parts().forEach(part -> collect(part, gauges, catalog));
  }

  /**
   * Goes on with a rule that fired before: a condition that is still true has been told already.
   *
   * @param lastNs when it fired
   */
  public void resume(long lastNs) {
    was = true;
    fired = true;
    firedNs = lastNs;
  }

  /** Shows a bar of the past to the readings; nothing fires. */
  public void warmUp(Update.Finished bar) {
    for (Gauge gauge : gauges) {
      gauge.take(bar);
    }
  }

  /**
   * Takes an update; a time before that of an earlier one counts as that.
   *
   * @return what the condition's reading shows when the rule fires; empty when it does not
   */
  public OptionalDouble take(Update update) {
    boolean concerned = false;
    for (Gauge gauge : gauges) {
      concerned |= gauge.take(update);
    }
    if (!concerned) {
      return OptionalDouble.empty();
    }
    timeNs = Math.max(timeNs, update.timeNs());
    Truth now = watch.step(timeNs);
    boolean becomes = now == Truth.TRUE && (momentary || !was);
    was = now == Truth.TRUE || (now == Truth.UNKNOWN && was);
    if (!becomes || isOver(timeNs) || isCooling()) {
      return OptionalDouble.empty();
    }
    fired = true;
    firedNs = timeNs;
    return OptionalDouble.of(told.value);
  }

  private boolean isCooling() {
    return fired && timeNs - firedNs < rule.cooldownMs() * MS_NS;
  }

  /** Whether it can fire no more at a time. */
  private boolean isOver(long atNs) {
    return (fired && rule.repeat() == Repeat.ONCE)
        || (rule.expiresNs().isPresent() && atNs >= rule.expiresNs().getAsLong());
  }

  /** The time of its newest update. */
  public long timeNs() {
    return timeNs;
  }
}
