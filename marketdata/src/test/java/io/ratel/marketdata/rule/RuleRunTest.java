package io.ratel.marketdata.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.rule.Condition.Direction;
import io.ratel.marketdata.rule.Reading.Price;
import io.ratel.model.market.Interval;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RuleRunTest {
  private static final IndicatorCatalog CATALOG = IndicatorCatalog.load();
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_767_225_600L * SECOND;
  private static final Reading LAST = new Reading.Of(Price.LAST);

  private static Rule always(Condition condition) {
    return new Rule(condition, Repeat.ALWAYS, 0, OptionalLong.empty());
  }

  private static List<Long> fires(Rule rule, List<Update> updates) {
    RuleRun run = new RuleRun(rule, CATALOG);
    List<Long> fires = new ArrayList<>();
    for (Update update : updates) {
      if (run.take(update).isPresent()) {
        fires.add(run.timeNs());
      }
    }
    return fires;
  }

  /** Trades a second apart; the numbers of those at which it fires, from 0. */
  private static List<Long> firesAt(Rule rule, double... prices) {
    List<Update> updates = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      updates.add(new Update.Traded(START + i * SECOND, prices[i]));
    }
    return fires(rule, updates).stream().map(time -> (time - START) / SECOND).toList();
  }

  private static Reading randomReading(Random random) {
    return random.nextInt(6) == 0
        ? new Reading.Volume(Interval.MINUTE)
        : new Reading.Of(Price.values()[random.nextInt(Price.values().length)]);
  }

  private static Condition randomCondition(Random random, int depth) {
    Direction direction = Direction.values()[random.nextInt(3)];
    long within = 1_000L * (1 + random.nextInt(8));
    return switch (random.nextInt(depth == 0 ? 4 : 9)) {
      case 0 -> new Condition.Above(randomReading(random), random.nextInt(10));
      case 1 -> new Condition.Below(randomReading(random), random.nextInt(10));
      case 2 ->
          new Condition.Crosses(
              randomReading(random), direction, random.nextInt(10), random.nextInt(3));
      case 3 ->
          new Condition.Changes(randomReading(random), direction, 10 + random.nextInt(60), within);
      case 4 -> {
        int of = 1 + random.nextInt(5);
        yield new Condition.Often(
            randomCondition(random, depth - 1), 1 + random.nextInt(of), of, within);
      }
      case 5 -> new Condition.Sequence(several(random, depth), within);
      case 6 -> new Condition.All(several(random, depth));
      case 7 -> new Condition.Any(several(random, depth));
      default -> new Condition.Not(randomCondition(random, depth - 1));
    };
  }

  private static List<Condition> several(Random random, int depth) {
    List<Condition> all = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      all.add(randomCondition(random, depth - 1));
    }
    return all;
  }

  /** Small whole prices, so that levels are met exactly; times that stand still and run back. */
  private static List<Update> randomUpdates(Random random) {
    List<Update> updates = new ArrayList<>();
    long time = START;
    for (int i = 0; i < 40; i++) {
      time += (random.nextInt(5) - 1) * SECOND / 2;
      double price = random.nextInt(10);
      updates.add(
          switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Update.Traded(time, price);
            case 3, 4 -> new Update.Quoted(time, price, price + random.nextInt(4));
            case 5 -> new Update.Quoted(time, Double.NaN, price);
            case 6 -> new Update.Silent(time, random.nextInt(9) * SECOND);
            default -> new Update.Finished(time, Interval.MINUTE, 1, 2, 1, 2, price);
          });
    }
    return updates;
  }

  @Property(tries = 3_000)
  void firesWhenTheWholeHistorySaysSo(@ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    Condition condition = randomCondition(random, 3);
    Rule rule =
        new Rule(
            condition,
            random.nextInt(4) == 0 ? Repeat.ONCE : Repeat.ALWAYS,
            random.nextInt(3) * 2_000L,
            random.nextInt(3) == 0 ? OptionalLong.of(START + 20 * SECOND) : OptionalLong.empty());
    List<Update> updates = randomUpdates(random);
    assertThat(fires(rule, updates))
        .as("%s, seed %d", condition.words(), seed)
        .isEqualTo(NaiveRule.fires(rule, updates));
  }

  @Test
  void aCrossingFiresOnceEachTimeAndNotInTheNoiseAtItsLevel() {
    Condition.Crosses plain = new Condition.Crosses(LAST, Direction.UP, 10, 0);
    assertThat(firesAt(always(plain), 9, 11, 12, 10, 11, 9, 10, 11)).containsExactly(1L, 7L);
    Condition.Crosses calm = new Condition.Crosses(LAST, Direction.UP, 10, 2);
    assertThat(firesAt(always(calm), 9, 11, 8, 11, 9, 11, 9, 12)).containsExactly(3L);
    Condition.Crosses both = new Condition.Crosses(LAST, Direction.EITHER, 10, 0);
    assertThat(firesAt(always(both), 9, 11, 9, 9, 11)).containsExactly(1L, 2L, 4L);
    assertThat(firesAt(always(plain), 11, 12)).as("it was never below").isEmpty();
  }

  @Test
  void aLevelFiresWhenItIsReachedAndAgainOnlyAfterItWasLeft() {
    Condition above = new Condition.Above(LAST, 10);
    assertThat(firesAt(always(above), 11, 12, 9, 11)).containsExactly(0L, 3L);
    Rule once = new Rule(above, Repeat.ONCE, 0, OptionalLong.empty());
    assertThat(firesAt(once, 11, 9, 11)).containsExactly(0L);
    Rule cooling = new Rule(above, Repeat.ALWAYS, 3_000, OptionalLong.empty());
    assertThat(firesAt(cooling, 11, 9, 11, 9, 11)).containsExactly(0L, 4L);
    Rule expiring = new Rule(above, Repeat.ALWAYS, 0, OptionalLong.of(START + 2 * SECOND));
    assertThat(firesAt(expiring, 11, 9, 11)).containsExactly(0L);
  }

  @Test
  void whatWasToldBeforeARestartIsNotToldAgain() {
    RuleRun run = new RuleRun(always(new Condition.Above(LAST, 10)), CATALOG);
    run.resume(START);
    assertThat(run.take(new Update.Traded(START + SECOND, 11))).isEmpty();
    assertThat(run.take(new Update.Traded(START + 2 * SECOND, 9))).isEmpty();
    assertThat(run.take(new Update.Traded(START + 3 * SECOND, 12))).hasValue(12);
  }

  @Test
  void anIndicatorOfBarsIsTheCataloguesOwnNumber() {
    Indicator sma = CATALOG.find("sma").orElseThrow();
    Arguments three = Arguments.of(sma.spec(), Map.of("period", 3.0));
    Reading mean = new Reading.OfIndicator("sma", three, "values", Interval.MINUTE);
    RuleRun run = new RuleRun(always(new Condition.Above(mean, 2.5)), CATALOG);
    double[] closes = {1, 2, 3, 4, 5};
    List<Double> told = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      run.take(new Update.Finished(START + i * 60 * SECOND, Interval.MINUTE, 1, 9, 1, closes[i], 7))
          .ifPresent(told::add);
      assertThat(run.take(new Update.Finished(START, Interval.HOUR, 1, 9, 1, 99, 7))).isEmpty();
    }
    assertThat(told).containsExactly(3.0);
  }

  @Test
  void anUpdateAllocatesNextToNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Condition condition =
        new Condition.All(
            List.of(
                new Condition.Changes(LAST, Direction.EITHER, 1e5, 60_000),
                new Condition.Often(new Condition.Above(LAST, 1e6), 3, 100, 60_000),
                new Condition.Sequence(
                    List.of(new Condition.Above(LAST, 1e6), new Condition.Below(LAST, 0)), 5_000)));
    RuleRun run = new RuleRun(always(condition), CATALOG);
    Update[] updates = new Update[2_000];
    for (int i = 0; i < updates.length; i++) {
      updates[i] = new Update.Traded(START + i * SECOND, 100 + i % 7);
    }
    for (int i = 0; i < 1_000; i++) {
      run.take(updates[i]);
    }
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    for (int i = 1_000; i < updates.length; i++) {
      run.take(updates[i]);
    }
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    assertThat(after - before).isLessThan(8_000);
  }
}
