package io.ratel.quant.pricing.exotic;

import io.ratel.quant.function.Result;

/** The price of an Asian option; Greeks are null where it is simulated. */
record AsianPrice(
    @Result(value = "The option's value.", unit = "price") double price,
    @Result("By the asset's price.") double delta,
    @Result("Delta by the asset's price.") double gamma,
    @Result(value = "By the volatility.", unit = "per 1.00 of volatility") double vega,
    @Result(value = "By the rate.", unit = "per 1.00 of rate") double rho,
    @Result(value = "By the dividend yield.", unit = "per 1.00 of yield") double dividendRho,
    @Result(
            value = "One standard deviation of the price, of a simulation; 0 of a formula.",
            unit = "price")
        double standardError) {}
