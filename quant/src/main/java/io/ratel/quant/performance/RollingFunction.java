package io.ratel.quant.performance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.function.Progress;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import io.ratel.quant.statistic.Missing;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.Pairs;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.Arrays;
import java.util.Optional;

/** Figures over a window that moves with time. */
final class RollingFunction {
  private static final double MOST_WORK = 2e9;

  private RollingFunction() {}

  record Question(
      @Argument(
              value = "Returns of equal periods, in the order of time; null where one is missing.",
              min = -1,
              missing = true,
              most = 200_000)
          double[] returns,
      @Argument(
              value = "The benchmark's returns of the same periods.",
              min = -1,
              missing = true,
              most = 200_000)
          Optional<double[]> benchmark,
      @Argument(value = "How many periods a window has.", min = 2, max = 100_000, preset = "63")
          int window,
      @Argument(
              value = "How many periods a year has: 252 days, 52 weeks, 12 months.",
              above = 0,
              max = 1e6,
              preset = "252")
          double periodsPerYear,
      @Argument(
              value = "The riskless return of a period.",
              unit = "per period",
              above = -1,
              preset = "0")
          double riskFree) {
    Question {
      benchmark.ifPresent(
          series -> {
            if (series.length != returns.length) {
              throw new InvalidArgumentException(
                  "benchmark",
                  series.length + " numbers",
                  "must be as long as returns, " + returns.length);
            }
          });
      if (window > returns.length || (double) window * returns.length > MOST_WORK) {
        throw new InvalidArgumentException(
            "window",
            Integer.toString(window),
            "must not be more than returns, nor more than 2,000,000,000 over their number");
      }
    }
  }

  record Answer(
      @Result(value = "The compounded return, as a yearly one.", unit = "per year")
          double[] annualReturn,
      @Result(value = "The deviation by n − 1, yearly.", unit = "per year")
          double[] annualVolatility,
      @Result(value = "The Sharpe ratio, yearly.", unit = "per root of a year")
          double[] annualSharpe,
      @Result(value = "The deepest drawdown within the window, negative.", unit = "return")
          double[] maxDrawdown,
      @Result("The slope on the benchmark; nulls without one.") double[] beta,
      @Result("The correlation with the benchmark; nulls without one.") double[] correlation,
      @Result("The figures of the last window.") Window latest) {}

  record Window(
      @Result(value = "The compounded return, as a yearly one.", unit = "per year")
          double annualReturn,
      @Result(value = "The deviation by n − 1, yearly.", unit = "per year") double annualVolatility,
      @Result(value = "The Sharpe ratio, yearly.", unit = "per root of a year") double annualSharpe,
      @Result(value = "The deepest drawdown, negative.", unit = "return") double maxDrawdown,
      @Result("The slope on the benchmark; null without one.") double beta,
      @Result("The correlation with the benchmark; null without one.") double correlation) {}

  static QuantFunction<Question, Answer> function() {
    return QuantFunction.of("risk", "rolling", "Rolling figures", Question.class, Answer.class)
        .formula("each figure of the window's returns that end with the period")
        .convention(
            "As long as the returns, null until a window is full; a missing return is left out of"
                + " its windows. Squares are divided by n − 1.")
        .reference(
            "C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 4")
        .example(
            "C. Bacon (2008): a window of all 24 months is the whole",
            "{\"returns\":"
                + PublishedReturns.BACON_PORTFOLIO
                + ",\"benchmark\":"
                + PublishedReturns.BACON_BENCHMARK
                + ",\"window\":24,\"periodsPerYear\":12}",
            "{\"latest\":{\"annualReturn\":0.10367829,\"annualVolatility\":0.13700016,"
                + "\"maxDrawdown\":-0.14467296,\"beta\":0.9988502}}")
        .computes(RollingFunction::answer);
  }

  private static Answer answer(Question given, Progress progress) {
    int n = given.returns().length;
    double[][] figures = new double[6][n];
    for (double[] row : figures) {
      Arrays.fill(row, Double.NaN);
    }
    int step = Math.max(1, 100_000 / given.window());
    for (int end = given.window() - 1; end < n; end++) {
      if (end % step == 0) {
        progress.done((double) end / n);
      }
      int start = end - given.window() + 1;
      double[] whole = Arrays.copyOfRange(given.returns(), start, end + 1);
      double[] returns = Missing.dropped(whole);
      double root = Math.sqrt(given.periodsPerYear());
      double deviation = Moments.deviation(returns);
      figures[0][end] = Growth.annual(whole, given.periodsPerYear());
      figures[1][end] = deviation * root;
      figures[2][end] =
          deviation > 0
              ? (Moments.mean(returns) - given.riskFree()) / deviation * root
              : Double.NaN;
      figures[3][end] = Drawdowns.deepest(Drawdowns.path(returns));
      if (given.benchmark().isPresent()) {
        double[][] both =
            Missing.pairs(whole, Arrays.copyOfRange(given.benchmark().get(), start, end + 1));
        figures[4][end] = Pairs.slope(both[1], both[0]);
        figures[5][end] = Pairs.correlation(both[0], both[1]);
      }
    }
    int last = n - 1;
    return new Answer(
        figures[0],
        figures[1],
        figures[2],
        figures[3],
        figures[4],
        figures[5],
        new Window(
            figures[0][last],
            figures[1][last],
            figures[2][last],
            figures[3][last],
            figures[4][last],
            figures[5][last]));
  }
}
