package io.ratel.quant.risk.portfolio;

import io.ratel.quant.function.Result;

/** What positions may lose together, and each. */
public record PositionsAnswer(
    @Result(value = "The loss that is not exceeded with the confidence.", unit = "money")
        double var,
    @Result(value = "The mean loss when it is exceeded.", unit = "money") double es,
    @Result(value = "The deviation of the profit over the days.", unit = "money")
        double standardDeviation,
    @Result("The normal quantile of the confidence.") double z,
    @Result(value = "The value of all positions.", unit = "money") double value,
    @Result(value = "The value at risk of each alone.", unit = "money") double[] individual,
    @Result(value = "The sum of those: nothing offsets anything.", unit = "money")
        double undiversified,
    @Result(value = "What diversification saves: undiversified less var.", unit = "money")
        double diversification,
    @Result("var by each position: what one more unit of money in it adds.") double[] marginal,
    @Result(value = "Each position's part of var; they add up to it.", unit = "money")
        double[] component,
    @Result("The parts over the whole.") double[] contribution,
    @Result(value = "var less that without the position.", unit = "money") double[] incremental,
    @Result("The slope of each one's return on the portfolio's; null of a portfolio worth 0.")
        double[] beta) {}
