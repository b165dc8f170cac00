package io.ratel.quant.performance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Returns by month and year. */
final class CalendarFunction {
  private static final int MONTHS = 12;

  private CalendarFunction() {}

  record Question(
      @Argument(
              value = "Returns in the order of time; null is no change.",
              min = -1,
              missing = true)
          double[] returns,
      @Argument("The last day of each return, ascending.") List<LocalDate> dates) {
    Question {
      DrawdownsFunction.alongside(dates.size(), returns.length);
      for (int i = 1; i < dates.size(); i++) {
        if (!dates.get(i).isAfter(dates.get(i - 1))) {
          throw new InvalidArgumentException(
              "dates[" + i + "]",
              dates.get(i).toString(),
              "must be after the one before, " + dates.get(i - 1));
        }
      }
    }
  }

  record Year(
      @Result("The year.") int year,
      @Result("The return of each month from January; null of one without returns.")
          double[] months,
      @Result("The return of the year, of what there is of it.") double total) {}

  record Answer(
      @Result("Each year in which there are returns.") List<Year> years,
      @Result("The mean return of each month of the year, from January.") double[] averages,
      @Result("The part of months above 0.") double winRate,
      @Result("The best month's return.") double best,
      @Result("The worst month's return.") double worst) {}

  static QuantFunction<Question, Answer> function() {
    return QuantFunction.of(
            "risk", "monthly-returns", "Returns by month and year", Question.class, Answer.class)
        .formula("Π(1 + return) − 1 over the returns whose day is in the month, or the year")
        .convention("Compounded; a return belongs to the month of its last day.")
        .reference(
            "C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 3")
        .example(
            "empyrical, test_stats.py: weekly returns from 30 January 2000 by month and year",
            "{\"returns\":[0,0.01,0.1,-0.04,0.02,0.03,0.02,0.01,-0.1],\"dates\":[\"2000-01-30\","
                + "\"2000-02-06\",\"2000-02-13\",\"2000-02-20\",\"2000-02-27\",\"2000-03-05\","
                + "\"2000-03-12\",\"2000-03-19\",\"2000-03-26\"]}",
            "{\"best\":0.08789120,\"worst\":-0.04500460}")
        .computes(CalendarFunction::answer);
  }

  private static Answer answer(Question given) {
    List<Year> years = new ArrayList<>();
    double[] sums = new double[MONTHS];
    int[] counts = new int[MONTHS];
    List<Double> months = new ArrayList<>();
    int from = 0;
    while (from < given.returns().length) {
      int year = given.dates().get(from).getYear();
      double[] row = new double[MONTHS];
      Arrays.fill(row, Double.NaN);
      int to = from;
      while (to < given.returns().length && given.dates().get(to).getYear() == year) {
        int month = given.dates().get(to).getMonthValue() - 1;
        double known = Double.isNaN(row[month]) ? 0 : row[month];
        double next = given.returns()[to];
        row[month] = (1 + known) * (1 + (Double.isNaN(next) ? 0 : next)) - 1;
        to++;
      }
      for (int month = 0; month < MONTHS; month++) {
        if (!Double.isNaN(row[month])) {
          sums[month] += row[month];
          counts[month]++;
          months.add(row[month]);
        }
      }
      years.add(
          new Year(year, row, Growth.cumulative(Arrays.copyOfRange(given.returns(), from, to))));
      from = to;
    }
    double[] averages = new double[MONTHS];
    Arrays.setAll(averages, month -> sums[month] / counts[month]);
    long winning = months.stream().filter(each -> each > 0).count();
    return new Answer(
        years,
        averages,
        (double) winning / months.size(),
        months.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
        months.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN));
  }
}
