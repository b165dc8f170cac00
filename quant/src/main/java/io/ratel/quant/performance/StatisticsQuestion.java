package io.ratel.quant.performance;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.quant.function.Argument;
import io.ratel.quant.statistic.Missing;
import java.util.Optional;

/** Returns, and what they are measured against. */
public record StatisticsQuestion(
    @Argument(
            value = "Returns of equal periods, in the order of time; null where one is missing.",
            min = -1,
            missing = true)
        double[] returns,
    @Argument(value = "The benchmark's returns of the same periods.", min = -1, missing = true)
        Optional<double[]> benchmark,
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
        double riskFree,
    @Argument(
            value = "The riskless returns of the same periods, instead of one for all.",
            above = -1,
            missing = true)
        Optional<double[]> riskFreeReturns,
    @Argument(
            value = "The least return that is acceptable.",
            unit = "per period",
            min = -1,
            preset = "0")
        double mar,
    @Argument(
            value = "The return that omega is about; left out, the acceptable one.",
            unit = "per year",
            above = -1)
        Optional<Double> requiredReturn,
    @Argument(
            value = "Of value at risk and shortfall.",
            unit = "probability",
            above = 0.5,
            below = 1,
            preset = "0.95")
        double confidence,
    @Argument(value = "The order of kappa.", above = 0, max = 100, preset = "3") double kappaOrder,
    @Argument(
            value = "What Sterling's ratio adds to the deepest drawdown.",
            min = 0,
            max = 10,
            preset = "0.1")
        double sterlingExcess,
    @Argument(
            value = "The Sharpe ratio that the probabilistic one is against.",
            unit = "per period",
            preset = "0")
        double referenceSharpe) {
  public StatisticsQuestion {
    benchmark.ifPresent(series -> alongside("benchmark", series, returns));
    riskFreeReturns.ifPresent(series -> alongside("riskFreeReturns", series, returns));
    if (Missing.present(returns) == 0) {
      throw new InvalidArgumentException("returns", "only nulls", "must have a number");
    }
  }

  private static void alongside(String field, double[] series, double[] returns) {
    if (series.length != returns.length) {
      throw new InvalidArgumentException(
          field, series.length + " numbers", "must be as long as returns, " + returns.length);
    }
  }

  /** Returns less the riskless ones, missing where either is. */
  double[] excess(double[] series) {
    double[] excess = new double[series.length];
    for (int i = 0; i < series.length; i++) {
      excess[i] = series[i] - (riskFreeReturns.isPresent() ? riskFreeReturns.get()[i] : riskFree);
    }
    return excess;
  }

  /** The riskless return of a year. */
  double riskFreeYear() {
    return riskFreeReturns.isPresent()
        ? Growth.annual(riskFreeReturns.get(), periodsPerYear)
        : Growth.compounded(riskFree, periodsPerYear);
  }

  /** Omega's level, of a period. */
  double required() {
    return requiredReturn.map(year -> Growth.compounded(year, 1 / periodsPerYear)).orElse(mar);
  }
}
