package io.ratel.quant.rate.date;

import com.opengamma.strata.basics.date.HolidayCalendar;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code rates/calendar}. */
final class CalendarFunction {
  private static final int MOST_HOLIDAYS_YEARS = 60;

  record Question(
      @Argument("The day.") LocalDate date,
      @Argument("The calendar of holidays: " + Calendars.LISTED + ".") String calendar,
      @Argument(value = "Where the date goes from a holiday.", preset = "following")
          Roll convention,
      @Argument(
              value = "Business days to go from the date, backward when negative.",
              min = -10_000,
              max = 10_000,
              preset = "0")
          int businessDays,
      @Argument("Until when holidays and business days are counted.") Optional<LocalDate> to) {
    Question {
      known("date", date);
      to.ifPresent(
          last -> {
            known("to", last);
            if (last.isBefore(date) || last.isAfter(date.plusYears(MOST_HOLIDAYS_YEARS))) {
              throw new InvalidArgumentException(
                  "to",
                  last.toString(),
                  "must be from the date on, and at most " + MOST_HOLIDAYS_YEARS + " years later");
            }
          });
    }

    private static void known(String field, LocalDate date) {
      if (date.getYear() < Calendars.FIRST_YEAR || date.getYear() > Calendars.LAST_YEAR) {
        throw new InvalidArgumentException(
            field,
            date.toString(),
            "must be of the years "
                + Calendars.FIRST_YEAR
                + " to "
                + Calendars.LAST_YEAR
                + ", of which the holidays are known");
      }
    }
  }

  record Answer(
      @Result("Whether the day is a business day.") boolean businessDay,
      @Result("The day, rolled by the convention.") LocalDate adjusted,
      @Result("The first business day after the day.") LocalDate next,
      @Result("The last business day before the day.") LocalDate previous,
      @Result("The day so many business days on.") LocalDate shifted,
      @Result(
              value = "Business days from the date to the last day, which is not counted.",
              unit = "days")
          int businessDaysBetween,
      @Result("Holidays from the date to the last day, without Saturdays and Sundays.")
          List<String> holidays) {}

  private CalendarFunction() {}

  static Answer compute(Question asked) {
    HolidayCalendar calendar = Calendars.named("calendar", asked.calendar());
    LocalDate date = asked.date();
    LocalDate last = asked.to().orElse(date);
    List<String> holidays =
        Stream.iterate(date, day -> day.isBefore(last), day -> day.plusDays(1))
            .filter(day -> calendar.isHoliday(day) && !weekend(day))
            .map(LocalDate::toString)
            .toList();
    return new Answer(
        calendar.isBusinessDay(date),
        asked.convention().rolled(date, calendar),
        calendar.next(date),
        calendar.previous(date),
        calendar.shift(date, asked.businessDays()),
        calendar.daysBetween(date, last),
        holidays);
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "rates", "calendar", "Business days and holidays", Question.class, Answer.class)
        .formula("adjusted = the date itself on a business day, else where the convention sends it")
        .convention(
            "Weekends are holidays. Zero business days from a holiday go to the next business day."
                + " One-off closings are known as far as the calendar's publisher listed them.")
        .chosen(asked -> "Convention " + asked.convention().label() + ".")
        .reference(
            "2006 ISDA Definitions, section 4.12; holiday calendars of OpenGamma Strata 2.12, built"
                + " from the rules of the markets")
        .example(
            "QuantLib, test-suite/bonds.cpp, testCachedZero: a bond of 30 November 2008 pays on 28"
                + " November",
            "{\"date\":\"2008-11-30\",\"calendar\":\"USGS\",\"convention\":\"modifiedFollowing\"}",
            "{\"adjusted\":\"2008-11-28\"}")
        .computes(CalendarFunction::compute);
  }
}
