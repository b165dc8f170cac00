package io.ratel.quant.risk.portfolio;

import io.ratel.quant.function.Result;

/** The deviation of a portfolio, by asset and by factor. */
public record DecomposeAnswer(
    @Result("The standard deviation of the portfolio's return.") double volatility,
    @Result("Its square.") double variance,
    @Result("The volatility by each weight.") double[] marginal,
    @Result("Each asset's part of the volatility; they add up to it.") double[] component,
    @Result("The parts over the whole.") double[] contribution,
    @Result("The weighed volatilities over the volatility: 1 when nothing diversifies.")
        double diversificationRatio,
    @Result("One over the sum of the squared contributions: how many equal risks it is like.")
        double effectiveRisks,
    @Result("The portfolio's exposure to each factor; empty without factors.")
        double[] factorExposures,
    @Result("Each factor's part of the volatility; with specificComponent they add up to it.")
        double[] factorComponents,
    @Result("The part of the volatility that no factor explains; null without factors.")
        double specificComponent,
    @Result("The part of the variance that factors explain; null without factors.")
        double factorShare) {}
