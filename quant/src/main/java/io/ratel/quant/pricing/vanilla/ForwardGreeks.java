package io.ratel.quant.pricing.vanilla;

import io.ratel.quant.function.Result;

/** The price of an option on a forward, and its derivatives with the forward held. */
public record ForwardGreeks(
    @Result(value = "The option's value.", unit = "price") double price,
    @Result("By the forward price.") double delta,
    @Result("Delta by the forward price.") double gamma,
    @Result(value = "By the volatility.", unit = "per 1.00 of volatility") double vega,
    @Result(value = "As time passes.", unit = "per year") double theta,
    @Result(value = "By the rate, the forward held.", unit = "per 1.00 of rate") double rho,
    @Result("Delta by the volatility.") double vanna,
    @Result("Vega by the volatility; also volga.") double vomma,
    @Result("The risk-neutral probability of exercise.") double exerciseProbability) {}
