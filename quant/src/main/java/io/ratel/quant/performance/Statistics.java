package io.ratel.quant.performance;

import io.ratel.quant.function.Result;

/** Every figure of a series of returns; those on a benchmark NaN where there is none. */
public record Statistics(
    @Result("How many periods there are, those with a missing return too.") int periods,
    @Result("How many returns are missing.") int missing,
    @Result(value = "The mean return.", unit = "per period") double mean,
    @Result(value = "The constant return with the same end.", unit = "per period")
        double geometricMean,
    @Result(value = "The return of all periods together.", unit = "return") double cumulativeReturn,
    @Result(
            value = "The constant yearly return with the same end; missing periods count as time.",
            unit = "per year")
        double annualReturn,
    @Result(value = "The mean return times the periods of a year.", unit = "per year")
        double annualReturnArithmetic,
    @Result(value = "The standard deviation, by n − 1.", unit = "per period") double volatility,
    @Result(value = "The standard deviation, by n.", unit = "per period")
        double volatilityPopulation,
    @Result(
            value = "Volatility times the root of the periods of a year, by n − 1.",
            unit = "per year")
        double annualVolatility,
    @Result(value = "The same by n.", unit = "per year") double annualVolatilityPopulation,
    @Result(value = "The mean distance from the mean.", unit = "per period")
        double meanAbsoluteDeviation,
    @Result("Of the population.") double skewness,
    @Result("The unbiased estimator G1.") double skewnessSample,
    @Result("Of the population: 3 when normal.") double kurtosis,
    @Result("Kurtosis less 3.") double excessKurtosis,
    @Result("With the sample's variance, as Bacon prints it.") double kurtosisSample,
    @Result("The unbiased estimator G2: 0 when normal.") double excessKurtosisSample,
    @Result("Skewness over kurtosis.") double skewnessKurtosisRatio,
    @Result("The statistic of Jarque and Bera's test that returns are normal.") double jarqueBera,
    @Result("The probability of as much, were they normal.") double jarqueBeraPValue,
    @Result("Of each return with the one before.") double autocorrelation,
    @Result("The share of the variance of cumulative log returns that a straight line explains.")
        double stability,
    @Result("The exponent of the rescaled range: above 0.5 trends persist.") double hurst,
    @Result(value = "The highest return.", unit = "per period") double best,
    @Result(value = "The lowest return.", unit = "per period") double worst,
    @Result(value = "The middle return.", unit = "per period") double median,
    @Result("The part of returns above 0.") double winRate,
    @Result(value = "The mean of the returns above 0.", unit = "per period") double averageGain,
    @Result(value = "The mean of the returns below 0, negative.", unit = "per period")
        double averageLoss,
    @Result("The average gain over the average loss.") double payoffRatio,
    @Result("The gains over the losses; also profit factor, omega at 0.") double bernardoLedoit,
    @Result("Losses times their number over gains times theirs.") double dRatio,
    @Result(value = "The mean excess return over its deviation.", unit = "per root of a period")
        double sharpe,
    @Result(
            value = "The same times the root of the periods of a year.",
            unit = "per root of a year")
        double annualSharpe,
    @Result(
            value = "The compounded yearly excess return over its yearly volatility.",
            unit = "per root of a year")
        double geometricSharpe,
    @Result(
            value = "geometricSharpe adjusted for skewness and kurtosis.",
            unit = "per root of a year")
        double adjustedSharpe,
    @Result(
            value = "The standard error of sharpe, for returns that are not normal.",
            unit = "per root of a period")
        double sharpeError,
    @Result("The probability that the true ratio is above the reference.")
        double probabilisticSharpe,
    @Result("The mean excess return over its variance: the leverage of the highest growth.")
        double kelly,
    @Result(value = "Value at risk by the quantile of type 7: a return.", unit = "per period")
        double historicalVar,
    @Result(value = "The mean return at or below it.", unit = "per period") double historicalEs,
    @Result(value = "By mean and population deviation.", unit = "per period") double gaussianVar,
    @Result(value = "The mean below it.", unit = "per period") double gaussianEs,
    @Result(value = "By Cornish and Fisher, also from skewness and kurtosis.", unit = "per period")
        double modifiedVar,
    @Result(value = "The mean below it.", unit = "per period") double modifiedEs,
    @Result("The 95 % quantile over the 5 % quantile, without signs.") double tailRatio,
    @Result("The mean of the best returns over the mean of the worst, without signs.")
        double rachev,
    @Result(
            value = "The root mean square shortfall from mar over all periods.",
            unit = "per period")
        double downsideDeviation,
    @Result(value = "The same times the root of the periods of a year.", unit = "per year")
        double annualDownsideDeviation,
    @Result(value = "The mean shortfall from mar over all periods.", unit = "per period")
        double downsidePotential,
    @Result("The part of returns below mar.") double downsideFrequency,
    @Result(value = "The root mean square excess over mar over all periods.", unit = "per period")
        double upsideRisk,
    @Result(value = "Its square.", unit = "per period") double upsideVariance,
    @Result(value = "The mean excess over mar over all periods.", unit = "per period")
        double upsidePotential,
    @Result("The part of returns above mar.") double upsideFrequency,
    @Result(
            value = "The mean return above mar over downsideDeviation.",
            unit = "per root of a period")
        double sortino,
    @Result(
            value = "The same times the root of the periods of a year.",
            unit = "per root of a year")
        double annualSortino,
    @Result("The mean return above mar over the root of the lower partial moment of the order.")
        double kappa,
    @Result("Gains above the required return over losses below it.") double omega,
    @Result("The mean return above mar over downsidePotential.") double omegaSharpe,
    @Result("upsidePotential over downsideDeviation.") double upsidePotentialRatio,
    @Result("Upside over downside variance.") double volatilitySkewness,
    @Result("Upside over downside deviation.") double variabilitySkewness,
    @Result("The mean with losses felt 2.25 times, less mar, over downsideDeviation.")
        double prospectRatio,
    @Result(value = "The deepest fall from a height, negative.", unit = "return")
        double maxDrawdown,
    @Result(value = "The mean depth of the falls, negative.", unit = "return")
        double averageDrawdown,
    @Result(
            value = "The most periods from a first fall to the old height again, or to the end.",
            unit = "periods")
        int longestDrawdown,
    @Result(value = "The mean number of such periods.", unit = "periods")
        double averageDrawdownLength,
    @Result(value = "The mean depth over all periods, positive.", unit = "return") double painIndex,
    @Result(value = "The root mean square depth over all periods.", unit = "return")
        double ulcerIndex,
    @Result(
            value = "The mean of the depths beyond their quantile at the confidence, negative.",
            unit = "return")
        double conditionalDrawdown,
    @Result("annualReturn over the depth of maxDrawdown.") double calmar,
    @Result("annualReturn over that depth and sterlingExcess.") double sterling,
    @Result("Yearly excess return over the root of the summed squares of losing runs.")
        double burke,
    @Result("burke times the root of the number of returns.") double modifiedBurke,
    @Result("burke with losing runs compounded.") double burkeCompounded,
    @Result("Yearly excess return over ulcerIndex.") double martin,
    @Result("Yearly excess return over painIndex.") double painRatio,
    @Result(value = "annualReturn of the benchmark.", unit = "per year")
        double benchmarkAnnualReturn,
    @Result(value = "annualVolatility of the benchmark.", unit = "per year")
        double benchmarkAnnualVolatility,
    @Result(value = "annualReturn less the benchmark's.", unit = "per year") double activePremium,
    @Result(value = "The deviation of the difference, by n − 1.", unit = "per year")
        double trackingError,
    @Result(value = "The same by n.", unit = "per year") double trackingErrorPopulation,
    @Result(value = "activePremium over trackingError.", unit = "per root of a year")
        double informationRatio,
    @Result(value = "The mean difference over its deviation.", unit = "per root of a period")
        double informationRatioArithmetic,
    @Result("The part of periods that beat the benchmark.") double battingAverage,
    @Result("The slope of the regression of excess returns.") double beta,
    @Result(value = "Its intercept.", unit = "per period") double alpha,
    @Result(value = "alpha compounded over a year.", unit = "per year") double annualAlpha,
    @Result(value = "alpha times the periods of a year.", unit = "per year")
        double annualAlphaArithmetic,
    @Result(value = "Yearly excess return less beta times the benchmark's.", unit = "per year")
        double jensenAlpha,
    @Result("jensenAlpha less alpha, Bacon's regression epsilon.") double epsilon,
    @Result("Of the excess returns.") double correlation,
    @Result("Its square.") double rSquared,
    @Result("beta where the benchmark's excess return is above 0.") double betaUp,
    @Result("beta where it is below 0.") double betaDown,
    @Result("betaUp over betaDown.") double timingRatio,
    @Result(value = "beta times the benchmark's deviation, by n − 1.", unit = "per year")
        double systematicRisk,
    @Result(value = "The same by n.", unit = "per year") double systematicRiskPopulation,
    @Result(value = "The deviation of what the regression leaves, by n − 1.", unit = "per year")
        double specificRisk,
    @Result(value = "The same by n.", unit = "per year") double specificRiskPopulation,
    @Result(value = "The root of the sum of the squares of both, by n − 1.", unit = "per year")
        double totalRisk,
    @Result(value = "The same by n.", unit = "per year") double totalRiskPopulation,
    @Result(
            value = "Of systematicRisk and specificRiskPopulation, as PerformanceAnalytics has it.",
            unit = "per year")
        double totalRiskMixed,
    @Result("jensenAlpha over specificRiskPopulation.") double appraisal,
    @Result("jensenAlpha over beta.") double modifiedJensen,
    @Result("jensenAlpha over systematicRisk.") double alternativeJensen,
    @Result("The deviation over the benchmark's.") double famaBeta,
    @Result(
            value = "The return for not being diversified: (famaBeta − beta) times the premium.",
            unit = "per year")
        double diversification,
    @Result(value = "jensenAlpha less diversification.", unit = "per year") double netSelectivity,
    @Result(value = "Yearly excess return over beta.", unit = "per year") double treynor,
    @Result("Yearly excess return over systematicRisk.") double modifiedTreynor,
    @Result(value = "The return at the benchmark's volatility: Modigliani's M².", unit = "per year")
        double m2,
    @Result(value = "m2 over the benchmark's return, geometric.", unit = "per year")
        double m2Excess,
    @Result(value = "m2 less the benchmark's return.", unit = "per year") double m2ExcessArithmetic,
    @Result(
            value = "annualReturn and sortino times the difference of downside deviations.",
            unit = "per year")
        double m2Sortino,
    @Result(value = "annualReturn less 3 times both downside deviations.", unit = "per year")
        double omegaExcessReturn,
    @Result("The compounded return where the benchmark rose over the benchmark's.")
        double upCapture,
    @Result("The same where it did not rise.") double downCapture,
    @Result("upCapture over downCapture.") double captureRatio,
    @Result("The same as upCapture, of returns per year of such periods.") double upCaptureAnnual,
    @Result("The same as downCapture, of returns per year of such periods.")
        double downCaptureAnnual,
    @Result("The part of the benchmark's gains that were gains.") double upNumberRatio,
    @Result("The part of the benchmark's losses that were losses.") double downNumberRatio,
    @Result("The part of the benchmark's gains that were beaten.") double upPercentageRatio,
    @Result("The part of the benchmark's losses that were beaten.") double downPercentageRatio) {}
