package io.ratel.quant.rate.date;

import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.time.LocalDate;
import java.util.Optional;

/** {@code rates/day-count}. */
final class DayCountFunction {
  record Question(
      @Argument("The day count, by any of its usual names: " + DayCount.LISTED + ".")
          String convention,
      @Argument("The first day.") LocalDate from,
      @Argument("The last day, which is not counted itself.") LocalDate to,
      @Argument("The start of the regular coupon period, for act/act-icma and act/365l.")
          Optional<LocalDate> referenceStart,
      @Argument("The end of the regular coupon period.") Optional<LocalDate> referenceEnd,
      @Argument(
              value = "Coupons per year; told from the coupon period's length when left out.",
              min = 1,
              max = 12)
          Optional<Integer> frequency,
      @Argument("The last day of the contract, for 30e/360-isda.") Optional<LocalDate> termination,
      @Argument("Whose business days are counted, for business/252: " + Calendars.LISTED + ".")
          Optional<String> calendar) {
    Question {
      Dates.within("from", from);
      Dates.within("to", to);
      referenceStart.ifPresent(date -> Dates.within("referenceStart", date));
      referenceEnd.ifPresent(
          date -> {
            Dates.within("referenceEnd", date);
            Dates.inOrder(
                referenceStart.orElse(from), "referenceEnd", date, "the reference's start");
          });
    }

    DayCount dayCount() {
      return DayCount.named("convention", convention);
    }

    Reference reference() {
      LocalDate first = from.isBefore(to) ? from : to;
      LocalDate last = from.isBefore(to) ? to : from;
      LocalDate start = referenceStart.orElse(first);
      return new Reference(
          start,
          referenceEnd.orElse(last.isAfter(start) ? last : start.plusYears(1)),
          frequency.orElse(0),
          termination,
          calendar);
    }
  }

  record Answer(
      @Result(value = "The days that the convention counts.", unit = "days") long days,
      @Result(value = "The time between the dates.", unit = "years") double years) {}

  private DayCountFunction() {}

  static Answer compute(Question asked) {
    DayCount dayCount = asked.dayCount();
    Reference reference = asked.reference();
    return new Answer(
        dayCount.days(asked.from(), asked.to(), reference),
        dayCount.years(asked.from(), asked.to(), reference));
  }

  static QuantFunction<?, ?> function() {
    return QuantFunction.of(
            "rates", "day-count", "Time between two dates", Question.class, Answer.class)
        .formula("days counted / days of the convention's year")
        .convention(
            "Dates turned around give a negative time. Act/act-icma without a reference period"
                + " takes the dates themselves as one coupon period. 30/360-isda is the 30e/360"
                + " (ISDA) of 2006, not its bond basis: without a termination date every last day"
                + " of February counts as the 30th.")
        .chosen(asked -> "Day count " + asked.dayCount().label() + ".")
        .reference(
            "2006 ISDA Definitions, section 4.16; ISDA, EMU and Market Conventions (1998); ICMA"
                + " rule 251")
        .example(
            "ISDA, 30/360 day count conventions, worked examples (2008)",
            "{\"convention\":\"30e/360-isda\",\"from\":\"2011-08-31\",\"to\":\"2012-02-29\","
                + "\"termination\":\"2012-02-29\"}",
            "{\"days\":179}")
        .computes(DayCountFunction::compute);
  }
}
