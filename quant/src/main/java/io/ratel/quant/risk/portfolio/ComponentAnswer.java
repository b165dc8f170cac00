package io.ratel.quant.risk.portfolio;

import io.ratel.quant.function.Result;

/** What a portfolio may lose, and each asset's part of it. */
public record ComponentAnswer(
    @Result("The loss that is not exceeded with the confidence, positive.") double var,
    @Result("The mean loss when it is exceeded, positive.") double es,
    @Result("var by each weight.") double[] marginal,
    @Result("Each asset's part of var; they add up to it.") double[] component,
    @Result("The parts over the whole.") double[] contribution,
    @Result("var less that without the asset, the others as they are.") double[] incremental,
    @Result("var of each asset alone.") double[] individual,
    @Result("es by each weight.") double[] marginalEs,
    @Result("Each asset's part of es; they add up to it.") double[] componentEs,
    @Result("How many observations were used.") int observations) {}
