package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.function.Result;

/**
 * A price and its derivatives. What has "as time passes" in its meaning is minus the derivative by
 * the time to expiry, after Haug, The Complete Guide to Option Pricing Formulas (2007), ch. 2.
 */
public record Greeks(
    @Result(value = "The option's value.", unit = "price") double price,
    @Result("By the asset's price.") double delta,
    @Result("Delta by the asset's price.") double gamma,
    @Result(value = "By the volatility.", unit = "per 1.00 of volatility") double vega,
    @Result(value = "As time passes.", unit = "per year") double theta,
    @Result(value = "By the rate.", unit = "per 1.00 of rate") double rho,
    @Result(value = "By the dividend yield.", unit = "per 1.00 of yield") double dividendRho,
    @Result("The relative change of the value for one of the asset's price; also lambda.")
        double elasticity,
    @Result("Delta by the volatility.") double vanna,
    @Result(value = "Delta as time passes.", unit = "per year") double charm,
    @Result("Vega by the volatility; also volga.") double vomma,
    @Result(value = "Vega as time passes.", unit = "per year") double veta,
    @Result("Rho by the volatility.") double vera,
    @Result("Gamma by the asset's price.") double speed,
    @Result("Gamma by the volatility.") double zomma,
    @Result(value = "Gamma as time passes.", unit = "per year") double color,
    @Result("Vomma by the volatility.") double ultima,
    @Result("By the strike.") double dualDelta,
    @Result("Dual delta by the strike.") double dualGamma,
    @Result("The risk-neutral probability of exercise.") double exerciseProbability) {}
