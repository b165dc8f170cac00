package io.ratel.quant.pricing.american;

import io.ratel.quant.function.Result;

/** The price of an American option; a Greek is null where the method does not give it. */
record AmericanPrice(
    @Result(value = "The option's value.", unit = "price") double price,
    @Result("By the asset's price.") double delta,
    @Result("Delta by the asset's price.") double gamma,
    @Result(value = "As time passes.", unit = "per year") double theta,
    @Result(value = "By the volatility.", unit = "per 1.00 of volatility") double vega,
    @Result(value = "By the rate.", unit = "per 1.00 of rate") double rho,
    @Result(value = "What the right of early exercise is worth.", unit = "price")
        double earlyExercisePremium,
    @Result(value = "The asset's price at which it is exercised now.", unit = "price")
        double exerciseBoundary,
    @Result("The method that gave the price.") String method) {}
