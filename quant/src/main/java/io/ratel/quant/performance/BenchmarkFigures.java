package io.ratel.quant.performance;

import io.ratel.quant.statistic.Missing;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.Pairs;

/** The figures that compare with a benchmark. Periods count where both have a return. */
final class BenchmarkFigures {
  private BenchmarkFigures() {}

  static void add(StatisticsQuestion given, double[] benchmark, Sheet sheet) {
    double[][] both = Missing.pairs(given.returns(), benchmark);
    double[][] excess = Missing.pairs(given.excess(given.returns()), given.excess(benchmark));
    premium(given, benchmark, both, sheet);
    line(given, excess[0], excess[1], sheet);
    risks(given, both, excess, sheet);
    rankings(given, benchmark, sheet);
    captures(given, both[0], both[1], sheet);
  }

  private static void premium(
      StatisticsQuestion given, double[] benchmark, double[][] both, Sheet sheet) {
    double periods = given.periodsPerYear();
    double year = Growth.annual(benchmark, periods);
    sheet.put("benchmarkAnnualReturn", year);
    sheet.put(
        "benchmarkAnnualVolatility",
        Moments.deviation(Missing.dropped(benchmark)) * Math.sqrt(periods));
    double premium = sheet.get("annualReturn") - year;
    double[] active = Pairs.difference(both[0], both[1]);
    double error = Moments.deviation(active) * Math.sqrt(periods);
    sheet.put("activePremium", premium);
    sheet.put("trackingError", error);
    sheet.put("trackingErrorPopulation", Moments.deviationPopulation(active) * Math.sqrt(periods));
    sheet.put("informationRatio", error > 0 ? premium / error : Double.NaN);
    sheet.put("informationRatioArithmetic", Ratios.sharpe(active));
    sheet.put("battingAverage", (double) Moments.countAbove(active, 0) / active.length);
  }

  /** The regression of excess returns: W. Sharpe (1964), M. Jensen (1968), E. Fama (1972). */
  private static void line(StatisticsQuestion given, double[] own, double[] market, Sheet sheet) {
    double periods = given.periodsPerYear();
    double beta = Pairs.slope(market, own);
    double alpha = Moments.mean(own) - beta * Moments.mean(market);
    double riskFree = given.riskFreeYear();
    double year = sheet.get("annualReturn");
    double marketYear = sheet.get("benchmarkAnnualReturn");
    double jensen = year - riskFree - beta * (marketYear - riskFree);
    double correlation = Pairs.correlation(own, market);
    sheet.put("beta", beta);
    sheet.put("alpha", alpha);
    sheet.put("annualAlpha", Growth.compounded(alpha, periods));
    sheet.put("annualAlphaArithmetic", alpha * periods);
    sheet.put("jensenAlpha", jensen);
    sheet.put("epsilon", jensen - alpha);
    sheet.put("correlation", correlation);
    sheet.put("rSquared", correlation * correlation);
    double up = side(own, market, 1);
    double down = side(own, market, -1);
    sheet.put("betaUp", up);
    sheet.put("betaDown", down);
    sheet.put("timingRatio", up / down);
  }

  private static void risks(
      StatisticsQuestion given, double[][] both, double[][] excess, Sheet sheet) {
    double root = Math.sqrt(given.periodsPerYear());
    double beta = sheet.get("beta");
    double jensen = sheet.get("jensenAlpha");
    double[] own = excess[0];
    double[] market = excess[1];
    double[] rest = new double[own.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = own[i] - beta * market[i];
    }
    double systematic = Math.abs(beta) * Moments.deviation(both[1]) * root;
    double specificPopulation = Moments.deviationPopulation(rest) * root;
    double systematicPopulation = Math.abs(beta) * Moments.deviationPopulation(both[1]) * root;
    double specific = Moments.deviation(rest) * root;
    sheet.put("systematicRisk", systematic);
    sheet.put("systematicRiskPopulation", systematicPopulation);
    sheet.put("specificRisk", specific);
    sheet.put("specificRiskPopulation", specificPopulation);
    sheet.put("totalRisk", Math.hypot(systematic, specific));
    sheet.put("totalRiskPopulation", Math.hypot(systematicPopulation, specificPopulation));
    sheet.put("totalRiskMixed", Math.hypot(systematic, specificPopulation));
    sheet.put("appraisal", jensen / specificPopulation);
    sheet.put("modifiedJensen", jensen / beta);
    sheet.put("alternativeJensen", jensen / systematic);
    double fama = Moments.deviation(both[0]) / Moments.deviation(both[1]);
    double spread = sheet.get("benchmarkAnnualReturn") - given.riskFreeYear();
    sheet.put("famaBeta", fama);
    sheet.put("diversification", (fama - beta) * spread);
    sheet.put("netSelectivity", jensen - (fama - beta) * spread);
  }

  private static void rankings(StatisticsQuestion given, double[] benchmark, Sheet sheet) {
    double periods = given.periodsPerYear();
    double riskFree = given.riskFreeYear();
    double year = sheet.get("annualReturn");
    double marketYear = sheet.get("benchmarkAnnualReturn");
    double excessYear = Growth.annual(given.excess(given.returns()), periods);
    sheet.put("treynor", excessYear / sheet.get("beta"));
    sheet.put("modifiedTreynor", excessYear / sheet.get("systematicRisk"));
    double m2 =
        riskFree
            + (year - riskFree)
                / sheet.get("annualVolatility")
                * sheet.get("benchmarkAnnualVolatility");
    sheet.put("m2", m2);
    sheet.put("m2Excess", (1 + m2) / (1 + marketYear) - 1);
    sheet.put("m2ExcessArithmetic", m2 - marketYear);
    double own = sheet.get("downsideDeviation");
    double market = Math.sqrt(Moments.below(Missing.dropped(benchmark), given.mar(), 2));
    sheet.put("m2Sortino", year + sheet.get("sortino") * (market - own) * Math.sqrt(periods));
    sheet.put("omegaExcessReturn", year - 3 * own * market * periods);
  }

  /** C. Bacon (2008), p. 47; 0 of the benchmark is neither up nor down, but for the captures. */
  private static void captures(
      StatisticsQuestion given, double[] own, double[] market, Sheet sheet) {
    double[][] up = new double[2][own.length];
    double[][] down = new double[2][own.length];
    int ups = 0;
    int downs = 0;
    int both = 0;
    int beaten = 0;
    int falling = 0;
    int bothFall = 0;
    int beatenFalling = 0;
    for (int i = 0; i < own.length; i++) {
      if (market[i] > 0) {
        up[0][ups] = own[i];
        up[1][ups++] = market[i];
        both += own[i] > 0 ? 1 : 0;
        beaten += own[i] > market[i] ? 1 : 0;
      } else {
        down[0][downs] = own[i];
        down[1][downs++] = market[i];
        falling += market[i] < 0 ? 1 : 0;
        bothFall += market[i] < 0 && own[i] < 0 ? 1 : 0;
        beatenFalling += market[i] < 0 && own[i] > market[i] ? 1 : 0;
      }
    }
    double upCapture = Growth.cumulative(up[0]) / Growth.cumulative(up[1]);
    double downCapture = Growth.cumulative(down[0]) / Growth.cumulative(down[1]);
    sheet.put("upCapture", upCapture);
    sheet.put("downCapture", downCapture);
    sheet.put("captureRatio", upCapture / downCapture);
    sheet.put("upCaptureAnnual", annual(given, up, ups));
    sheet.put("downCaptureAnnual", annual(given, down, downs));
    sheet.put("upNumberRatio", (double) both / ups);
    sheet.put("downNumberRatio", (double) bothFall / falling);
    sheet.put("upPercentageRatio", (double) beaten / ups);
    sheet.put("downPercentageRatio", (double) beatenFalling / falling);
  }

  private static double annual(StatisticsQuestion given, double[][] side, int count) {
    double years = given.periodsPerYear() / count;
    return Growth.compounded(Growth.cumulative(side[0]), years)
        / Growth.compounded(Growth.cumulative(side[1]), years);
  }

  /** The slope where the market rose, or fell. */
  private static double side(double[] own, double[] market, int sign) {
    double[] x = market.clone();
    double[] y = own.clone();
    for (int i = 0; i < x.length; i++) {
      if (sign * x[i] <= 0) {
        x[i] = Double.NaN;
      }
    }
    double[][] kept = Missing.pairs(x, y);
    return kept[0].length < 2 ? Double.NaN : Pairs.slope(kept[0], kept[1]);
  }
}
