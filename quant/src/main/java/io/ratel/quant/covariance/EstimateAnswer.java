package io.ratel.quant.covariance;

import io.ratel.quant.function.Result;

/** A covariance, and what belongs to it. */
public record EstimateAnswer(
    @Result("The covariances.") double[][] covariance,
    @Result("The correlations; null of an asset that does not vary.") double[][] correlation,
    @Result("How far the sample was drawn to the target, from 0 to 1; null when it was not.")
        double shrinkage,
    @Result(value = "The mean return of each asset.", unit = "per period") double[] mean,
    @Result("The standard deviation of each asset.") double[] volatilities,
    @Result("How many observations were used.") int observations) {}
