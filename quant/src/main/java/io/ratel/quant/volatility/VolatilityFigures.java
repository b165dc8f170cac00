package io.ratel.quant.volatility;

import io.ratel.quant.function.Result;

/** A volatility in its usual forms. */
record VolatilityFigures(
    @Result(value = "The standard deviation of a bar's log return.", unit = "per bar")
        double volatility,
    @Result(value = "It times the square root of the bars of a year.", unit = "per year")
        double annualised,
    @Result(value = "The variance of a bar's log return.", unit = "per bar") double variance,
    @Result("How many returns or bars it is measured from.") int observations) {
  static VolatilityFigures of(double variance, double periodsPerYear, int observations) {
    double volatility = Math.sqrt(Math.max(0, variance));
    return new VolatilityFigures(
        volatility, volatility * Math.sqrt(periodsPerYear), variance, observations);
  }
}
