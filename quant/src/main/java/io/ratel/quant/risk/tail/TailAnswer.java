package io.ratel.quant.risk.tail;

import io.ratel.quant.function.Result;

/** What may be lost, as returns: a loss is negative. */
public record TailAnswer(
    @Result(value = "The return that is not undercut with the confidence.", unit = "return")
        double var,
    @Result(value = "The mean return when it is undercut.", unit = "return") double es,
    @Result(value = "The mean.", unit = "return per period") double mean,
    @Result(value = "The standard deviation.", unit = "return per period") double volatility,
    @Result("The skewness of the population.") double skewness,
    @Result("The kurtosis of the population, less 3.") double excessKurtosis,
    @Result("How many returns there are.") int observations) {}
