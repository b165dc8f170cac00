package io.ratel.quant.risk.factor;

import io.ratel.quant.function.Result;

/** A factor model. */
public record FactorAnswer(
    @Result(value = "What each asset earns beside the factors.", unit = "per period")
        double[] alphas,
    @Result("A row for each asset, a column for each factor.") double[][] exposures,
    @Result("The standard errors of the alphas.") double[] alphaErrors,
    @Result("The standard errors of the exposures; null of statistical factors.")
        double[][] exposureErrors,
    @Result("A row for each observation, a column for each factor.") double[][] factorReturns,
    @Result("The covariance of the factors, by n − 1.") double[][] factorCovariance,
    @Result(value = "The deviation of each asset that no factor explains.", unit = "per period")
        double[] specificRisk,
    @Result("The share of each asset's variance that factors explain.") double[] rSquared,
    @Result("Statistical factors: the part of all variance that each explains; else empty.")
        double[] explained) {}
