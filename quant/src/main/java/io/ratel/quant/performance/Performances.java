package io.ratel.quant.performance;

import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.statistic.PublishedReturns;
import java.util.List;

/** The functions on how well returns were earned. */
public final class Performances {
  private static final String AREA = "risk";

  private Performances() {}

  public static List<QuantFunction<?, ?>> functions() {
    return List.of(
        statistics(),
        SharpeFunction.function(),
        DrawdownsFunction.function(),
        RollingFunction.function(),
        CalendarFunction.function());
  }

  /** Every figure; those on the benchmark NaN where none is given. */
  public static Statistics statistics(StatisticsQuestion given) {
    Sheet sheet = new Sheet();
    AloneFigures.add(given, sheet);
    given.benchmark().ifPresent(benchmark -> BenchmarkFigures.add(given, benchmark, sheet));
    return sheet.as(Statistics.class);
  }

  private static QuantFunction<StatisticsQuestion, Statistics> statistics() {
    return QuantFunction.of(
            AREA,
            "statistics",
            "Performance statistics",
            StatisticsQuestion.class,
            Statistics.class)
        .formula(
            "annualReturn = (Π(1 + return))^(periodsPerYear/periods) − 1; sharpe = mean(return −"
                + " riskFree)/deviation; sortino = (mean − mar)/√mean(min(return − mar, 0)²);"
                + " beta = cov/var of excess returns; and each as its meaning says")
        .convention(
            "Figures are per period, those named annual, drawdown ratios and comparisons with a"
                + " benchmark per year. Squares are divided by n − 1, where a name says Population"
                + " by n; skewness and kurtosis are the population's, where a name says Sample"
                + " unbiased. Drawdowns and values at risk are returns: negative. A missing return"
                + " is left out, but its period counts as time. What would be divided by 0 is"
                + " null.")
        .reference(
            "C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 4;"
                + " W. Sharpe, The Sharpe Ratio (1994); D. Bailey and M. López de Prado, The Sharpe"
                + " Ratio Efficient Frontier (2012)")
        .example(
            "C. Bacon (2008), 24 months; PerformanceAnalytics, portfolio_bacon",
            "{\"returns\":"
                + PublishedReturns.BACON_PORTFOLIO
                + ",\"benchmark\":"
                + PublishedReturns.BACON_BENCHMARK
                + ",\"periodsPerYear\":12,\"mar\":0.005}",
            "{\"annualReturn\":0.10367829,\"benchmarkAnnualReturn\":0.11798339,"
                + "\"annualVolatility\":0.13700016,\"maxDrawdown\":-0.14467296,"
                + "\"bernardoLedoit\":1.779783,\"downsideDeviation\":0.0255367,"
                + "\"downsidePotential\":0.0137083,\"upsideRisk\":0.0293733,"
                + "\"upsideVariance\":0.00086279,\"downsideFrequency\":0.458333,"
                + "\"upsideFrequency\":0.541667,\"sortino\":0.1566371,\"omegaSharpe\":0.2917933,"
                + "\"dRatio\":0.4013329,\"skewness\":-0.0825625,\"kurtosis\":2.4324538,"
                + "\"excessKurtosisSample\":-0.40766,\"meanAbsoluteDeviation\":0.0310833,"
                + "\"painIndex\":0.0399897,\"ulcerIndex\":0.0611843,\"martin\":1.69452,"
                + "\"burke\":0.7447,\"modifiedBurke\":3.6484,\"beta\":0.9988502,"
                + "\"jensenAlpha\":-0.01416944,\"famaBeta\":1.0303949,"
                + "\"specificRiskPopulation\":0.0329311,\"systematicRiskPopulation\":0.13001,"
                + "\"systematicRisk\":0.13281,\"m2\":0.10061996,\"adjustedSharpe\":0.7591434663,"
                + "\"trackingError\":0.0336397,\"informationRatio\":-0.4252444}")
        .computes(Performances::statistics);
  }
}
