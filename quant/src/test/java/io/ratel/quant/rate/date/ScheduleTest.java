package io.ratel.quant.rate.date;

import static org.assertj.core.api.Assertions.assertThat;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.basics.schedule.SchedulePeriod;
import com.opengamma.strata.basics.schedule.StubConvention;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static Schedule schedule(
      String start, String end, StubRule rule, boolean endOfMonth, String first, String last) {
    return new Schedule(
        LocalDate.parse(start),
        LocalDate.parse(end),
        6,
        rule,
        endOfMonth,
        Optional.of(first).filter(d -> !d.isEmpty()).map(LocalDate::parse),
        Optional.of(last).filter(d -> !d.isEmpty()).map(LocalDate::parse));
  }

  private static List<String> dates(Schedule schedule) {
    return schedule.dates().stream().map(LocalDate::toString).toList();
  }

  @Test
  void theOddPeriodIsAtTheEndThatIsNotCountedFrom() {
    String start = "2023-11-15";
    String end = "2025-02-15";
    assertThat(dates(schedule(start, end, StubRule.BACKWARD, false, "", "")))
        .containsExactly(start, "2024-02-15", "2024-08-15", end);
    assertThat(dates(schedule(start, end, StubRule.FORWARD, false, "", "")))
        .containsExactly(start, "2024-05-15", "2024-11-15", end);
    assertThat(dates(schedule(start, end, StubRule.BACKWARD, false, "2024-08-15", "")))
        .containsExactly(start, "2024-08-15", end);
    assertThat(dates(schedule(start, end, StubRule.FORWARD, false, "", "2024-05-15")))
        .containsExactly(start, "2024-05-15", end);
  }

  @Test
  void lastDaysStayLastDaysWhereTheyAreToAndAreNotClippedOneAfterAnother() {
    assertThat(dates(schedule("2004-08-31", "2006-02-28", StubRule.BACKWARD, true, "", "")))
        .containsExactly("2004-08-31", "2005-02-28", "2005-08-31", "2006-02-28");
    assertThat(dates(schedule("2004-08-31", "2006-02-28", StubRule.FORWARD, false, "", "")))
        .containsExactly("2004-08-31", "2005-02-28", "2005-08-31", "2006-02-28");
    assertThat(dates(schedule("2004-08-31", "2006-02-28", StubRule.BACKWARD, false, "", "")))
        .containsExactly("2004-08-31", "2005-02-28", "2005-08-28", "2006-02-28");
  }

  @Property(tries = 300)
  void periodsAreStratas(
      @ForAll @IntRange(max = 5_000) int start,
      @ForAll @IntRange(min = 200, max = 6_000) int length,
      @ForAll StubRule rule,
      @ForAll @IntRange(max = 3) int step) {
    LocalDate first = LocalDate.of(2005, 1, 1).plusDays(start);
    LocalDate last = first.plusDays(length);
    int months = new int[] {1, 3, 6, 12}[step];
    boolean backward = rule == StubRule.BACKWARD;
    List<SchedulePeriod> theirs =
        PeriodicSchedule.builder()
            .startDate(first)
            .endDate(last)
            .frequency(Frequency.ofMonths(months))
            .businessDayAdjustment(
                BusinessDayAdjustment.of(
                    BusinessDayConventions.MODIFIED_FOLLOWING, HolidayCalendarIds.USGS))
            .stubConvention(backward ? StubConvention.SHORT_INITIAL : StubConvention.SHORT_FINAL)
            .rollConvention(RollConventions.NONE)
            .build()
            .createSchedule(ReferenceData.standard(), true)
            .getPeriods();
    List<CouponPeriod> ours =
        new Schedule(first, last, months, rule, false, Optional.empty(), Optional.empty())
                .periods(
                    Calendars.named("calendar", "USGS"),
                    Roll.MODIFIED_FOLLOWING,
                    Roll.MODIFIED_FOLLOWING)
                .stream()
                .filter(period -> period.start().isBefore(period.end()))
                .toList();
    int anchor = (backward ? last : first).getDayOfMonth();
    if (anchor <= 28) { // later days Strata clips one after another, as QuantLib does not
      assertThat(ours.stream().map(period -> period.start() + " " + period.end()))
          .containsExactlyElementsOf(
              theirs.stream().map(p -> p.getStartDate() + " " + p.getEndDate()).toList());
    }
  }
}
