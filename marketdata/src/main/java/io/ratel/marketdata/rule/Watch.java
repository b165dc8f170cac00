package io.ratel.marketdata.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A condition at work. Confined to one thread; a step allocates nothing. */
abstract sealed class Watch {
  static final int STEPS = 64;

  private static final long MS_NS = 1_000_000;

  /** What the condition is now; each watch is asked once at each update that concerns the rule. */
  abstract Truth step(long timeNs);

  static Watch of(Condition condition, Map<Reading, Gauge> gauges) {
    return switch (condition) {
      case Condition.Above above -> new Threshold(gauge(above.reading(), gauges), above.value(), 1);
      case Condition.Below below ->
          new Threshold(gauge(below.reading(), gauges), below.value(), -1);
      case Condition.Crosses crosses -> new Crossing(gauge(crosses.reading(), gauges), crosses);
      case Condition.Changes changes -> new Move(gauge(changes.reading(), gauges), changes);
      case Condition.Often often -> new Count(of(often.condition(), gauges), often);
      case Condition.Sequence sequence ->
          new Chain(all(sequence.steps(), gauges), sequence.withinMs());
      case Condition.All all -> new Junction(all(all.conditions(), gauges), true);
      case Condition.Any any -> new Junction(all(any.conditions(), gauges), false);
      case Condition.Not not -> new Opposite(of(not.condition(), gauges));
    };
  }

  private static Gauge gauge(Reading reading, Map<Reading, Gauge> gauges) {
    Gauge gauge = gauges.get(reading);
    if (gauge == null) {
      throw new IllegalStateException("no gauge shows " + reading);
    }
    return gauge;
  }

  private static Watch[] all(List<Condition> conditions, Map<Reading, Gauge> gauges) {
    return conditions.stream().map(each -> of(each, gauges)).toArray(Watch[]::new);
  }

  private static final class Threshold extends Watch {
    private final Gauge gauge;
    private final double value;
    private final int sign;

    Threshold(Gauge gauge, double value, int sign) {
      this.gauge = gauge;
      this.value = value;
      this.sign = sign;
    }

    @Override
    Truth step(long timeNs) {
      double now = gauge.value;
      return Double.isNaN(now) ? Truth.UNKNOWN : Truth.of(sign * Double.compare(now, value) > 0);
    }
  }

  /** Remembers on which side the reading was last clearly. */
  private static final class Crossing extends Watch {
    private final Gauge gauge;
    private final Condition.Crosses of;
    private int side;

    Crossing(Gauge gauge, Condition.Crosses of) {
      this.gauge = gauge;
      this.of = of;
    }

    @Override
    Truth step(long timeNs) {
      double now = gauge.value;
      if (Double.isNaN(now)) {
        return Truth.UNKNOWN;
      }
      boolean up = side < 0 && now > of.value();
      boolean down = side > 0 && now < of.value();
      if (up || down) {
        side = 0;
      }
      if (now < of.value() && now <= of.value() - of.hysteresis()) {
        side = -1;
      } else if (now > of.value() && now >= of.value() + of.hysteresis()) {
        side = 1;
      }
      return Truth.of(
          (up && of.direction() != Condition.Direction.DOWN)
              || (down && of.direction() != Condition.Direction.UP));
    }
  }

  /** The lowest and the highest of each 64th of the window. */
  private static final class Move extends Watch {
    private final Gauge gauge;
    private final Condition.Changes of;
    private final long stepNs;
    private final double[] lows = new double[STEPS];
    private final double[] highs = new double[STEPS];
    private long newest = Long.MIN_VALUE;

    Move(Gauge gauge, Condition.Changes of) {
      this.gauge = gauge;
      this.of = of;
      this.stepNs = Math.max(1, of.withinMs() * MS_NS / STEPS);
      Arrays.fill(lows, Double.POSITIVE_INFINITY);
      Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }

    @Override
    Truth step(long timeNs) {
      double now = gauge.value;
      if (Double.isNaN(now)) {
        return Truth.UNKNOWN;
      }
      turn(Math.floorDiv(timeNs, stepNs));
      int place = Math.floorMod(newest, STEPS);
      lows[place] = Math.min(lows[place], now);
      highs[place] = Math.max(highs[place], now);
      double low = now;
      double high = now;
      for (int i = 0; i < STEPS; i++) {
        low = Math.min(low, lows[i]);
        high = Math.max(high, highs[i]);
      }
      boolean up = now - low >= Math.abs(low) * of.percent() / 100 && now > low;
      boolean down = high - now >= Math.abs(high) * of.percent() / 100 && now < high;
      return Truth.of(
          (up && of.direction() != Condition.Direction.DOWN)
              || (down && of.direction() != Condition.Direction.UP));
    }

    private void turn(long step) {
      long first = newest == Long.MIN_VALUE ? step : Math.max(newest + 1, step - STEPS + 1);
      for (long each = first; each <= step; each++) {
        int place = Math.floorMod(each, STEPS);
        lows[place] = Double.POSITIVE_INFINITY;
        highs[place] = Double.NEGATIVE_INFINITY;
      }
      newest = step;
    }
  }

  /** The newest evaluations in a ring. */
  private static final class Count extends Watch {
    private final Watch watch;
    private final int times;
    private final long withinNs;
    private final long[] trueAt;
    private int at;

    Count(Watch watch, Condition.Often of) {
      this.watch = watch;
      this.times = of.times();
      this.withinNs = of.withinMs() * MS_NS;
      this.trueAt = new long[of.of()];
      Arrays.fill(trueAt, Long.MIN_VALUE);
    }

    @Override
    Truth step(long timeNs) {
      trueAt[at] = watch.step(timeNs) == Truth.TRUE ? timeNs : Long.MIN_VALUE;
      at = at + 1 == trueAt.length ? 0 : at + 1;
      int count = 0;
      for (long time : trueAt) {
        if (time != Long.MIN_VALUE && timeNs - time <= withinNs) {
          count++;
        }
      }
      return Truth.of(count >= times);
    }
  }

  /**
   * For each step the latest beginning of those who have come so far: if anyone is in time, the
   * latest to begin is.
   */
  private static final class Chain extends Watch {
    private final Watch[] steps;
    private final long withinNs;
    private final long[] began;

    Chain(Watch[] steps, long withinMs) {
      this.steps = steps;
      this.withinNs = withinMs * MS_NS;
      this.began = new long[steps.length];
      Arrays.fill(began, Long.MIN_VALUE);
    }

    @Override
    Truth step(long timeNs) {
      boolean done = false;
      for (int i = steps.length - 1; i >= 0; i--) {
        boolean now = steps[i].step(timeNs) == Truth.TRUE;
        long beginning = i == 0 ? timeNs : began[i - 1];
        if (now && beginning != Long.MIN_VALUE && timeNs - beginning <= withinNs) {
          began[i] = Math.max(began[i], beginning);
          done |= i == steps.length - 1;
        }
      }
      return Truth.of(done);
    }
  }

  private static final class Junction extends Watch {
    private final Watch[] parts;
    private final boolean all;

    Junction(Watch[] parts, boolean all) {
      this.parts = parts;
      this.all = all;
    }

    @Override
    Truth step(long timeNs) {
      Truth truth = all ? Truth.TRUE : Truth.FALSE;
      for (Watch part : parts) {
        Truth each = part.step(timeNs); // every part remembers, so none is passed over
        truth = all ? truth.and(each) : truth.or(each);
      }
      return truth;
    }
  }

  private static final class Opposite extends Watch {
    private final Watch watch;

    Opposite(Watch watch) {
      this.watch = watch;
    }

    @Override
    Truth step(long timeNs) {
      return watch.step(timeNs).not();
    }
  }
}
