package io.ratel.exchange.margin;

import static io.ratel.exchange.margin.MarginSchedule.UNBOUNDED;
import static io.ratel.model.account.MarginModel.LEVERAGED;
import static io.ratel.model.account.MarginModel.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginScheduleTest {
  /** NautilusTrader, test_margin_models.py: 3 % and leverage 50, in cents. */
  @ParameterizedTest
  @CsvSource({
    "80_000_00, 2_400_00, 48_00", // 100,000 AUD/USD at 0.80
    "1_000_000_00, 30_000_00, 600_00", // 1,000,000 AUD/USD at 1.00
    "110_000_00, 3_300_00, 66_00" // 100,000 EUR/USD at 1.10
  })
  void theCasesOfNautilusTrader(String notional, String standard, String leveraged) {
    MarginSchedule schedule = MarginSchedule.flat(30_000, 30_000);
    assertThat(schedule.initial(cents(notional), STANDARD, 50)).isEqualTo(cents(standard));
    assertThat(schedule.maintenance(cents(notional), STANDARD, 50)).isEqualTo(cents(standard));
    assertThat(schedule.initial(cents(notional), LEVERAGED, 50)).isEqualTo(cents(leveraged));
    assertThat(schedule.maintenance(cents(notional), LEVERAGED, 50)).isEqualTo(cents(leveraged));
  }

  private static long cents(String grouped) {
    return Long.parseLong(grouped.replace("_", ""));
  }

  @Test
  void eachSliceIsChargedAtItsOwnRate() {
    MarginSchedule schedule =
        new MarginSchedule(
            List.of(
                new Bracket(1_000, 10_000, 5_000),
                new Bracket(5_000, 50_000, 25_000),
                new Bracket(UNBOUNDED, 200_000, 100_000)));
    assertThat(schedule.initial(1_000, STANDARD, 1)).isEqualTo(10);
    assertThat(schedule.initial(5_000, STANDARD, 1)).isEqualTo(10 + 200);
    assertThat(schedule.initial(6_000, STANDARD, 1)).isEqualTo(10 + 200 + 200);
    assertThat(schedule.maintenance(6_000, STANDARD, 1)).isEqualTo(5 + 100 + 100);
  }

  /** Unit by unit: each costs the rate of the bracket it is in. */
  @Property(tries = 200)
  void marginIsTheSumOverEveryUnitOfTheNotional(@ForAll long seed) {
    MarginSchedule schedule = schedule(new Random(seed), 300);
    long initial = 0;
    long maintenance = 0;
    int bracket = 0;
    for (long unit = 1; unit <= 1_000; unit++) {
      if (unit > schedule.brackets().get(bracket).upToNotional()) {
        bracket++;
      }
      initial += schedule.brackets().get(bracket).initialPpm();
      maintenance += schedule.brackets().get(bracket).maintenancePpm();
      assertThat(schedule.initial(unit, STANDARD, 1)).isEqualTo(millionthsUp(initial));
      assertThat(schedule.maintenance(unit, STANDARD, 1)).isEqualTo(millionthsUp(maintenance));
    }
  }

  private static long millionthsUp(long millionths) {
    return BigDecimal.valueOf(millionths, 6).setScale(0, RoundingMode.UP).longValueExact();
  }

  @Property(tries = 1_000)
  void marginNeitherFallsNorLeapsNorExceedsTheNotional(
      @ForAll long seed,
      @ForAll @LongRange(min = 1, max = UNBOUNDED) long notional,
      @ForAll @LongRange(min = 1, max = 200) long leverage) {
    MarginSchedule schedule = schedule(new Random(seed), UNBOUNDED);
    for (long at : List.of(notional, schedule.brackets().getFirst().upToNotional())) {
      long here = schedule.initial(at, LEVERAGED, leverage);
      assertThat(here - schedule.initial(at - 1, LEVERAGED, leverage)).isBetween(0L, 1L);
      assertThat(here).isBetween(schedule.maintenance(at, LEVERAGED, leverage), at);
      assertThat(schedule.initial(at, STANDARD, leverage)).isBetween(here, at);
    }
  }

  /** In big decimals: the notional divided, each slice at its rate, rounded up at the end. */
  @Property(tries = 1_000)
  void largeNotionalsAreExact(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = UNBOUNDED) long notional,
      @ForAll @LongRange(min = 1, max = 200) long leverage) {
    MarginSchedule schedule = schedule(new Random(seed), UNBOUNDED);
    BigDecimal charged =
        BigDecimal.valueOf(notional).divide(BigDecimal.valueOf(leverage), 0, RoundingMode.UP);
    BigDecimal margin = BigDecimal.ZERO;
    BigDecimal from = BigDecimal.ZERO;
    for (Bracket bracket : schedule.brackets()) {
      BigDecimal to = charged.min(BigDecimal.valueOf(bracket.upToNotional()));
      BigDecimal slice = to.subtract(from).max(BigDecimal.ZERO);
      margin = margin.add(slice.multiply(BigDecimal.valueOf(bracket.initialPpm(), 6)));
      from = from.max(to);
    }
    assertThat(schedule.initial(notional, LEVERAGED, leverage))
        .isEqualTo(margin.setScale(0, RoundingMode.UP).longValueExact());
  }

  private static MarginSchedule schedule(Random random, long below) {
    List<Long> ends = new ArrayList<>(List.of(UNBOUNDED));
    for (int i = random.nextInt(MarginSchedule.MAX_BRACKETS); i > 0; i--) {
      long end = 1 + random.nextLong(below - 1);
      if (!ends.contains(end)) {
        ends.add(end);
      }
    }
    Collections.sort(ends);
    List<Bracket> brackets = new ArrayList<>();
    for (long end : ends) {
      int initial = 1 + random.nextInt(1_000_000);
      brackets.add(new Bracket(end, initial, 1 + random.nextInt(initial)));
    }
    return new MarginSchedule(brackets);
  }

  @Test
  void withoutAScheduleEverythingIsPaidInFull() {
    assertThat(MarginSchedule.NONE.initial(12_345, STANDARD, 1)).isEqualTo(12_345);
    assertThat(MarginSchedule.NONE.initial(12_345, LEVERAGED, 50)).isEqualTo(12_345);
    assertThat(MarginSchedule.NONE.maintenance(12_345, LEVERAGED, 50)).isEqualTo(12_345);
  }

  @Test
  void aLeverageThatCountsIsPositive() {
    MarginSchedule schedule = MarginSchedule.flat(30_000, 30_000);
    assertThatThrownBy(() -> schedule.initial(1, LEVERAGED, 0)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> schedule.maintenance(1, LEVERAGED, -5)).hasMessageContaining("was -5");
    assertThat(schedule.initial(100, STANDARD, 0)).isEqualTo(3);
    assertThatThrownBy(() -> schedule.initial(-7, STANDARD, 1)).hasMessageContaining("was -7");
  }

  @Test
  void whatIsNoScheduleIsRefusedWithTheValue() {
    assertThatThrownBy(() -> MarginSchedule.flat(0, 0)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> MarginSchedule.flat(1_000_001, 1)).hasMessageContaining("1000001");
    assertThatThrownBy(() -> MarginSchedule.flat(5, 6)).hasMessageContaining("was 6");
    assertThatThrownBy(() -> new Bracket(-3, 1, 1)).hasMessageContaining("was -3");
    assertThatThrownBy(() -> new MarginSchedule(List.of(new Bracket(77, 2, 1))))
        .hasMessageContaining("was 77");
    Bracket last = new Bracket(UNBOUNDED, 2, 1);
    assertThatThrownBy(() -> new MarginSchedule(List.of(new Bracket(9, 2, 1), last, last)))
        .hasMessageContaining("must rise");
    assertThatThrownBy(() -> new MarginSchedule(Collections.nCopies(9, last)))
        .hasMessageContaining("were 9");
  }

  @Property(tries = 50)
  void aSnapshotGivesItBack(@ForAll long seed) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    MarginSchedule schedule = schedule(new Random(seed), UNBOUNDED);
    schedule.write(out);
    MarginSchedule.NONE.write(out);
    SnapshotReader in = new SnapshotReader(buffer, 0, out.length());
    assertThat(MarginSchedule.read(in)).isEqualTo(schedule);
    assertThat(MarginSchedule.read(in)).isEqualTo(MarginSchedule.NONE);
  }
}
