package io.ratel.server.demo.bot;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counters of one bot: written by its thread, read by any. */
final class Counts {
  final LongAdder started = new LongAdder();
  final LongAdder stopped = new LongAdder();
  final LongAdder orders = new LongAdder();
  final LongAdder cancels = new LongAdder();
  final LongAdder refusedByExchange = new LongAdder();
  private final LongAdder[] byLimit = new LongAdder[Limit.values().length];

  Counts() {
    Arrays.setAll(byLimit, i -> new LongAdder());
  }

  void refused(Limit limit) {
    byLimit[limit.ordinal()].increment();
  }

  BotCounts read(String bot) {
    Map<Limit, Long> refused = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      refused.put(limit, byLimit[limit.ordinal()].sum());
    }
    long starts = started.sum();
    long stops = stopped.sum();
    return new BotCounts(
        bot,
        starts > stops,
        starts,
        stops,
        orders.sum(),
        cancels.sum(),
        refused,
        refusedByExchange.sum());
  }
}
