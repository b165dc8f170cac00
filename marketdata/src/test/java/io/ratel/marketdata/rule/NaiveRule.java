package io.ratel.marketdata.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what a rule does at each update by looking at everything that came before. */
final class NaiveRule {
  private record Frame(long timeNs, Map<Reading, Double> values) {}

  private static final long MS = 1_000_000;

  private final Rule rule;
  private final List<Frame> frames = new ArrayList<>();

  NaiveRule(Rule rule) {
    this.rule = rule;
  }

  /** The times at which it fires. */
  static List<Long> fires(Rule rule, List<Update> updates) {
    NaiveRule naive = new NaiveRule(rule);
    Map<Reading, Double> values = new HashMap<>();
    List<Reading> readings = new ArrayList<>();
    collect(rule.condition(), readings);
    readings.forEach(reading -> values.put(reading, Double.NaN));
    List<Long> fires = new ArrayList<>();
    long time = Long.MIN_VALUE;
    for (Update update : updates) {
      boolean concerned = false;
      for (Reading reading : readings) {
        Double now = shown(reading, update);
        if (now != null) {
          values.put(reading, now);
          concerned = true;
        }
      }
      if (concerned) {
        time = Math.max(time, update.timeNs());
        naive.frames.add(new Frame(time, Map.copyOf(values)));
        naive.fire(fires);
      }
    }
    return fires;
  }

  private static void collect(Condition condition, List<Reading> readings) {
    if (condition.parts().isEmpty()) {
      readings.add(condition.reading());
    }
    condition.parts().forEach(part -> collect(part, readings));
  }

  private static @org.jspecify.annotations.Nullable Double shown(Reading reading, Update update) {
    return switch (reading) {
      case Reading.Of(Reading.Price price) ->
          switch (price) {
            case BID -> update instanceof Update.Quoted q ? q.bid() : null;
            case ASK -> update instanceof Update.Quoted q ? q.ask() : null;
            case SPREAD ->
                update instanceof Update.Quoted q ? Double.valueOf(q.ask() - q.bid()) : null;
            case LAST -> update instanceof Update.Traded t ? t.price() : null;
            case STALENESS -> update instanceof Update.Silent s ? s.silentNs() / 1e9 : 0.0;
          };
      case Reading.Volume volume ->
          update instanceof Update.Finished bar && bar.interval() == volume.interval()
              ? bar.volume()
              : null;
      case Reading.OfIndicator of -> throw new IllegalArgumentException("not here: " + of);
    };
  }

  private void fire(List<Long> fires) {
    int at = frames.size() - 1;
    Condition condition = rule.condition();
    long time = frames.get(at).timeNs();
    if (truth(condition, at) != Truth.TRUE) {
      return;
    }
    boolean was = false;
    for (int i = 0; i < at; i++) {
      Truth then = truth(condition, i);
      was = then == Truth.UNKNOWN ? was : then == Truth.TRUE;
    }
    boolean becomes = condition.isMomentary() || !was;
    boolean over = rule.repeat() == Repeat.ONCE && !fires.isEmpty();
    boolean expired = rule.expiresNs().isPresent() && time >= rule.expiresNs().getAsLong();
    boolean cooling = !fires.isEmpty() && time - fires.getLast() < rule.cooldownMs() * MS;
    if (becomes && !over && !expired && !cooling) {
      fires.add(time);
    }
  }

  private double value(Reading reading, int at) {
    return frames.get(at).values().getOrDefault(reading, Double.NaN);
  }

  private Truth truth(Condition condition, int at) {
    return switch (condition) {
      case Condition.Above(Reading reading, double value) ->
          known(reading, at, value(reading, at) > value);
      case Condition.Below(Reading reading, double value) ->
          known(reading, at, value(reading, at) < value);
      case Condition.Crosses crosses ->
          known(
              crosses.reading(),
              at,
              (crosses.direction() != Condition.Direction.DOWN && crossed(crosses, at, 1))
                  || (crosses.direction() != Condition.Direction.UP && crossed(crosses, at, -1)));
      case Condition.Changes changes -> known(changes.reading(), at, moved(changes, at));
      case Condition.Often often -> Truth.of(count(often, at) >= often.times());
      case Condition.Sequence(List<Condition> steps, long withinMs) ->
          Truth.of(chain(steps, steps.size() - 1, at, frames.get(at).timeNs() - withinMs * MS));
      case Condition.All(List<Condition> all) -> {
        List<Truth> each = all.stream().map(c -> truth(c, at)).toList();
        yield each.contains(Truth.FALSE)
            ? Truth.FALSE
            : each.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
      }
      case Condition.Any(List<Condition> any) -> {
        List<Truth> each = any.stream().map(c -> truth(c, at)).toList();
        yield each.contains(Truth.TRUE)
            ? Truth.TRUE
            : each.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
      }
      case Condition.Not(Condition not) ->
          switch (truth(not, at)) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
          };
    };
  }

  private Truth known(Reading reading, int at, boolean is) {
    return Double.isNaN(value(reading, at)) ? Truth.UNKNOWN : Truth.of(is);
  }

  /** It is beyond the level, was clearly on the other side, and not beyond in between. */
  private boolean crossed(Condition.Crosses of, int at, int sign) {
    double level = sign * of.value();
    if (!(sign * value(of.reading(), at) > level)) {
      return false;
    }
    for (int i = at - 1; i >= 0; i--) {
      double then = sign * value(of.reading(), i);
      if (then > level) {
        return false;
      }
      if (then < level && then <= level - of.hysteresis()) {
        return true;
      }
    }
    return false;
  }

  private boolean moved(Condition.Changes of, int at) {
    long step = Math.max(1, of.withinMs() * MS / 64);
    double now = value(of.reading(), at);
    for (int i = 0; i <= at; i++) {
      double then = value(of.reading(), i);
      boolean inside =
          Math.floorDiv(frames.get(i).timeNs(), step)
              > Math.floorDiv(frames.get(at).timeNs(), step) - 64;
      double needed = Math.abs(then) * of.percent() / 100;
      boolean up = of.direction() != Condition.Direction.DOWN && now > then && now - then >= needed;
      boolean down = of.direction() != Condition.Direction.UP && now < then && then - now >= needed;
      if (inside && (up || down)) {
        return true;
      }
    }
    return false;
  }

  private int count(Condition.Often of, int at) {
    int count = 0;
    for (int i = Math.max(0, at - of.of() + 1); i <= at; i++) {
      boolean inTime = frames.get(at).timeNs() - frames.get(i).timeNs() <= of.withinMs() * MS;
      if (inTime && truth(of.condition(), i) == Truth.TRUE) {
        count++;
      }
    }
    return count;
  }

  private boolean chain(List<Condition> steps, int step, int at, long notBefore) {
    if (frames.get(at).timeNs() < notBefore || truth(steps.get(step), at) != Truth.TRUE) {
      return false;
    }
    for (int i = at - 1; step > 0 && i >= 0; i--) {
      if (chain(steps, step - 1, i, notBefore)) {
        return true;
      }
    }
    return step == 0;
  }
}
