package io.ratel.quant.performance;

import io.ratel.quant.risk.tail.Tail;
import io.ratel.quant.statistic.Missing;
import io.ratel.quant.statistic.Moments;
import io.ratel.quant.statistic.Quantiles;
import java.util.Arrays;

/** The figures that need nothing but the returns. */
final class AloneFigures {
  private AloneFigures() {}

  static void add(StatisticsQuestion given, Sheet sheet) {
    double[] returns = Missing.dropped(given.returns());
    growth(given, returns, sheet);
    shape(given, returns, sheet);
    gains(returns, sheet);
    sharpe(given, returns, sheet);
    downside(given, returns, sheet);
    tails(given, returns, sheet);
    drawdowns(given, returns, sheet);
  }

  private static void growth(StatisticsQuestion given, double[] returns, Sheet sheet) {
    sheet.count("periods", given.returns().length);
    sheet.count("missing", given.returns().length - returns.length);
    sheet.put("mean", Moments.mean(returns));
    double all = Growth.cumulative(given.returns());
    sheet.put("geometricMean", Growth.compounded(all, 1.0 / given.returns().length));
    sheet.put("cumulativeReturn", all);
    sheet.put("annualReturn", Growth.annual(given.returns(), given.periodsPerYear()));
    sheet.put("annualReturnArithmetic", Moments.mean(returns) * given.periodsPerYear());
    sheet.put("stability", Growth.stability(returns));
    sheet.put("hurst", Growth.hurst(returns));
  }

  private static void shape(StatisticsQuestion given, double[] returns, Sheet sheet) {
    double root = Math.sqrt(given.periodsPerYear());
    sheet.put("volatility", Moments.deviation(returns));
    sheet.put("volatilityPopulation", Moments.deviationPopulation(returns));
    sheet.put("annualVolatility", Moments.deviation(returns) * root);
    sheet.put("annualVolatilityPopulation", Moments.deviationPopulation(returns) * root);
    sheet.put("meanAbsoluteDeviation", Moments.absoluteDeviation(returns));
    double n = returns.length;
    double skewness = Moments.skewness(returns);
    double kurtosis = Moments.kurtosis(returns);
    sheet.put("skewness", skewness);
    sheet.put("skewnessSample", Moments.skewnessSample(returns));
    sheet.put("kurtosis", kurtosis);
    sheet.put("excessKurtosis", kurtosis - 3);
    sheet.put("kurtosisSample", (n + 1) * (n - 1) / ((n - 2) * (n - 3)) * kurtosis);
    sheet.put("excessKurtosisSample", Moments.excessKurtosisSample(returns));
    sheet.put("skewnessKurtosisRatio", skewness / kurtosis);
    double jarqueBera = n / 6 * (skewness * skewness + (kurtosis - 3) * (kurtosis - 3) / 4);
    sheet.put("jarqueBera", jarqueBera);
    sheet.put("jarqueBeraPValue", Math.exp(-jarqueBera / 2));
    sheet.put("autocorrelation", Moments.autocorrelation(returns, 1));
  }

  private static void gains(double[] returns, Sheet sheet) {
    double n = returns.length;
    double gains = Moments.above(returns, 0, 1) * n;
    double losses = Moments.below(returns, 0, 1) * n;
    int winning = Moments.countAbove(returns, 0);
    int losing = Moments.countBelow(returns, 0);
    sheet.put("best", Arrays.stream(returns).max().orElse(Double.NaN));
    sheet.put("worst", Arrays.stream(returns).min().orElse(Double.NaN));
    sheet.put("median", Quantiles.quantile(returns, 0.5, Quantiles.USUAL));
    sheet.put("winRate", winning / n);
    sheet.put("averageGain", gains / winning);
    sheet.put("averageLoss", -losses / losing);
    sheet.put("payoffRatio", gains / winning / (losses / losing));
    sheet.put("bernardoLedoit", gains / losses);
    sheet.put("dRatio", losing * losses / (winning * gains));
  }

  private static void sharpe(StatisticsQuestion given, double[] returns, Sheet sheet) {
    double periods = given.periodsPerYear();
    double[] whole = given.excess(given.returns());
    double[] excess = Missing.dropped(whole);
    double sharpe = Ratios.sharpe(excess);
    double skewness = Moments.skewness(returns);
    double kurtosis = Moments.kurtosis(returns);
    sheet.put("sharpe", sharpe);
    sheet.put("annualSharpe", sharpe * Math.sqrt(periods));
    double geometric =
        Growth.annual(whole, periods) / (Moments.deviation(excess) * Math.sqrt(periods));
    sheet.put("geometricSharpe", geometric);
    sheet.put("adjustedSharpe", Ratios.adjusted(geometric, skewness, kurtosis));
    sheet.put(
        "sharpeError", Ratios.spread(sharpe, skewness, kurtosis) / Math.sqrt(excess.length - 1));
    sheet.put(
        "probabilisticSharpe",
        Ratios.probabilistic(sharpe, given.referenceSharpe(), skewness, kurtosis, excess.length));
    sheet.put("kelly", Moments.mean(excess) / Moments.variance(excess));
  }

  private static void downside(StatisticsQuestion given, double[] returns, Sheet sheet) {
    double mar = given.mar();
    double root = Math.sqrt(given.periodsPerYear());
    double lower = Moments.below(returns, mar, 2);
    double upper = Moments.above(returns, mar, 2);
    double potential = Moments.above(returns, mar, 1);
    sheet.put("downsideDeviation", Math.sqrt(lower));
    sheet.put("annualDownsideDeviation", Math.sqrt(lower) * root);
    sheet.put("downsidePotential", Moments.below(returns, mar, 1));
    sheet.put("downsideFrequency", Moments.countBelow(returns, mar) / (double) returns.length);
    sheet.put("upsideRisk", Math.sqrt(upper));
    sheet.put("upsideVariance", upper);
    sheet.put("upsidePotential", potential);
    sheet.put("upsideFrequency", Moments.countAbove(returns, mar) / (double) returns.length);
    double sortino = Ratios.sortino(returns, mar);
    sheet.put("sortino", sortino);
    sheet.put("annualSortino", sortino * root);
    sheet.put("kappa", Ratios.kappa(returns, mar, given.kappaOrder()));
    sheet.put(
        "omega", Ratios.omega(Missing.dropped(given.excess(given.returns())), given.required()));
    sheet.put("omegaSharpe", Ratios.kappa(returns, mar, 1));
    sheet.put("upsidePotentialRatio", potential / Math.sqrt(lower));
    sheet.put("volatilitySkewness", upper / lower);
    sheet.put("variabilitySkewness", Math.sqrt(upper / lower));
    double felt = Moments.above(returns, 0, 1) - 2.25 * Moments.below(returns, 0, 1);
    sheet.put("prospectRatio", (felt - mar) / Math.sqrt(lower));
  }

  private static void tails(StatisticsQuestion given, double[] returns, Sheet sheet) {
    double confidence = given.confidence();
    double mean = Moments.mean(returns);
    double deviation = Moments.deviationPopulation(returns);
    double var = Tail.historicalVar(returns, confidence, Quantiles.USUAL);
    double es = Tail.meanAtOrBelow(returns, var);
    sheet.put("historicalVar", var);
    sheet.put("historicalEs", es);
    sheet.put("gaussianVar", Tail.gaussianVar(mean, deviation, confidence));
    sheet.put("gaussianEs", Tail.gaussianEs(mean, deviation, confidence));
    double[] modified = Tail.modified(returns, confidence);
    sheet.put("modifiedVar", modified[0]);
    sheet.put("modifiedEs", modified[1]);
    double high = Quantiles.quantile(returns, 0.95, Quantiles.USUAL);
    double low = Quantiles.quantile(returns, 0.05, Quantiles.USUAL);
    sheet.put("tailRatio", Math.abs(high) / Math.abs(low));
    double[] turned = Arrays.stream(returns).map(each -> -each).toArray();
    double best =
        -Tail.meanAtOrBelow(turned, Tail.historicalVar(turned, confidence, Quantiles.USUAL));
    sheet.put("rachev", best / -es);
  }

  private static void drawdowns(StatisticsQuestion given, double[] returns, Sheet sheet) {
    double[] path = Drawdowns.path(returns);
    var episodes = Drawdowns.episodes(path);
    double deepest = Drawdowns.deepest(path);
    double year = sheet.get("annualReturn");
    double excess = year - given.riskFreeYear();
    sheet.put("maxDrawdown", deepest);
    sheet.put(
        "averageDrawdown",
        episodes.stream().mapToDouble(Drawdowns.Episode::depth).average().orElse(0));
    sheet.count(
        "longestDrawdown", episodes.stream().mapToInt(Drawdowns.Episode::length).max().orElse(0));
    sheet.put(
        "averageDrawdownLength",
        episodes.stream().mapToInt(Drawdowns.Episode::length).average().orElse(0));
    sheet.put("painIndex", Drawdowns.pain(path));
    sheet.put("ulcerIndex", Drawdowns.ulcer(path));
    sheet.put(
        "conditionalDrawdown",
        Tail.meanAtOrBelow(path, Tail.historicalVar(path, given.confidence(), Quantiles.USUAL)));
    sheet.put("calmar", year / -deepest);
    sheet.put("sterling", year / (given.sterlingExcess() - deepest));
    double burke = excess / Drawdowns.burke(returns, 0.01);
    sheet.put("burke", burke);
    sheet.put("modifiedBurke", burke * Math.sqrt(returns.length));
    sheet.put("burkeCompounded", excess / Drawdowns.burke(returns, 1));
    sheet.put("martin", excess / Drawdowns.ulcer(path));
    sheet.put("painRatio", excess / Drawdowns.pain(path));
  }
}
