package io.ratel.exchange.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.instrument.TradingState;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class TradingCalendarTest {
  private static final TradingState[] STATES = TradingState.values();

  private static long ns(String utc) {
    return ns(LocalDateTime.parse(utc));
  }

  private static long ns(LocalDateTime utc) {
    return Math.multiplyExact(utc.toEpochSecond(ZoneOffset.UTC), 1_000_000_000L);
  }

  private static int minute(DayOfWeek day, int hour, int minute) {
    return ((day.getValue() - 1) * 24 + hour) * 60 + minute;
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  /** Monday to Friday from 08:00 to 16:30, and an auction before; Good Friday of 2026 is closed. */
  private static TradingCalendar exchangeHours() {
    int[] minutes = new int[15];
    TradingState[] states = new TradingState[15];
    for (int i = 0; i < 5; i++) {
      DayOfWeek day = DayOfWeek.of(i + 1);
      minutes[3 * i] = minute(day, 7, 50);
      states[3 * i] = TradingState.AUCTION;
      minutes[3 * i + 1] = minute(day, 8, 0);
      states[3 * i + 1] = TradingState.OPEN;
      minutes[3 * i + 2] = minute(day, 16, 30);
      states[3 * i + 2] = TradingState.CLOSED;
    }
    return TradingCalendar.of(minutes, states, new int[] {day("2026-04-03")});
  }

  @Test
  void aWeekOfAnExchange() {
    TradingCalendar calendar = exchangeHours();
    assertThat(calendar.stateAt(ns("2026-04-01T07:55:00"))).isEqualTo(TradingState.AUCTION);
    assertThat(calendar.stateAt(ns("2026-04-01T08:00:00"))).isEqualTo(TradingState.OPEN);
    assertThat(calendar.stateAt(ns("2026-04-01T16:30:00") - 1)).isEqualTo(TradingState.OPEN);
    assertThat(calendar.stateAt(ns("2026-04-05T12:00:00"))).isEqualTo(TradingState.CLOSED);
    assertThat(calendar.endOfDay(ns("2026-04-01T09:00:00"))).isEqualTo(ns("2026-04-01T16:30:00"));
    assertThat(calendar.stateAt(ns("2026-04-03T12:00:00"))).isEqualTo(TradingState.CLOSED);
    assertThat(calendar.nextChangeAfter(ns("2026-04-02T16:30:00")))
        .as("over Good Friday and the weekend")
        .isEqualTo(ns("2026-04-06T07:50:00"));
  }

  @Test
  void withoutACalendarTheDayEndsAtMidnightAndNothingChanges() {
    TradingCalendar always = TradingCalendar.ALWAYS_OPEN;
    assertThat(always.stateAt(ns("2026-04-01T08:00:00"))).isEqualTo(TradingState.OPEN);
    assertThat(always.nextChangeAfter(ns("2026-04-01T08:00:00"))).isEqualTo(Long.MAX_VALUE);
    assertThat(always.endOfDay(ns("2026-04-01T00:00:00"))).isEqualTo(ns("2026-04-02T00:00:00"));
    assertThat(always.endOfDay(ns("2026-12-31T23:59:59"))).isEqualTo(ns("2027-01-01T00:00:00"));
    assertThat(always.endOfDay(Long.MAX_VALUE - 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(exchangeHours().endOfDay(Long.MAX_VALUE - 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatCannotBeIsNamed() {
    TradingState[] one = {TradingState.OPEN};
    assertThatThrownBy(() -> TradingCalendar.of(new int[] {10_080}, one, new int[0]))
        .hasMessageContaining("10080");
    assertThatThrownBy(() -> TradingCalendar.of(new int[0], one, new int[0]))
        .hasMessageContaining("0 minutes, 1 states");
    assertThatThrownBy(() -> TradingCalendar.of(new int[0], new TradingState[0], new int[] {7, 7}))
        .hasMessageContaining("was 7");
    assertThatThrownBy(() -> TradingCalendar.of(new int[0], new TradingState[0], new int[] {-3}))
        .hasMessageContaining("was -3");
  }

  /** The state by fields of the date: the last transition back from this minute of this week. */
  private static TradingState walked(TradingCalendar calendar, LocalDateTime at) {
    for (int i = 0; i < calendar.closedDays(); i++) {
      if (at.toLocalDate().equals(LocalDate.ofEpochDay(calendar.closedDay(i)))) {
        return TradingState.CLOSED;
      }
    }
    if (calendar.transitions() == 0) {
      return TradingState.OPEN;
    }
    int now = minute(at.getDayOfWeek(), at.getHour(), at.getMinute());
    TradingState state = calendar.state(calendar.transitions() - 1);
    for (int i = 0; i < calendar.transitions() && calendar.minute(i) <= now; i++) {
      state = calendar.state(i);
    }
    return state;
  }

  private static TradingCalendar random(Random random, LocalDate around) {
    int[] minutes =
        random
            .ints(0, TradingCalendar.MINUTES_OF_WEEK)
            .distinct()
            .limit(random.nextInt(9))
            .sorted()
            .toArray();
    TradingState[] states = new TradingState[minutes.length];
    Arrays.setAll(states, i -> STATES[random.nextInt(STATES.length)]);
    int first = (int) around.toEpochDay();
    int[] days =
        random.ints(first - 3, first + 20).limit(random.nextInt(6)).sorted().distinct().toArray();
    return TradingCalendar.of(minutes, states, days);
  }

  @Property(tries = 300)
  void itAgreesWithAWalkFromMinuteToMinute(@ForAll long seed) {
    Random random = new Random(seed);
    LocalDateTime start =
        LocalDateTime.ofInstant(
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L)), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES);
    TradingCalendar calendar = random(random, start.toLocalDate());
    long startNs = ns(start);
    long inside = startNs + random.nextLong(60_000_000_000L);
    TradingState before = walked(calendar, start);
    assertThat(calendar.stateAt(inside)).isEqualTo(before);
    long change = Long.MAX_VALUE;
    long close = Long.MAX_VALUE;
    LocalDateTime end = start.plusDays(40);
    for (LocalDateTime at = start.plusMinutes(1); at.isBefore(end); at = at.plusMinutes(1)) {
      TradingState state = walked(calendar, at);
      if (state != before && change == Long.MAX_VALUE) {
        change = ns(at);
      }
      if (state != before && state == TradingState.CLOSED) {
        close = ns(at);
        break;
      }
      before = state;
    }
    assertThat(calendar.nextChangeAfter(inside)).isEqualTo(change);
    boolean closes = false;
    boolean differs = false;
    for (int i = 0; i < calendar.transitions(); i++) {
      closes |= calendar.state(i) == TradingState.CLOSED;
      differs |= calendar.state(i) != calendar.state(0);
    }
    assertThat(calendar.endOfDay(inside))
        .isEqualTo(closes && differs ? close : ns(start.toLocalDate().plusDays(1).atStartOfDay()));
    assertThatItIsReadBack(calendar);
  }

  private static void assertThatItIsReadBack(TradingCalendar calendar) {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    SnapshotWriter out = new SnapshotWriter(buffer);
    calendar.write(out);
    ExpandableArrayBuffer second = new ExpandableArrayBuffer();
    SnapshotWriter again = new SnapshotWriter(second);
    TradingCalendar.read(new SnapshotReader(buffer, 0, out.length())).write(again);
    assertThat(again.length()).isEqualTo(out.length());
    assertThat(second.byteArray()).isEqualTo(buffer.byteArray());
  }
}
