package io.ratel.exchange.trigger;

import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Waiting orders as a list that is searched each time; trailing stops remember their best price.
 */
final class NaiveWaiting {
  static final class Entry {
    final OrderTerms terms;
    boolean armed;
    long best; // since armed, 0 none

    Entry(OrderTerms terms, boolean armed) {
      this.terms = terms;
      this.armed = armed;
    }

    private boolean falls() {
      return terms.type.triggersOnFall(terms.side);
    }

    private boolean reached(long low, long high) {
      return terms.trigger > 0 && (falls() ? low <= terms.trigger : high >= terms.trigger);
    }

    private boolean trails() {
      return terms.type == OrderType.TRAILING_STOP;
    }

    /** A trigger that was set by hand stands until the market has been beyond it anew. */
    void set(long trigger) {
      terms.trigger = trigger;
      best = 0;
    }

    /** Sees a price and returns where the trigger is now. */
    private long seen(long price) {
      boolean sale = terms.side == Side.SELL;
      if (best == 0 || (sale ? price > best : price < best)) {
        best = price;
      }
      BigDecimal distance = BigDecimal.valueOf(terms.trail);
      if (terms.has(OrderTerms.TRAIL_PPM)) {
        distance =
            distance
                .multiply(BigDecimal.valueOf(best))
                .movePointLeft(6)
                .setScale(0, RoundingMode.UP);
      }
      long here = sale ? best - distance.longValueExact() : best + distance.longValueExact();
      if (sale) {
        return Math.max(terms.trigger, Math.max(0, here));
      }
      return terms.trigger == 0 ? here : Math.min(terms.trigger, here);
    }
  }

  final TreeMap<Long, Entry> entries = new TreeMap<>();

  Entry entry(long id) {
    return Objects.requireNonNull(entries.get(id));
  }

  void arm(long id, long price) {
    Entry entry = entry(id);
    entry.armed = true;
    if (price > 0 && entry.trails()) {
      entry.terms.trigger = entry.seen(price);
    }
  }

  /** What a range does, as lines. */
  List<String> fire(int instrument, boolean byMark, long low, long high, long last) {
    List<String> happened = new ArrayList<>();
    Predicate<Entry> here =
        entry ->
            entry.armed
                && entry.terms.instrument == instrument
                && entry.terms.has(OrderTerms.BY_MARK) == byMark;
    take(here, low, high, happened);
    List<Entry> moved = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (here.test(entry) && entry.trails()) {
        long trigger = entry.seen(entry.terms.side == Side.SELL ? high : low);
        if (trigger != entry.terms.trigger) {
          entry.terms.trigger = trigger;
          moved.add(entry);
        }
      }
    }
    take(here.and(moved::contains), last, last, happened);
    List<String> moves = new ArrayList<>();
    for (Entry entry : moved) {
      if (entries.containsKey(entry.terms.id)) {
        moves.add("moved " + entry.terms.id + " to " + entry.terms.trigger);
      }
    }
    moves.sort(Comparator.naturalOrder());
    happened.addAll(moves);
    return happened;
  }

  private void take(Predicate<Entry> which, long low, long high, List<String> happened) {
    Comparator<Entry> byTrigger = Comparator.comparingLong(entry -> entry.terms.trigger);
    for (boolean falls : new boolean[] {true, false}) {
      entries.values().stream()
          .filter(which)
          .filter(entry -> entry.falls() == falls && entry.reached(low, high))
          .sorted(
              (falls ? byTrigger.reversed() : byTrigger).thenComparingLong(entry -> entry.terms.id))
          .toList()
          .forEach(
              entry -> {
                entries.remove(entry.terms.id);
                happened.add("fired " + entry.terms.id + " at " + entry.terms.trigger);
              });
    }
  }
}
